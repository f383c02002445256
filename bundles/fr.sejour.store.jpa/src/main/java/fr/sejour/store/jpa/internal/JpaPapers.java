package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.AttemptRecords;
import fr.sejour.core.port.AttemptRecords.Failures;
import fr.sejour.core.port.PaperFile;
import fr.sejour.core.port.PaperRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The papers in their table. */
final class JpaPapers implements PaperRecords {

    private static final String ORDER = " ORDER BY a.firstDay, a.issuedAt, a.kind, a.number";

    private final OpenTransaction transaction;
    private final AttemptRecords attempts;

    JpaPapers(OpenTransaction transaction, AttemptRecords attempts) {
        this.transaction = transaction;
        this.attempts = attempts;
    }

    @Override
    public void add(Attestation issued) {
        transaction.lock(issued.caseNumber());
        transaction.writer().persist(AttestationRow.of(issued));
    }

    @Override
    public void end(AttestationNumber number, Attestation.End end) {
        AttestationRow row = transaction.writer().find(AttestationRow.class, number.value());
        if (row == null) {
            throw new IllegalStateException("There is no paper " + number);
        }
        row.end(end);
    }

    @Override
    public Optional<Attestation> find(Caller caller, AttestationNumber number) {
        return read(Condition.of("a.number = :number", "number", number.value())
                        .and(Scope.ofPeople(caller, "a.personId")))
                .findFirst();
    }

    @Override
    public List<Attestation> ofPerson(Caller caller, PersonId person) {
        return read(Condition.of("a.personId = :person", "person", person.value())
                        .and(Scope.ofPeople(caller, "a.personId")))
                .toList();
    }

    /** The papers of some people, each person's by first day. */
    List<Attestation> ofPeople(List<String> people) {
        return read(Condition.of("a.personId IN :people", "people", people)).toList();
    }

    /** A subject without a row of its own has no failures that count: most checks are one statement, and anybody may ask for one. */
    @Override
    public Optional<PaperFile> byCheckCode(CheckCode code, String subject, Instant since) {
        List<Object[]> rows = transaction
                .query(
                        Object[].class,
                        "SELECT a, p, h, s.subject FROM AttestationRow c"
                                + " JOIN AttestationRow a ON a.personId = c.personId"
                                + " JOIN PersonRow p ON p.id = c.personId"
                                + " LEFT JOIN HeldPermitRow h ON h.personId = c.personId"
                                + " LEFT JOIN AttemptSubjectRow s ON s.subject = :subject"
                                + " WHERE c.checkCode = :code" + ORDER + ", h.permit.validFrom DESC, h.reference",
                        Map.of("code", code.value(), "subject", subject))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, AttestationRow> papers = new LinkedHashMap<>();
        Map<String, HeldPermitRow> permits = new LinkedHashMap<>();
        for (Object[] row : rows) {
            AttestationRow paper = (AttestationRow) row[0];
            papers.putIfAbsent(paper.number, paper);
            if (row[2] instanceof HeldPermitRow permit) {
                permits.putIfAbsent(permit.reference, permit);
            }
        }
        List<Attestation> values =
                papers.values().stream().map(AttestationRow::value).toList();
        return Optional.of(new PaperFile(
                values.stream()
                        .filter(paper -> paper.checkCode().equals(code))
                        .findFirst()
                        .orElseThrow(),
                ((PersonRow) rows.get(0)[1]).value(List.copyOf(permits.values())),
                values,
                rows.get(0)[3] == null ? Failures.NONE : attempts.failures(subject, since)));
    }

    @Override
    public StatusIndex statusIndex(AttestationNumber number) {
        return transaction
                .query(
                        Long.class,
                        "SELECT a.statusIndex FROM AttestationRow a WHERE a.number = :number",
                        Map.of("number", number.value()))
                .getResultStream()
                .findFirst()
                .map(StatusIndex::new)
                .orElseThrow();
    }

    @Override
    public long statusIndices() {
        Long last = transaction
                .query(Long.class, "SELECT MAX(a.statusIndex) FROM AttestationRow a", Map.of())
                .getSingleResult();
        return last == null ? 0 : last + 1;
    }

    @Override
    public List<Stopped> stopped(int list, LocalDate on) {
        long first = (long) list * StatusIndex.PER_LIST;
        return transaction
                .query(
                        Object[].class,
                        "SELECT a.statusIndex, a.endedAt, a.endReason FROM AttestationRow a"
                                + " WHERE a.statusIndex >= :first AND a.statusIndex < :after AND a.endedAt IS NOT NULL"
                                + " AND (a.lastDay IS NULL OR a.lastDay >= :day)",
                        Map.of("first", first, "after", first + StatusIndex.PER_LIST, "day", on))
                .getResultStream()
                .map(row -> new Stopped(
                        new StatusIndex((Long) row[0]), new Attestation.End((Instant) row[1], (String) row[2])))
                .toList();
    }

    private Stream<Attestation> read(Condition condition) {
        return transaction
                .query(
                        AttestationRow.class,
                        "SELECT a FROM AttestationRow a" + condition.where() + ORDER,
                        condition.parameters())
                .getResultStream()
                .map(AttestationRow::value);
    }
}
