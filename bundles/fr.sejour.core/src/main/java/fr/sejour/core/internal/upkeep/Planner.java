package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.ComingCoverage.ComingPaper;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.correction.Correction;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.UncoveredDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Works out what a case owes at an instant: pure but for the numbers it draws, so that a filing, an agent's act and the deadline
 * pass all end in the same place.
 */
final class Planner {

    private final CaseLaw law;
    private final Numbers numbers;
    private final Lead lead;

    Planner(CaseLaw law, Numbers numbers, Lead lead) {
        this.law = law;
        this.numbers = numbers;
        this.lead = lead;
    }

    /**
     * What moves by itself: transfer, residence, awaited pieces, facts, completeness, silence, appeal and papers. A case moves whatever the
     * person's other cases do, so that all can be moved one after the other.
     *
     * @param papers every paper of the person, those of other cases included
     */
    Plan move(CaseRecord record, PersonRecord person, Home home, List<Attestation> papers, Instant now) {
        return new DueMoves(law, lead, numbers, record, person, home, papers, now).plan();
    }

    /**
     * The case with its tasks, its next act and its wake instant, once every case of the person has moved: these look at the
     * person's rights as a whole.
     *
     * @param papers every paper of the person as it now stands
     * @param others the other cases of the person, as they now stand
     * @param elsewhere the next papers that these will give by themselves
     * @param correction what is proposed of the person and answered with this case
     */
    CaseRecord settle(
            CaseRecord moved,
            PersonRecord person,
            List<Attestation> papers,
            List<CaseRecord> others,
            List<ComingPaper> elsewhere,
            Optional<Correction> correction,
            Instant now) {
        CaseRecord compared = moved.withRelated(Duplicates.related(moved, others));
        return new DueTasks(law, lead, compared, person, papers, now).settled(others, elsewhere, correction);
    }

    /** The days, up to now, on which a case entitled its person to a proof of right that they did not hold. */
    List<UncoveredDay> uncovered(CaseRecord moved, PersonRecord person, List<Attestation> papers, Instant now) {
        return new Uncovered(law, lead, moved, person, papers, now).days();
    }

    /** What follows what a person holds now; empty when that has no known end. */
    Optional<ComingCoverage> coming(
            PersonRecord person,
            List<CaseRecord> cases,
            List<Attestation> papers,
            CoverageLedger ledger,
            ZoneId zone,
            Instant now) {
        if (ledger.covered() && ledger.coveredUntil().isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = ledger.coveredUntil().orElse(now).atZone(zone).toLocalDate();
        List<NextProof> next = cases.stream()
                .map(record -> new NextProof(law, lead, record, person, papers, now))
                .toList();
        Optional<ComingPaper> paper = next.stream()
                .flatMap(it -> it.paper().stream())
                .filter(it -> !it.firstDay().isAfter(from))
                .min(Comparator.comparing(ComingPaper::issuedOn));
        Optional<ComingCoverage.Owed> owed = paper.isPresent()
                ? Optional.empty()
                : next.stream()
                        .flatMap(it -> it.owed(from).stream())
                        .min(Comparator.comparing(ComingCoverage.Owed::dueOn));
        return Optional.of(new ComingCoverage(from, paper, owed));
    }

    /** The person's next paper, where the case gives it without anybody's act. */
    Optional<ComingPaper> nextPaper(CaseRecord record, PersonRecord person, List<Attestation> papers, Instant now) {
        return new NextProof(law, lead, record, person, papers, now).paper();
    }
}
