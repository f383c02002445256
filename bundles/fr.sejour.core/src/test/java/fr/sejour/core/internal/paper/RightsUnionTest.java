package fr.sejour.core.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.CoverageLedger.Interval;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RightsUnionTest {

    @Test
    void the_widest_right_of_each_kind_counts() {
        HeldRights held = of("SX WN TN CN", "SP WA T0 CM");

        assertThat(held.stay().map(Right::value)).contains(Reading.settled(StayRight.PROVEN));
        assertThat(held.work()).extracting(Right::value).containsExactly(Reading.settled(WorkRight.ANY));
        assertThat(held.travel().map(Right::value)).contains(Reading.settled(TravelRight.NONE));
        assertThat(held.social().map(Right::value)).contains(Reading.settled(SocialRight.MAINTAINED));
        assertThat(held.open()).isFalse();
    }

    @Test
    void works_of_two_kinds_stand_beside_each_other() {
        HeldRights held = of("SP WH964 TN CN", "SP WE TN CN", "SP WN TN CN");

        assertThat(held.work())
                .extracting(Right::value)
                .containsExactlyInAnyOrder(
                        Reading.settled(WorkRight.hoursPerYear(964)), Reading.settled(WorkRight.WITH_AUTHORISATION));
    }

    @Test
    void more_hours_include_fewer_and_any_work_includes_all() {
        assertThat(of("SP WH500 TN CN", "SP WH964 TN CN").work())
                .extracting(Right::value)
                .containsExactly(Reading.settled(WorkRight.hoursPerYear(964)));
        assertThat(of("SP WH964 TN CN", "SP WLEM TN CN", "SP WA TN CN").work())
                .extracting(Right::value)
                .containsExactly(Reading.settled(WorkRight.ANY));
    }

    @Test
    void what_a_proof_leaves_open_denies_nothing_and_is_said() {
        HeldRights held = of("SP W0 T0 C0");

        assertThat(held.work()).isEmpty();
        assertThat(held.travel()).isEmpty();
        assertThat(held.open()).isTrue();
        assertThat(of("SP W0 T0 C0", "SP WA T0 C0").open()).isFalse();
    }

    @Test
    void without_a_proof_there_is_no_right() {
        assertThat(RightsUnion.of(List.of()))
                .isEqualTo(new HeldRights(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false));
    }

    private static HeldRights of(String... lines) {
        return RightsUnion.of(Arrays.stream(lines)
                .map(line -> new RightsCode(line).rights())
                .map(rights -> new Interval(
                        "RECEPISSE",
                        "SJ",
                        Validity.from(LocalDate.of(2026, 1, 1), ZoneId.of("Europe/Paris")),
                        Optional.empty(),
                        rights.stay(),
                        rights.work(),
                        rights.travel(),
                        rights.social(),
                        List.of()))
                .toList());
    }
}
