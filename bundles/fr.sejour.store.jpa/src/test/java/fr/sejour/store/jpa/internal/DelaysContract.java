package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.LocalDelay.Spread;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Nature;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.DelayRecords.DecidedCase;
import fr.sejour.core.port.DelayRecords.Ground;
import fr.sejour.core.port.DelayRecords.Told;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long decisions took, and what was told of it. */
abstract class DelaysContract extends ShelfContract {

    private static final Ground STUDENTS = new Ground(ISERE, new PermitCode("etudiant"), Nature.FIRST);

    DelaysContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void the_decisions_told_since_a_day_come_by_number_page_by_page() {
        keep(
                aCase(1, 1),
                decided(4, Outcome.GRANTED, THAT_DAY, Optional.empty()),
                decided(2, Outcome.GRANTED, THAT_DAY.minusDays(1), Optional.empty()),
                decided(3, Outcome.REFUSED, THAT_DAY.minusDays(9), Optional.of(THAT_DAY.plusDays(3))),
                decided(5, Outcome.REFUSED, THAT_DAY, Optional.empty()),
                decided(6, Outcome.REFUSED, THAT_DAY.minusDays(9), Optional.of(THAT_DAY.minusDays(1))),
                decided(7, Outcome.REGISTRATION_REFUSED, THAT_DAY, Optional.of(THAT_DAY)));

        List<DecidedCase> first = since(THAT_DAY, Optional.empty(), 1);
        List<DecidedCase> rest = since(THAT_DAY, Optional.of(caseNumber(3)), 9);

        assertThat(first).containsExactly(told(3, THAT_DAY.plusDays(3)));
        assertThat(rest).containsExactly(told(4, THAT_DAY));
    }

    @Test
    void a_case_past_reading_says_nothing_and_hides_no_other() {
        keep(
                decided(1, Outcome.GRANTED, THAT_DAY, Optional.empty()),
                decided(2, Outcome.GRANTED, THAT_DAY, Optional.empty()));
        raw.run("UPDATE permit_case SET prefecture = '?' WHERE case_number = '" + caseNumber(1) + "'");

        assertThat(since(THAT_DAY, Optional.empty(), 9))
                .containsExactly(new DecidedCase(caseNumber(1), Optional.empty()), told(2, THAT_DAY));
    }

    @Test
    void a_count_stands_in_the_place_of_the_last_one() {
        LocalDelay known = new LocalDelay(31, Optional.of(new Spread(47, 130)), Optional.of(THAT_DAY));
        LocalDelay few = new LocalDelay(3, Optional.empty(), Optional.of(THAT_DAY));
        Ground renewals = new Ground(ISERE, new PermitCode("etudiant"), Nature.RENEWAL);
        Ground elsewhere = new Ground(RHONE, new PermitCode("etudiant"), Nature.FIRST);
        write(records -> records.delays().keep(Map.of(STUDENTS, few, renewals, few)));

        write(records -> records.delays().keep(Map.of(STUDENTS, known, elsewhere, few)));

        assertThat(delay(STUDENTS)).isEqualTo(known);
        assertThat(delay(elsewhere)).isEqualTo(few);
        assertThat(delay(renewals)).isEqualTo(LocalDelay.UNKNOWN);
        assertThat(raw.rows("SELECT prefecture, permit, nature, case_count, half_days, nine_tenths_days, counted_on"
                        + " FROM local_delay ORDER BY prefecture"))
                .containsExactly("38|etudiant|FIRST|31|47|130|2026-03-10", "69|etudiant|FIRST|3|-|-|2026-03-10");
    }

    @Test
    void a_delay_is_one_statement() {
        List<String> statements = watched.during(() -> delay(STUDENTS));

        assertThat(statements).hasSize(1);
    }

    private LocalDelay delay(Ground ground) {
        return store.read(records -> records.delays().of(ground));
    }

    private List<DecidedCase> since(LocalDate day, Optional<CaseNumber> after, int limit) {
        return store.read(records -> records.delays().decidedSince(day, after, limit));
    }

    private DecidedCase told(long number, LocalDate on) {
        return new DecidedCase(
                caseNumber(number), Optional.of(new Told(aCase(number, 1).filed(), ISERE, on)));
    }

    private CaseRecord decided(long number, Outcome outcome, LocalDate on, Optional<LocalDate> notifiedOn) {
        return aCase(number, 1)
                .withDecision(Optional.of(new DecisionFile(
                        outcome,
                        on,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        notifiedOn.map(day -> new NotificationFile("letter", day, "proof")),
                        "2026-05-01")));
    }
}
