package fr.sejour.distribution.bench;

import fr.sejour.core.port.JournalChain;
import fr.sejour.core.port.NameWords;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a country, drawn from a seed: a bit more than half of them open, a fifth of these in one préfecture and few in the
 * smallest, permits as they are asked for, names of which some are very common. What is not drawn is as in one real filing.
 */
final class Stock {

    static final String LARGEST = "75";
    static final String SMALLEST = "48";

    private static final int CHUNK = 20_000;
    private static final double OPEN = 0.56;
    private static final double IN_THE_LARGEST = 0.1786;
    private static final double IN_THE_SMALLEST = 0.0054;

    private static final Weighted<String> PERMITS = new Weighted<String>()
            .with(260, "etudiant")
            .with(120, "vpf_conjoint_francais")
            .with(80, "vpf_parent_enfant_francais")
            .with(80, "salarie")
            .with(100, "carte_resident")
            .with(70, "refugie")
            .with(50, "protection_subsidiaire")
            .with(60, "vpf_liens_personnels")
            .with(40, "vpf_regroupement_familial")
            .with(40, "algerien_1_an")
            .with(30, "talent_salarie_qualifie")
            .with(20, "visiteur")
            .with(20, "travailleur_temporaire")
            .with(13, "vpf_etranger_malade")
            .with(1, "volontaire")
            .with(1, "retraite");

    private static final Weighted<String> OPEN_STATUSES = new Weighted<String>()
            .with(30, "FILED")
            .with(15, "AWAITING_PIECES")
            .with(33, "UNDER_REVIEW")
            .with(8, "SILENTLY_REFUSED")
            .with(3, "GRANTED")
            .with(6, "CARD_IN_PRODUCTION")
            .with(5, "CARD_READY");

    private static final Weighted<String> ENDED_STATUSES = new Weighted<String>()
            .with(70, "HANDED_OVER")
            .with(8, "DELIVERED")
            .with(12, "REFUSED")
            .with(6, "WITHDRAWN")
            .with(4, "MOOT");

    private static final Weighted<String> CHANNELS = new Weighted<String>()
            .with(880, "ONLINE")
            .with(90, "COUNTER")
            .with(29, "POST")
            .with(1, "SUBSTITUTE");

    private static final Weighted<String> FACTS =
            new Weighted<String>().with(70, "VERIFIED").with(20, "SEEN").with(10, "DECLARED");

    /** What is owed in a state, and by whom. */
    private static final Map<String, List<String>> OWED = Map.of(
            "FILED", List.of("PREFECTURE", "take-up"),
            "AWAITING_PIECES", List.of("PERSON", "answer-pieces"),
            "UNDER_REVIEW", List.of("PREFECTURE", "decide"),
            "SILENTLY_REFUSED", List.of("PREFECTURE", "decide"),
            "GRANTED", List.of("PREFECTURE", "order-card"),
            "CARD_IN_PRODUCTION", List.of("CARD_MAKER", "produce-card"),
            "CARD_READY", List.of("PERSON", "collect-card"));

    private static final List<String> COMMON_NAMES = List.of(
            "Diallo", "Traoré", "Nguyen", "Ben Ahmed", "El Amrani", "Benali", "Camara", "Coulibaly", "Singh", "Khan");

    private static final List<String> GIVEN_NAMES = List.of(
            "Aïssatou",
            "Amina",
            "Mohamed",
            "Fatima",
            "Wei",
            "Ana",
            "Ibrahim",
            "Marie",
            "Ahmed",
            "Olena",
            "Yousef",
            "Linh",
            "Samuel",
            "Khadija",
            "Jean-Baptiste",
            "Leïla",
            "Omar",
            "Grace",
            "Mehdi",
            "Zeynep");

    private static final List<String> SYLLABLES = List.of(
            "ba", "dia", "ko", "ma", "ri", "ou", "sa", "né", "ti", "lo", "ya", "kha", "mou", "zi", "fo", "gue", "he",
            "ju", "ra", "vi");

    private final Random random;
    private final LocalDate today;
    private final Map<String, Table> tables = new TreeMap<>();
    private final Weighted<String> elsewhere = new Weighted<>();
    private Optional<String> lastPerson = Optional.empty();

    /** Where rows go; each table's parents come before it. */
    interface Sink {
        void write(String table, List<String> columns, List<Object[]> rows) throws SQLException;

        void commit() throws SQLException;
    }

    /** @param models of each table a row, as a filing wrote it; with every column, whose values may be null */
    Stock(long seed, LocalDate today, Map<String, Map<String, Object>> models) {
        this.random = new Random(seed);
        this.today = today;
        models.forEach((table, model) -> tables.put(table, new Table(model)));
        for (int department = 1; department <= 95; department++) {
            String code = "%02d".formatted(department);
            if (!List.of("20", LARGEST, SMALLEST).contains(code)) {
                // the more people the fewer such départements
                elsewhere.with(10_000 / (10 + department * 37 % 95), code);
            }
        }
    }

    void write(int cases, Sink sink) throws SQLException {
        for (int from = 0; from < cases; from += CHUNK) {
            Map<String, List<Object[]>> rows = new LinkedHashMap<>();
            for (String table : List.of("person", "person_name", "permit_case", "clock", "task", "decision")) {
                rows.put(table, new ArrayList<>());
            }
            for (int at = from; at < Math.min(cases, from + CHUNK); at++) {
                draw(rows);
            }
            for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
                sink.write(table.getKey(), tables.get(table.getKey()).columns, table.getValue());
            }
            sink.commit();
        }
    }

    private void draw(Map<String, List<Object[]>> rows) {
        boolean open = random.nextDouble() < OPEN;
        String number = number();
        String prefecture = prefecture();
        String status = (open ? OPEN_STATUSES : ENDED_STATUSES).draw(random);
        LocalDate filed = today.minusDays(open ? random.nextInt(150) : 60 + random.nextInt(1000));
        boolean employed = random.nextDouble() < 0.45;
        int priority = random.nextDouble() < 0.9 ? 0 : 1 + random.nextInt(5);
        Optional<LocalDate> rightEnds = open && random.nextDouble() < 0.8
                ? Optional.of(today.plusDays(random.nextInt(150) - 30))
                : Optional.empty();
        boolean offered = open && random.nextDouble() < 0.004;
        boolean duplicate = open && random.nextDouble() < 0.003;
        Table.Row row = tables.get("permit_case")
                .row()
                .with("case_number", number)
                .with("person_id", person(rows))
                .with("permit", PERMITS.draw(random))
                .with("article", null)
                .with("channel", CHANNELS.draw(random))
                .with("employed", employed)
                .with("filed_at", instant(filed))
                .with("filed_on", Date.valueOf(filed))
                .with("status", status)
                .with("prefecture", prefecture)
                .with("transfer_to", offered ? "69" : null)
                .with("transfer_completes_on", offered ? Date.valueOf(today.plusDays(5)) : null)
                .with("transfer_reason", offered ? "Déménagement" : null)
                .with("facts", FACTS.draw(random))
                .with("complete_on", random.nextDouble() < 0.85 ? Date.valueOf(filed) : null)
                .with("answer_by", status.equals("AWAITING_PIECES") ? Date.valueOf(today.plusDays(20)) : null)
                .with("priority", priority)
                .with("wake_at", open ? instant(today.plusDays(200 + random.nextInt(200))) : null)
                .with("right_ends_on", rightEnds.map(Date::valueOf).orElse(null))
                .with("related", duplicate ? number() + " LIKELY_DUPLICATE SAME_GROUND" : null)
                .with("journal_lines", 0L)
                .with("journal_digest", JournalChain.START)
                .with("notice_count", 0)
                .with("queue_key", null)
                .with("next_who", null)
                .with("next_what", null)
                .with("next_by", null)
                .with("next_owner", null);
        if (open) {
            String end = rightEnds.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("99991231");
            row.with("next_who", OWED.get(status).get(0))
                    .with("next_what", OWED.get(status).get(1))
                    .with("next_by", Date.valueOf(filed.plusDays(15 + random.nextInt(150))))
                    .with("next_owner", prefecture)
                    .with(
                            "queue_key",
                            end
                                    + (employed ? "0" : "1")
                                    + (9 - priority)
                                    + DateTimeFormatter.BASIC_ISO_DATE.format(filed)
                                    + number);
        }
        rows.get("permit_case").add(row.values());
        rows.get("clock")
                .add(tables.get("clock")
                        .row()
                        .with("case_number", number)
                        .with("list_position", 0)
                        .with("kind", "silence")
                        .with("starts_on", Date.valueOf(filed))
                        .with("state", "RUNNING")
                        .with("meaning", "silence-refuses")
                        .values());
        if (duplicate || (open && random.nextDouble() < 0.08)) {
            rows.get("task").add(task(number, prefecture, duplicate));
        }
        if (List.of("HANDED_OVER", "DELIVERED", "REFUSED", "GRANTED", "CARD_IN_PRODUCTION", "CARD_READY")
                .contains(status)) {
            rows.get("decision").add(decision(number, filed, status.equals("REFUSED")));
        }
    }

    private Object[] task(String number, String prefecture, boolean duplicate) {
        String kind = duplicate ? "LOOK_AT_DUPLICATE" : random.nextDouble() < 0.01 ? "OBEY_COURT" : "DECIDE";
        return tables.get("task")
                .row()
                .with("task_id", number + "-" + kind)
                .with("case_number", number)
                .with("list_position", 0)
                .with("kind", kind)
                .with("owner", prefecture)
                .with("due_on", Date.valueOf(today.plusDays(random.nextInt(60) - 20)))
                .with("escalation", "TEAM")
                .with("question", null)
                .values();
    }

    private Object[] decision(String number, LocalDate filed, boolean refused) {
        LocalDate day = filed.plusDays(20 + random.nextInt(120));
        return tables.get("decision")
                .row()
                .with("case_number", number)
                .with("outcome", refused ? "REFUSED" : "GRANTED")
                .with("decided_on", Date.valueOf(day))
                .with("notified_by", refused ? "registered-letter" : null)
                .with("notified_on", refused ? Date.valueOf(day.plusDays(4)) : null)
                .with("notification_proof", refused ? "RK 1" : null)
                .with("edition", "2026-05-01")
                .values();
    }

    /** Every seventh case is of a person who has another. */
    private String person(Map<String, List<Object[]>> rows) {
        if (lastPerson.isPresent() && random.nextDouble() < 0.15) {
            return lastPerson.get();
        }
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        String familyName = random.nextDouble() < 0.06
                ? COMMON_NAMES.get(random.nextInt(COMMON_NAMES.size()))
                : syllables(2 + random.nextInt(3));
        String givenNames = GIVEN_NAMES.get(random.nextInt(GIVEN_NAMES.size()));
        rows.get("person")
                .add(tables.get("person")
                        .row()
                        .with("person_id", id)
                        .with("family_name", familyName)
                        .with("given_names", givenNames)
                        .values());
        for (String word : NameWords.of(familyName, givenNames)) {
            rows.get("person_name")
                    .add(tables.get("person_name")
                            .row()
                            .with("person_id", id)
                            .with("word", word)
                            .values());
        }
        lastPerson = Optional.of(id);
        return id;
    }

    private String syllables(int count) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < count; at++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String prefecture() {
        double at = random.nextDouble();
        return at < IN_THE_LARGEST
                ? LARGEST
                : at < IN_THE_LARGEST + IN_THE_SMALLEST ? SMALLEST : elsewhere.draw(random);
    }

    private String number() {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < 19; at++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private Timestamp instant(LocalDate day) {
        return Timestamp.valueOf(day.atTime(LocalTime.of(8, 0).plusSeconds(random.nextInt(36_000))));
    }

    /** The columns of a table with the values of its model. */
    private static final class Table {

        private final List<String> columns;
        private final Object[] model;

        Table(Map<String, Object> model) {
            this.columns = List.copyOf(model.keySet());
            this.model = model.values().toArray();
        }

        Row row() {
            return new Row(columns, model.clone());
        }

        /** A row on its way. */
        static final class Row {

            private final List<String> columns;
            private final Object[] values;

            Row(List<String> columns, Object[] values) {
                this.columns = columns;
                this.values = values;
            }

            Row with(String column, @Nullable Object value) {
                values[columns.indexOf(column)] = value;
                return this;
            }

            Object[] values() {
                return values;
            }
        }
    }

    /** Things drawn more or less often. */
    private static final class Weighted<T> {

        private final TreeMap<Integer, T> upTo = new TreeMap<>();
        private int total;

        Weighted<T> with(int weight, T thing) {
            total += weight;
            upTo.put(total, thing);
            return this;
        }

        T draw(Random random) {
            return upTo.higherEntry(random.nextInt(total)).getValue();
        }
    }
}
