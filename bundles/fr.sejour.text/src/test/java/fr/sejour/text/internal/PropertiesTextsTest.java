package fr.sejour.text.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.WorkCode;
import fr.sejour.api.seal.OfflineAnswer;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesTextsTest {

    private final PropertiesTexts texts = PropertiesTexts.onClassPath();

    @TempDir
    Path folder;

    @Test
    void french_comes_first() {
        assertThat(texts.languages()).containsExactly("fr", "en");
    }

    /** One lets an agent file for whoever shows it, the other lets whoever was handed it into an account. */
    @Test
    void the_code_for_the_counter_and_the_access_code_are_never_named_alike() {
        for (String key : texts.keys("fr")) {
            if (texts.places("fr", key).isEmpty()) {
                assertThat(said("fr", key)).as(key).doesNotContain("code du guichet", "code de récupération");
                assertThat(said("en", key)).as(key).doesNotContain("code of the counter", "recovery code");
            }
        }
        for (String key : List.of("field.%s-code", "problem.rule.%s-code")) {
            assertThat(said("fr", key.formatted("counter"))).contains("code pour le guichet");
            assertThat(said("fr", key.formatted("recovery"))).contains("code d'accès");
            assertThat(said("en", key.formatted("counter"))).contains("code for the counter");
            assertThat(said("en", key.formatted("recovery"))).contains("access code");
        }
    }

    private String said(String language, String key) {
        return texts.say(language, key, Map.of()).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    @Test
    void english_has_every_french_sentence_and_no_other() {
        assertThat(texts.keys("en")).isEqualTo(texts.keys("fr"));
    }

    @Test
    void every_sentence_has_the_same_places_in_both_languages() {
        for (String key : texts.keys("fr")) {
            assertThat(texts.places("en", key)).as(key).isEqualTo(texts.places("fr", key));
        }
    }

    @Test
    void papers_are_said_in_languages_that_the_pages_do_not_speak() {
        assertThat(texts.paperLanguages()).containsExactly("fr", "ar", "en", "es", "pt", "ru", "uk", "zh");
        assertThat(texts.languages()).containsExactly("fr", "en");
    }

    @Test
    void every_language_of_papers_has_every_sentence_of_rights_reasons_papers_and_prints_with_its_places() {
        Set<String> wanted = new TreeSet<>(texts.keys("fr"));
        wanted.removeIf(key -> !key.matches("(right|because|paper|print|language)\\..*"));
        Map<String, Object> arguments = new HashMap<>();
        for (String language : texts.paperLanguages()) {
            Set<String> said = new TreeSet<>(texts.keys(language));
            said.removeIf(key -> key.startsWith("seal."));
            if (!texts.languages().contains(language)) {
                assertThat(said).as(language).isEqualTo(wanted);
            }
            for (String key : wanted) {
                assertThat(texts.places(language, key)).as(language + " " + key).isEqualTo(texts.places("fr", key));
                texts.places(language, key).forEach(place -> arguments.put(place, 2));
                assertThat(texts.say(language, key, arguments))
                        .as(language + " " + key)
                        .isNotBlank()
                        .doesNotContain("{", "…");
            }
        }
    }

    @Test
    void whoever_is_shown_a_seal_reads_every_answer_in_arabic_too() {
        Set<String> wanted = new TreeSet<>(texts.keys("fr"));
        wanted.removeIf(key -> !key.startsWith("seal."));
        Set<String> said = new TreeSet<>(texts.keys("ar"));
        said.removeIf(key -> !key.startsWith("seal."));

        assertThat(said).isEqualTo(wanted);
        for (String key : wanted) {
            assertThat(texts.places("ar", key)).as(key).isEqualTo(texts.places("fr", key));
        }
    }

    @Test
    void every_answer_to_a_seal_has_its_sentence_and_says_what_to_do_next() {
        Set<String> answers = new TreeSet<>(Set.of("filing-only"));
        for (Class<?> answer : OfflineAnswer.class.getPermittedSubclasses()) {
            answers.add(
                    answer.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        }

        for (String beginning : List.of("seal.answer.", "seal.next.")) {
            assertThat(texts.keys("fr").stream()
                            .filter(key -> key.startsWith(beginning))
                            .map(key -> key.substring(beginning.length())))
                    .containsExactlyInAnyOrderElementsOf(answers);
        }
    }

    @Test
    void a_catalogue_that_nobody_has_reviewed_says_so_where_it_is_read_and_to_the_platform() throws IOException {
        for (String language : texts.paperLanguages()) {
            for (String concern : List.of("rights", "because", "papers", "prints")) {
                Path file = Path.of("src/main/resources/fr/sejour/text", concern + "_" + language + ".properties");
                assertThat(Files.readString(file).startsWith("# Not reviewed"))
                        .as(file.toString())
                        .isNotEqualTo(texts.reviewed(language));
            }
        }
        assertThat(texts.paperLanguages()).filteredOn(texts::reviewed).containsExactly("fr", "en");
    }

    @Test
    void hours_are_counted_as_each_language_counts() {
        assertThat(hours("ru", 1)).contains("1 часа в год");
        assertThat(hours("ru", 964)).contains("964 часов в год");
        assertThat(hours("uk", 1)).contains("1 годину на рік");
        assertThat(hours("uk", 2)).contains("2 години на рік");
        assertThat(hours("uk", 964)).contains("964 години на рік");
        assertThat(hours("uk", 965)).contains("965 годин на рік");
        assertThat(hours("ar", 2)).contains("ساعتين في السنة");
        assertThat(hours("ar", 5)).contains("5 ساعات في السنة");
        assertThat(hours("ar", 964)).contains("964 ساعة في السنة");
        assertThat(hours("es", 1)).contains("1 hora al año");
        assertThat(hours("pt", 964)).contains("964 horas por ano");
    }

    private String hours(String language, int hours) {
        return texts.say(language, "right.work.hours-per-year", Map.of("hours", hours));
    }

    @Test
    void a_day_reads_as_in_each_language() {
        Map<String, LocalDate> day = Map.of("day", LocalDate.of(2027, 3, 1));

        assertThat(texts.say("fr", "print.day", day)).isEqualTo("1er mars 2027");
        assertThat(texts.say("es", "print.day", day)).isEqualTo("1 de marzo de 2027");
        assertThat(texts.say("pt", "print.day", day)).isEqualTo("1 de março de 2027");
        assertThat(texts.say("zh", "print.day", day)).isEqualTo("2027年3月1日");
        assertThat(texts.say("ru", "print.day", day)).startsWith("1 марта 2027");
        assertThat(texts.say("uk", "print.day", day)).startsWith("1 березня 2027");
        assertThat(texts.say("ar", "print.day", day)).isEqualTo("1 مارس 2027");
    }

    @Test
    void what_a_paper_says_hangs_on_no_condition() {
        for (String key : texts.keys("fr")) {
            if (key.startsWith("right.") || key.startsWith("because.") || key.startsWith("print.")) {
                assertThat(texts.say("fr", key, Map.of("limit", "x", "hours", 2)))
                        .as(key)
                        .doesNotContainPattern("(?i)\\b(si|sous réserve|à condition|sauf)\\b");
            }
        }
    }

    @Test
    void every_sentence_can_be_said() {
        Map<String, Object> arguments = new java.util.HashMap<>();
        for (String language : texts.languages()) {
            for (String key : texts.keys(language)) {
                texts.places(language, key).forEach(place -> arguments.put(place, 2));

                assertThat(texts.say(language, key, arguments))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{")
                        .doesNotContain("…");
            }
        }
    }

    @Test
    void no_apostrophe_quotes_a_place_by_accident() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/fr/sejour/text"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("'{", "'}", "'#");
            }
        }
    }

    @Test
    void the_attestation_de_prolongation_is_never_shortened() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/fr/sejour/text"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\bAPI\\b");
            }
        }
    }

    @Test
    void a_work_sentence_bears_the_mention_that_relying_parties_read_or_its_plain_negation() {
        for (WorkCode code : WorkCode.values()) {
            String sentence = texts.say("fr", "right.work." + kebab(code), Map.of("limit", "l'activité", "hours", 964));

            assertThat(sentence.contains(" autorise son titulaire à travailler"))
                    .isEqualTo(code.authorisesWork());
            assertThat(sentence.contains("n'autorise pas son titulaire à travailler"))
                    .isEqualTo(!code.authorisesWork());
        }
    }

    @Test
    void no_right_hangs_on_a_condition() {
        for (String key : texts.keys("fr")) {
            if (key.startsWith("right.") || key.startsWith("because.")) {
                assertThat(texts.say("fr", key, Map.of("limit", "x", "hours", 1)))
                        .doesNotContainPattern("(?i)\\b(si|s'il|s'ils|lorsque|à condition|sous réserve)\\b");
                assertThat(texts.say("en", key, Map.of("limit", "x", "hours", 1)))
                        .doesNotContainPattern("(?i)\\b(if|unless|provided|when)\\b");
            }
        }
    }

    @Test
    void an_undetermined_right_neither_grants_nor_denies() {
        assertThat(texts.say("fr", "right.undetermined"))
                .startsWith("Ce point est en cours de vérification par les services nationaux")
                .doesNotContain("autorise");
    }

    @Test
    void every_code_of_the_platform_has_its_words_and_no_words_stand_for_a_code_that_nobody_gives() {
        assertFamily("right.stay", StayRight.class);
        assertFamily("right.travel", TravelRight.class);
        assertFamily("right.social", SocialRight.class);
        assertFamily("right.work", WorkCode.class);
        assertFamily("paper.about", PaperKind.class);
        assertFamily("status", CaseStatus.class);
        assertFamily("status.about", CaseStatus.class);
        assertFamily("act", ActKind.class);
        assertFamily("act.about", ActKind.class);
        assertFamily("moot", Act.CloseAsMoot.Cause.class);
        assertFamily("ordered", CourtOrder.Ordered.class);
        assertFamily("related", RelatedCase.Link.class);
        assertFamily("likeness", RelatedCase.Likeness.class);
        assertFamily("look-alike", LookAlike.Likeness.class);
        assertFamily("task", Task.Kind.class);
        assertFamily("task.about", Task.Kind.class);
        assertFamily("escalation", Task.Escalation.class);
        assertFamily("clock.state", ClockFile.State.class);
        assertFamily("next.who", NextAct.Who.class);
        assertFamily("next.other", NextAct.Who.class);
        assertFamily("timeliness", Timeliness.class, "undetermined");
        assertFamily("nature", Nature.class);
        assertFamily("channel", FilingChannel.class);
        assertFamily("fact", FactLevel.class);
        assertFamily("fee", FeeLine.Item.class);
        assertFamily("collection", CollectionMode.class);
        assertFamily("outcome", Outcome.class);
        for (PaperKind code : PaperKind.values()) {
            assertHas("paper." + kebab(code));
        }
        for (PieceFile.State code : PieceFile.State.values()) {
            assertHas("piece." + kebab(code));
        }
    }

    /** What comes as text and not as a type: the use cases and the law give these codes, and no others. */
    @Test
    void every_code_that_comes_as_text_has_its_words_too() {
        assertFamily(
                "next",
                "take-up",
                "decide",
                "answer-pieces",
                "order-card",
                "deliver",
                "confirm-receipt",
                "obey-court",
                "close",
                "produce-card",
                "collect-card",
                "notify");
        assertFamily("protection", "refugie", "protection-subsidiaire");
        assertFamily("letter.kind", "granted", "refused", "registration-refused", "reasons", "paper-revoked");
        assertFamily("clock", "receipt", "acknowledgement", "silence", "appeal", "reasons", "other");
        assertFamily(
                "clock.meaning",
                "receipt-due",
                "acknowledgement-due",
                "silence-refuses",
                "silence-has-no-effect",
                "appeal-closes",
                "appeal-as-decided",
                "appeal-awaits-reasons",
                "reasons-due",
                "other");
        assertFamily(
                "warning",
                "early-filing",
                "late-filing-no-attestation",
                "late-fee",
                "entry-conditions-again",
                "two-windows",
                "eu-long-term-resident-outside-the-window",
                "entry-date-needed",
                "same-ground-open",
                "other");
        assertFamily(
                "paper.end",
                "card-handed-over",
                "permit-over",
                "delivered",
                "refused",
                "withdrawn",
                "moot",
                "replaced",
                "corrected",
                "revoked",
                "other");
    }

    @Test
    void days_read_as_people_write_them() {
        Map<String, ?> first = Map.of("day", LocalDate.of(2027, 3, 1));

        assertThat(texts.say("fr", "paper.issued-on", first)).isEqualTo("Délivré le 1er mars 2027");
        assertThat(texts.say("en", "paper.issued-on", first)).isEqualTo("Issued on 1 March 2027");
    }

    @Test
    void an_instant_reads_in_the_time_of_paris() {
        Map<String, ?> evening = Map.of("day", Instant.parse("2027-07-13T22:05:00Z"));

        assertThat(texts.say("fr", "paper.issued-on", evening))
                .isEqualTo("Délivré le 14 juillet 2027 à 0\u00a0h\u00a005");
        assertThat(texts.say("en", "paper.issued-on", evening)).isEqualTo("Issued on 14 July 2027 at 00:05");
    }

    @Test
    void french_signs_keep_to_their_word() {
        assertThat(texts.say("fr", "right.undetermined")).contains("nationaux\u00a0; cette");
    }

    @Test
    void a_missing_value_leaves_a_readable_sentence() {
        assertThat(texts.say("fr", "paper.issued-on", Map.of())).isEqualTo("Délivré le …");
    }

    @Test
    void an_unknown_language_reads_french() {
        assertThat(texts.say("zz", "status.filed")).isEqualTo("Déposée");
        assertThat(texts.has("zz", "status.filed")).isFalse();
    }

    @Test
    void a_key_that_french_does_not_have_is_our_fault() {
        assertThatIllegalArgumentException().isThrownBy(() -> texts.say("fr", "no.such.key"));
    }

    @Test
    void a_key_written_twice_is_refused() throws IOException {
        Map<String, URL> files = Map.of(
                "one_fr.properties", file("one_fr.properties", "greeting=Bonjour"),
                "two_fr.properties", file("two_fr.properties", "greeting=Salut"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new PropertiesTexts(files))
                .withMessageContaining("greeting")
                .withMessageContaining("twice");
    }

    @Test
    void a_sentence_that_does_not_parse_is_refused() throws IOException {
        Map<String, URL> files = Map.of("one_fr.properties", file("one_fr.properties", "greeting=Bonjour {name"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new PropertiesTexts(files))
                .withMessageContaining("greeting");
    }

    private URL file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri().toURL();
    }

    private <E extends Enum<E>> void assertFamily(String prefix, Class<E> codes, String... besides) {
        Stream<String> given = Arrays.stream(codes.getEnumConstants()).map(PropertiesTextsTest::kebab);
        assertFamily(prefix, Stream.concat(given, Arrays.stream(besides)).toArray(String[]::new));
    }

    /** The keys that end one segment after the prefix. */
    private void assertFamily(String prefix, String... codes) {
        assertThat(texts.keys("fr").stream()
                        .filter(key -> key.startsWith(prefix + "."))
                        .map(key -> key.substring(prefix.length() + 1))
                        .filter(code -> !code.contains(".")))
                .as(prefix)
                .containsExactlyInAnyOrder(codes);
    }

    private void assertHas(String key) {
        assertThat(texts.has("fr", key)).as(key).isTrue();
    }

    private static String kebab(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
