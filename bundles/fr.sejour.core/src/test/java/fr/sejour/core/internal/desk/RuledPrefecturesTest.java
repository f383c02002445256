package fr.sejour.core.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.core.internal.MovableClock;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.law.Editions;
import fr.sejour.spi.rules.PrefectureRules;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RuledPrefecturesTest {

    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final PrefectureCode MAYOTTE = new PrefectureCode("976");

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
