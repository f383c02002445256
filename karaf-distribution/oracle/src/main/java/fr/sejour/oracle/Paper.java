package fr.sejour.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A row of {@code attestation}, as it was written. Of an open right nothing stands but the question. */
record Paper(
        String number,
        String kind,
        String person,
        String caseNumber,
        String prefecture,
        LocalDate first,
        Optional<LocalDate> last,
        ZoneId zone,
        Optional<String> stay,
        WorkLaw.Work work,
        Optional<String> travel,
        Optional<String> social,
        Instant issuedAt,
        boolean ofTheCommission,
        Optional<Instant> endedAt,
        Optional<String> endReason) {

    static final String SELECT =
            "SELECT attestation_number, kind, person_id, case_number, prefecture, first_day, last_day,"
                    + " zone, stay, work_code, work_hours, work_limit, travel, social, issued_at, of_the_commission, ended_at, end_reason"
                    + " FROM attestation ORDER BY person_id, issued_at, first_day";

    static Paper of(ResultSet row) throws SQLException {
        Optional<String> hours = Optional.ofNullable(row.getString("work_hours"));
        return new Paper(
                row.getString("attestation_number"),
                row.getString("kind"),
                row.getString("person_id"),
                row.getString("case_number"),
                row.getString("prefecture"),
                LocalDate.parse(row.getString("first_day")),
                Optional.ofNullable(row.getString("last_day")).map(LocalDate::parse),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getString("stay")),
                new WorkLaw.Work(Optional.ofNullable(row.getString("work_code")), hours.or(() -> limit(row))),
                Optional.ofNullable(row.getString("travel")),
                Optional.ofNullable(row.getString("social")),
                instant(row.getString("issued_at")),
                row.getBoolean("of_the_commission"),
                Optional.ofNullable(row.getString("ended_at")).map(Paper::instant),
                Optional.ofNullable(row.getString("end_reason")));
    }

    private static Optional<String> limit(ResultSet row) {
        try {
            return Optional.ofNullable(row.getString("work_limit"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Instants are UTC; a database that keeps the offset writes it behind. */
    static Instant instant(String column) {
        String iso = column.replace(' ', 'T');
        return iso.matches(".*[+-]\\d\\d(:\\d\\d)?$")
                ? OffsetDateTime.parse(iso.matches(".*[+-]\\d\\d$") ? iso + ":00" : iso)
                        .toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    boolean carriesRight() {
        return !kind.equals("ATTESTATION_DE_DEPOT");
    }

    boolean ofTheChain() {
        return kind.equals("ATTESTATION_DE_PROLONGATION") || kind.equals("RECEPISSE");
    }

    Instant begins() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** A paper proves nothing before it exists. */
    Instant counts() {
        return begins().isAfter(issuedAt) ? begins() : issuedAt;
    }

    /** When its printed days are over where the filing came to. */
    Optional<Instant> printedEnd() {
        return last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** When it runs out, its case being in that préfecture: after a transfer the later of two ends counts, there or where it was issued. */
    Optional<Instant> runsOut(String inCharge) {
        ZoneId here = Places.laterToEnd(Places.zone(prefecture), Places.zone(inCharge));
        return last.map(day ->
                day.plusDays(1).atStartOfDay(Places.laterToEnd(zone, here)).toInstant());
    }

    /** When nobody can show it any more. */
    Instant over(Optional<Instant> runsOut, Instant atTheLatest) {
        Instant end = runsOut.filter(atTheLatest::isAfter).orElse(atTheLatest);
        return endedAt.filter(end::isAfter).orElse(end);
    }

    @Override
    public String toString() {
        return kind + " " + first + " to " + last.map(String::valueOf).orElse("the hand-over") + " " + zone
                + ", issued "
                + issuedAt
                + (ofTheCommission ? ", of the commission" : "")
                + endedAt.map(at -> ", ended " + at + " " + endReason.orElse(""))
                        .orElse("") + ", stay "
                + stay.orElse("open") + ", work " + work + ", travel " + travel.orElse("open") + ", social "
                + social.orElse("open") + " (" + prefecture + ")";
    }
}
