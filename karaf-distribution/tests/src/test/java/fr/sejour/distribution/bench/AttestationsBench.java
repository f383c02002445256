package fr.sejour.distribution.bench;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.operation.DeadlinePass.Report;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.core.internal.desk.NationalFilingDesk;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.upkeep.ClockDeadlinePass;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.Store;
import fr.sejour.distribution.process.PostgresServer;
import fr.sejour.law.Editions;
import fr.sejour.store.jpa.internal.OpenStore;
import fr.sejour.text.internal.PropertiesTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Papers that are due at once, issued by the core's deadline pass on the real store, against the plainest code that writes the same
 * rows into the same tables: an INSERT..SELECT for each, ten thousand cases to a commit, and an UPDATE of the cases. Both serve as many
 * cases of their own; rounds alternate, and the result is the median of their ratios.
 *
 * <p>A student of the real law files a renewal and is brought to the day before her paper is due. Everybody else is a copy of her rows.
 * What the pass then writes for her is what the plain code writes for others.
 *
 * <p>What is compared is the part of the pass that goes to data: reading, keeping, committing. The rest works out what the law owes.
 */
final class AttestationsBench {

    private static final int CASES = Integer.getInteger("bench.n", 20_000);
    private static final int PAIRS = 5;
    private static final int ROUND = Math.max(1, CASES / PAIRS);
    private static final int PLAIN_CHUNK = 10_000;
    private static final int LOAD_CHUNK = 5_000;
    private static final double MOST = 10;
    private static final double GOAL = 4;
    private static final PersonId MODEL = new PersonId("person-0000000000");
    private static final Instant FILED = Instant.parse("2026-06-01T07:00:00Z");

    /** The day before 25 August, seven days before 1 September, on which her right is not proven any more. */
    private static final LocalDate EVE = LocalDate.of(2026, 8, 24);

    private final OpenStore open;
    private final String schema;
    private final Function<Connection, Stock.Sink> sink;
    private final List<String> statistics;
    private final HandClock clock = new HandClock(FILED);
    private final TimedStore timed;
    private final Upkeep upkeep;
    private final ClockDeadlinePass pass;

    private AttestationsBench(
            OpenStore open, String schema, Function<Connection, Stock.Sink> sink, List<String> statistics) {
        this.open = open;
        this.schema = schema;
        this.sink = sink;
        this.statistics = statistics;
        this.timed = new TimedStore(open.store());
        this.upkeep = new Upkeep(new Editions(), new NoticeWriter(PropertiesTexts.onClassPath()));
        this.pass = new ClockDeadlinePass(timed, upkeep, new Practices(), clock);
    }

    static void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%,d papers due in %d rounds, %,d MB of heap%n",
                ROUND * PAIRS,
                PAIRS,
                Runtime.getRuntime().maxMemory() >> 20);
        double worst = Math.max(onPostgres(), onDerby());
        if (worst > MOST) {
            System.out.printf(Locale.ROOT, "Too slow: %.1f times the plain rows, and %.0f at most%n", worst, MOST);
            System.exit(1);
        }
    }

    private static double onPostgres() throws Exception {
        try (PostgresServer postgres = PostgresServer.start()) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.url());
            source.setUser("postgres");
            try (OpenStore open = OpenStore.on(source)) {
                return new AttestationsBench(open, "public", Copied::new, List.of("VACUUM ANALYZE"))
                        .measure("PostgreSQL");
            }
        }
    }

    private static double onDerby() throws Exception {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("sejour.work")), "attestations-");
        List<String> statistics = Stream.of(
                        "PERSON",
                        "HELD_PERMIT",
                        "PERMIT_CASE",
                        "PIECE",
                        "CLOCK",
                        "TASK",
                        "ATTESTATION",
                        "NOTICE",
                        "RESIDENCE")
                .map(table -> "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', '" + table + "', NULL)")
                .toList();
        try (OpenStore open = OpenStore.onDerby(folder.resolve("database"))) {
            return new AttestationsBench(open, "APP", Batched::new, statistics).measure("Derby");
        }
    }

    private double measure(String database) throws Exception {
        CaseNumber number = bringToTheEve();
        Map<String, List<Map<String, Object>>> eve;
        DueRows rows;
        try (Connection connection = open.source().getConnection()) {
            eve = FiledRows.tables(connection, schema);
            clock.moveTo(due(0));
            Report report = pass.run();
            if (report.papers() != 1) {
                throw new IllegalStateException("The model got no paper: " + report);
            }
            rows = new DueRows(eve, FiledRows.tables(connection, schema), number.value(), MODEL.value());
            connection.setAutoCommit(false);
            load(connection, eve, number);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statistics) {
                    statement.execute(sql);
                }
            }
        }
        System.out.printf("%n%s: for a paper that is due the pass adds %s%n", database, rows);
        return alternate(database, rows);
    }

    /** Files for the model and lets the days pass until the one before her paper is due. */
    private CaseNumber bringToTheEve() {
        Store store = open.store();
        store.write(records -> {
            records.notices().know("email");
            records.people()
                    .add(PersonRecord.declared(
                            MODEL,
                            new CivilStatus("Exemple", "Amina", LocalDate.of(1999, 4, 12), "MA"),
                            new Contact(Optional.of("amina@exemple.invalid"), Optional.empty(), "fr")));
            records.people()
                    .keep(
                            MODEL,
                            new HeldPermitFact(
                                    "register",
                                    new HeldPermit(
                                            new PermitCode("etudiant"),
                                            "T0000000000",
                                            Optional.of(DocumentKind.CST),
                                            LocalDate.of(2025, 9, 1),
                                            LocalDate.of(2026, 8, 31)),
                                    FactLevel.VERIFIED,
                                    FILED));
            return MODEL;
        });
        CaseNumber number = new NationalFilingDesk(store, upkeep, new Practices(), clock)
                .file(
                        Caller.applicant(new AccountId("bench"), MODEL),
                        new IdempotencyKey("renewal-of-the-model"),
                        FilingBuilder.builder()
                                .person(MODEL)
                                .channel(FilingChannel.ONLINE)
                                .permit(new PermitCode("etudiant"))
                                .residence(new Residence("1 place de Verdun", new CommuneCode("38185")))
                                .workAuthorisation(false)
                                .employed(false)
                                .build())
                .caseFile()
                .number();
        store.write(records -> {
            var record = records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
            List<PieceRecord> pieces = upkeep.law().missing(record).stream()
                    .map(type -> new PieceRecord(type, PieceFile.State.WAIVED, Optional.empty(), Optional.empty()))
                    .toList();
            upkeep.keep(records, new Upkeep.Deed(record.withPieces(pieces), List.of(), List.of()), FILED);
            return number;
        });
        for (LocalDate day = LocalDate.of(2026, 6, 2); !day.isAfter(EVE); day = day.plusDays(1)) {
            clock.moveTo(day.atTime(9, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
            pass.run();
        }
        return number;
    }

    /** The instant at which the papers of a round are due: one minute after those of the round before. */
    private static Instant due(int round) {
        return EVE.plusDays(1)
                .atStartOfDay(ZoneId.of("Europe/Paris"))
                .plusMinutes(round)
                .toInstant();
    }

    /** Copies the model; the first round is the model's own. */
    private void load(Connection connection, Map<String, List<Map<String, Object>>> eve, CaseNumber number)
            throws SQLException {
        long begin = System.nanoTime();
        int people = 2 * ROUND * (PAIRS + 1);
        List<String> wanted = eve.keySet().stream()
                .filter(table -> eve.get(table).stream()
                        .anyMatch(row -> row.containsValue(MODEL.value()) || row.containsValue(number.value())))
                // a key is its account's, and triggers write the text of a case
                .filter(table -> !List.of("filing_key", "case_text").contains(table))
                .toList();
        Map<String, IntFunction<String>> identifiers = new LinkedHashMap<>();
        identifiers.put(number.value(), "%019d"::formatted);
        identifiers.put(MODEL.value(), "person-%010d"::formatted);
        eve.get("attestation").forEach(row -> {
            identifiers.put(
                    (String) row.get("attestation_number"),
                    at -> "SJ-A000-%04d-%04d".formatted(at / 10_000, at % 10_000));
            identifiers.put((String) row.get("check_code"), "A%011d"::formatted);
        });
        for (Map<String, Object> row : eve.get("notice")) {
            String which = "n" + identifiers.size() + "-";
            identifiers.put((String) row.get("notice_id"), at -> which + at);
        }
        for (int from = 1; from <= people; from += LOAD_CHUNK) {
            for (String table : wanted) {
                for (Map<String, Object> model : eve.get(table)) {
                    List<String> columns = new ArrayList<>(model.keySet());
                    columns.remove("status_index");
                    List<Object[]> rows = new ArrayList<>();
                    for (int at = from; at < Math.min(from + LOAD_CHUNK, people + 1); at++) {
                        rows.add(copy(model, columns, identifiers, at));
                    }
                    sink.apply(connection).write(table, columns, rows);
                }
            }
            connection.commit();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d people written in %d s%n",
                people,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private static Object[] copy(
            Map<String, Object> model, List<String> columns, Map<String, IntFunction<String>> identifiers, int at) {
        Object[] row = new Object[columns.size()];
        for (int column = 0; column < row.length; column++) {
            Object value = model.get(columns.get(column));
            if (columns.get(column).equals("wake_at")) {
                value = Timestamp.valueOf(
                        due(1 + (at - 1) / ROUND).atOffset(ZoneOffset.UTC).toLocalDateTime());
            } else if (value instanceof String text) {
                for (Map.Entry<String, IntFunction<String>> identifier : identifiers.entrySet()) {
                    if (text.contains(identifier.getKey())) {
                        text = text.replace(
                                identifier.getKey(), identifier.getValue().apply(at));
                    }
                }
                value = text;
            }
            row[column] = value;
        }
        return row;
    }

    private double alternate(String database, DueRows rows) throws Exception {
        double[] ratios = new double[PAIRS];
        double[] ofData = new double[PAIRS];
        // The first pair warms both up and does not count.
        for (int pair = -1; pair < PAIRS; pair++) {
            int ours = 1 + 2 * (pair + 1);
            timed.reset();
            clock.moveTo(due(ours));
            long begin = System.nanoTime();
            Report report = pass.run();
            double passed = (System.nanoTime() - begin) / 1e9;
            if (report.papers() != ROUND || report.failed() > 0) {
                throw new IllegalStateException("Not everybody got a paper: " + report);
            }
            begin = System.nanoTime();
            writePlainly(rows, ours + 1);
            double written = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: pass %.1f s (data %.0f %%, law %.0f %%), plain rows %.1f s; a paper %.0f us of data, %.0f of law,"
                            + " plain %.0f us%n",
                    pair < 0 ? "warm-up" : "pair " + (pair + 1),
                    passed,
                    100 * timed.dataShare(),
                    100 - 100 * timed.dataShare(),
                    written,
                    1e6 * passed * timed.dataShare() / ROUND,
                    1e6 * passed * (1 - timed.dataShare()) / ROUND,
                    1e6 * written / ROUND);
            if (pair >= 0) {
                ratios[pair] = passed / written;
                ofData[pair] = passed * timed.dataShare() / written;
            }
        }
        check(2L * ROUND * (PAIRS + 1) + 1);
        System.out.printf(
                Locale.ROOT,
                "%s: ratio of the data part %.1f (gate %.0f, goal %.0f), of the whole pass %.1f%n",
                database,
                Round.median(ofData),
                MOST,
                GOAL,
                Round.median(ratios));
        return Round.median(ofData);
    }

    private void writePlainly(DueRows rows, int round) throws SQLException {
        int first = (round - 1) * ROUND + 1;
        try (Connection connection = open.source().getConnection()) {
            connection.setAutoCommit(false);
            for (int from = first; from < first + ROUND; from += PLAIN_CHUNK) {
                int last = Math.min(from + PLAIN_CHUNK, first + ROUND) - 1;
                rows.writeFor(connection, "%019d".formatted(from), "%019d".formatted(last));
            }
            connection.setAutoCommit(true);
        }
    }

    private void check(long people) throws SQLException {
        try (Connection connection = open.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*), COUNT(DISTINCT person_id) FROM attestation"
                        + " WHERE kind = 'ATTESTATION_DE_PROLONGATION'")) {
            found.next();
            if (found.getLong(1) != people || found.getLong(2) != people) {
                throw new IllegalStateException("Of " + people + " people " + found.getLong(2) + " have papers, "
                        + found.getLong(1) + " of them");
            }
        }
    }

    /** A clock that stands where it was put. */
    private static final class HandClock extends Clock {

        private volatile Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        void moveTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
