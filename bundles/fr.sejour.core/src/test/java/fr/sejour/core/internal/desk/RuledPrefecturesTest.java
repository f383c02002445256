package fr.sejour.core.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.edition.EditionFiles;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.core.internal.MovableClock;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.law.Editions;
import fr.sejour.spi.rules.PrefectureRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuledPrefecturesTest {

    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final PrefectureCode MAYOTTE = new PrefectureCode("976");

    /** From July on, were it so, the préfet of the Isère sits in Vienne. */
    private static final EditionFiles SEAT_MOVES = new EditionFiles(
            "seat",
            Map.of(
                    "edition.yaml",
                    """
                    edition: seat
                    extends: '2026-05-01'
                    in_force_from: '2026-07-01'
                    recorded_on: '2026-06-10'
                    confidence: high
                    confidence_note: an example
                    replaces: [prefectures]
                    """,
                    "prefectures.csv",
                    shipped("2026-01-01/prefectures.csv").replace("38,Isère,Grenoble,", "38,Isère,Vienne,")));

    private final Practices practices = new Practices();
    private final RuledPrefectures prefectures =
            new RuledPrefectures(new Editions(), practices, new MovableClock("2026-06-01T07:00:00Z"));

    @Test
    void the_name_and_the_zone_of_a_prefecture_are_read_without_asking_its_rules() {
        AtomicInteger asked = new AtomicInteger();
        LocalRules.arrive(practices, "38", counted(asked));

        Prefecture isere = prefectures.prefecture(ISERE);

        assertThat(isere.departement()).isEqualTo("Isère");
        assertThat(prefectures.prefecture(MAYOTTE).zone()).isEqualTo(ZoneId.of("Indian/Mayotte"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void the_profile_of_a_prefecture_is_what_its_rules_say() {
        AtomicInteger asked = new AtomicInteger();
        LocalRules.arrive(practices, "38", counted(asked));

        assertThat(prefectures.find(ISERE).prefecture()).isEqualTo(prefectures.prefecture(ISERE));
        assertThat(prefectures.find(ISERE).servicePoints())
                .extracting(ServicePoint::id)
                .containsExactly("grenoble");
        assertThat(prefectures.find(ISERE).collection()).isEqualTo(CollectionMode.WALK_IN);
    }

    @Test
    void a_prefecture_that_no_law_knows_is_not_found() {
        PrefectureCode nobody = new PrefectureCode("985");

        assertThat(Refusals.of(() -> prefectures.prefecture(nobody)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> prefectures.find(nobody)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-06-30T21:30:00Z, Grenoble", // 23:30 in Paris
        "2026-06-30T22:30:00Z, Vienne",
        "2026-06-30T23:30:00Z, Vienne",
        "2026-07-01T00:30:00Z, Vienne",
    })
    void whoever_is_asked_answers_by_the_same_law_in_the_night_of_an_edition(String instant, String seat) {
        Editions moved = new Editions().with(List.of(SEAT_MOVES));
        MovableClock clock = new MovableClock(instant);

        assertThat(new RuledPrefectures(moved, practices, clock)
                        .prefecture(ISERE)
                        .city())
                .isEqualTo(seat);
        assertThat(new RuledCommunes(moved, practices, clock)
                        .competence(Platform.GRENOBLE, Optional.empty())
                        .prefecture()
                        .city())
                .isEqualTo(seat);
    }

    private static String shipped(String path) {
        try (InputStream file = Editions.class.getResourceAsStream("/fr/sejour/law/editions/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PrefectureRules counted(AtomicInteger asked) {
        return new PrefectureRules() {
            @Override
            public List<ServicePoint> servicePoints() {
                asked.incrementAndGet();
                return List.of(new ServicePoint("grenoble", "Grenoble", "1 place de l'Exemple", List.of("lundi")));
            }

            @Override
            public Optional<CollectionMode> collection(PermitCode permit) {
                return Optional.of(CollectionMode.WALK_IN);
            }
        };
    }
}
