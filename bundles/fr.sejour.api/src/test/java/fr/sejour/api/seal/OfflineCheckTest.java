package fr.sejour.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.sejour.api.seal.OfflineAnswer.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@code checks.json}, which the page that checks in a browser passes too. */
class OfflineCheckTest {

    private static final Map<String, Object> TABLE = table();

    /** One row. */
    record Row(String about, String seal, OfflineCheck check, OffsetDateTime at, String answer) {

        OfflineAnswer given() {
            return check.check(seal, Clock.fixed(at.toInstant(), at.getOffset()));
        }

        @Override
        public String toString() {
            return about;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_has_its_answer(Row row) {
        assertThat(row.given().code()).isEqualTo(row.answer());
    }

    @Test
    void every_answer_that_there_is_stands_in_the_table() {
        Set<String> expected = rows().map(Row::answer).collect(Collectors.toCollection(TreeSet::new));
        Set<String> given = rows().map(row -> row.given().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Stream.of(OfflineAnswer.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(given).isEqualTo(known);
        assertThat(expected).hasSameSizeAs(known);
    }

    @Test
    void only_what_is_genuine_says_anything_of_a_paper_and_only_a_valid_one_is_relied_on() {
        Set<String> silent = Set.of("altered", "unknown-key", "key-not-valid", "unreadable", "not-a-seal");
        Set<String> denied = Set.of("not-yet-valid", "expired", "revoked", "replaced", "altered", "key-not-valid");
        rows().forEach(row -> {
            OfflineAnswer answer = row.given();

            assertThat(answer.paper().isEmpty()).as(row.about()).isEqualTo(silent.contains(answer.code()));
            assertThat(answer.trust())
                    .as(row.about())
                    .isEqualTo(
                            answer.code().equals("valid")
                                    ? Trust.RELIED_ON
                                    : denied.contains(answer.code()) ? Trust.NOT_RELIED_ON : Trust.IN_DOUBT);
        });
    }

    @Test
    void whose_paper_it_is_stands_in_the_answer_to_be_compared() {
        Row row = rows().filter(it -> it.about().equals("a paper within its days, in a fresh list"))
                .findFirst()
                .orElseThrow();

        OfflineAnswer.Valid valid = (OfflineAnswer.Valid) row.given();

        assertThat(valid.sealed().givenNames().letters()).isEqualTo("AMINA");
        assertThat(valid.sealed().familyName().letters()).isEqualTo("BENALI");
        assertThat(valid.sealed().birthDate()).isEqualTo(LocalDate.of(1999, 2, 28));
        assertThat(valid.sealed().rights().value()).isEqualTo("SX WH964 TP CM");
        assertThat(valid.listedAt()).isEqualTo(Instant.parse("2026-06-20T08:00:00Z"));
    }

    @Test
    void whatever_it_is_given_it_answers() {
        OfflineCheck check = new OfflineCheck(List.of(), List.of(), List.of("", "...", "a.b.c"));
        Clock clock = Clock.systemUTC();

        for (String text : List.of("DC04", "\u0000", "é".repeat(3_000), "DC04".repeat(100_000), "\uD800")) {
            assertThat(check.check(text, clock).trust()).isEqualTo(Trust.IN_DOUBT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"keys\":{}}",
                "{\"keys\":[1]}",
                "{\"keys\":[{}]}",
                "{\"keys\":[]} ,",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[null]}",
                "{\"keys\":[[[[[[[[[[]]]]]]]]]]}",
                "{\"keys\":[{\"kid\":\"SJ00S001\",\"x\":\"AA\",\"y\":\"AA\",\"from\":\"2026-01-01\"}]}"
            })
    void what_is_no_set_of_keys_is_refused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> OfflineCheck.of(json, "{\"keys\":[]}", List.of()));
    }

    @Test
    void json_is_read_as_it_is_written() {
        assertThat(Json.object(" {\"a\": \"\\u00e9\\n\\\"\", \"b\" : [ 1, -2 , true ], \"c\":{} }\n"))
                .isEqualTo(Map.of("a", "é\n\"", "b", List.of(1L, -2L, true), "c", Map.of()));
    }

    private static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Object each : (List<?>) TABLE.get("cases")) {
            Map<String, Object> row = Json.members(each);
            rows.add(new Row(
                    text(row, "about"),
                    text(Json.members(TABLE.get("seals")), text(row, "seal")),
                    new OfflineCheck(
                            named(row, "keys").stream()
                                    .map(Json::members)
                                    .map(Json::texts)
                                    .map(SealKey::of)
                                    .toList(),
                            named(row, "listKeys").stream()
                                    .map(Json::members)
                                    .map(Json::texts)
                                    .map(ListKey::of)
                                    .toList(),
                            named(row, "lists").stream().map(String.class::cast).toList()),
                    OffsetDateTime.parse(text(row, "at")),
                    text(row, "answer")));
        }
        return rows.stream();
    }

    private static List<Object> named(Map<String, Object> row, String what) {
        Map<String, Object> all = Json.members(TABLE.get(what));
        List<Object> named = new ArrayList<>();
        ((List<?>) row.get(what)).forEach(name -> named.add(all.get(String.valueOf(name))));
        return named;
    }

    private static String text(Map<String, Object> members, String name) {
        return (String) members.get(name);
    }

    private static Map<String, Object> table() {
        try (InputStream file = OfflineCheckTest.class.getResourceAsStream("checks.json")) {
            return Json.object(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
