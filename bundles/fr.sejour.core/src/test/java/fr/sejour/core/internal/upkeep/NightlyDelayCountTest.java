package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.LocalDelay.Spread;
import fr.sejour.api.operation.DelayCount.Round;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.core.internal.Platform;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightlyDelayCountTest {

    private static final LocalDate FILED = LocalDate.of(2026, 6, 1);

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final NightlyDelayCount count = new NightlyDelayCount(platform.store, platform.upkeep, platform.clock);

    @Test
    void before_the_first_count_nothing_is_said() {
        assertThat(delayOf(firstFiling(GRENOBLE), AGENT_38)).contains(LocalDelay.UNKNOWN);
    }

    @Test
    void refusals_count_on_the_day_they_are_notified_and_grants_on_the_day_they_are_signed() {
        CaseNumber waiting = firstFiling(GRENOBLE);
        for (int at = 0; at < 10; at++) {
            decide(firstFiling(GRENOBLE), Optional.empty());
        }
        for (int at = 0; at < 10; at++) {
            decide(firstFiling(GRENOBLE), Optional.of(2));
        }

        assertThat(count.count()).isEqualTo(new Round(20, 1, 1));

        // ten took 30 days to the signature, ten took 30 and then 2 until they were notified
        LocalDate today = FILED.plusDays(32);
        assertThat(delayOf(waiting, AGENT_38))
                .contains(new LocalDelay(20, Optional.of(new Spread(30, 32)), Optional.of(today)));
    }

    @Test
    void what_is_not_notified_or_was_not_decided_does_not_count() {
        CaseNumber unheard = underReview(firstFiling(GRENOBLE));
        platform.act(AGENT_38, unheard, new Act.Refuse("motif", "arrêté"));
        CaseNumber withdrawn = firstFiling(GRENOBLE);
        platform.act(AGENT_38, withdrawn, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.DEATH, "acte de décès"));

        assertThat(count.count()).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void each_prefecture_and_nature_has_its_own_count() {
        decide(firstFiling(GRENOBLE), Optional.empty());
        platform.clock.moveTo(FILED);
        decide(renewal(), Optional.empty());
        platform.clock.moveTo(FILED);
        CaseNumber inLyon = firstFiling(LYON);
        platform.clock.moveTo(FILED.plusDays(31));

        assertThat(count.count()).isEqualTo(new Round(2, 2, 0));
        assertThat(delayOf(inLyon, AGENT_69)).contains(LocalDelay.UNKNOWN);
    }

    @Test
    void a_decision_older_than_ninety_days_counts_no_more() {
        decide(firstFiling(GRENOBLE), Optional.empty());
        LocalDate signed = FILED.plusDays(30);
        platform.clock.moveTo(signed.plusDays(89));
        assertThat(count.count()).isEqualTo(new Round(1, 1, 0));

        platform.clock.moveTo(signed.plusDays(90));

        assertThat(count.count()).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void whoever_has_the_decision_is_told_no_delay() {
        CaseNumber number = firstFiling(GRENOBLE);
        decide(number, Optional.empty());

        assertThat(delayOf(number, AGENT_38)).isEmpty();
    }

    private CaseNumber firstFiling(CommuneCode commune) {
        return file(platform.someone(), commune);
    }

    private CaseNumber renewal() {
        return file(platform.aStudent(), GRENOBLE);
    }

    private CaseNumber file(PersonId person, CommuneCode commune) {
        platform.clock.moveTo(FILED);
        return platform.file(person, "etudiant", commune).caseFile().number();
    }

    private CaseNumber underReview(CaseNumber number) {
        platform.act(AGENT_38, number, new Act.TakeUp());
        return number;
    }

    /** @param notifiedAfter how many days after the signature of a refusal; a grant when there is none */
    private void decide(CaseNumber number, Optional<Integer> notifiedAfter) {
        underReview(number);
        LocalDate signed = FILED.plusDays(30);
        platform.clock.moveTo(signed);
        if (notifiedAfter.isEmpty()) {
            platform.act(AGENT_38, number, new Act.Grant(signed, signed.plusYears(1), "arrêté"));
            return;
        }
        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté"));
        LocalDate notified = signed.plusDays(notifiedAfter.get());
        platform.clock.moveTo(notified);
        platform.act(AGENT_38, number, new Act.Notify("registered-letter", notified, "RK 1"));
    }

    private Optional<LocalDelay> delayOf(CaseNumber number, Caller reader) {
        return platform.review.find(reader, number).delay();
    }
}
