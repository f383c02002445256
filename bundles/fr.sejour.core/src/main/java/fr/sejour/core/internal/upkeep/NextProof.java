package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.ComingCoverage.ComingPaper;
import fr.sejour.api.attestation.ComingCoverage.Owed;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a case will give its person next: a paper by itself, or an act that somebody owes first. */
final class NextProof extends CaseToday {

    NextProof(CaseLaw law, Lead lead, CaseRecord record, PersonRecord person, List<Attestation> papers, Instant now) {
        super(law, lead, record, person, papers, now);
    }

    /** The paper that will be issued without anybody's act; the day of issue is today when it is due already. */
    Optional<ComingPaper> paper() {
        if (!chainGoesOn()) {
            return Optional.empty();
        }
        LocalDate first = nextFirstDay();
        return commission(nextDayOfTheCommission())
                .map(grant -> coming(grant, commissionComesOn()))
                .filter(paper -> heldBack() || !paper.firstDay().isAfter(first))
                .or(() -> continuing().map(grant -> coming(grant, leadStart(first))));
    }

    private ComingPaper coming(PaperGrant grant, LocalDate due) {
        LocalDate first = grant.validity().firstDay();
        return new ComingPaper(grant.kind(), first, due.isBefore(today) ? today : due, record.number());
    }

    /**
     * What stands in the way of one: the facts that an agent has to see, a question of law, or else the gap itself.
     *
     * @param from the first day without a proof
     */
    Optional<Owed> owed(LocalDate from) {
        if (!undecided() && !record.standing().status().isOpen()) {
            return Optional.empty();
        }
        Task.Kind what = !seen()
                ? Task.Kind.SEE_FACTS
                : continuingReading().isSettled() ? Task.Kind.PREVENT_GAP : Task.Kind.SETTLE_LAW;
        List<PieceType> pieces = awaited();
        return record.tasks().stream()
                .filter(task -> task.kind() == what)
                .findFirst()
                .map(task -> new Owed(task.kind(), task.owner(), task.dueOn(), record.number(), pieces))
                .or(() -> Optional.of(new Owed(
                        Task.Kind.PREVENT_GAP,
                        Optional.of(record.standing().prefecture()),
                        from.minusDays(1).isBefore(today) ? today : from.minusDays(1),
                        record.number(),
                        pieces)));
    }

    /** What the person has still to give, where a complete file is all that the law waits for. */
    private List<PieceType> awaited() {
        if (!(PermitCase.of(record) instanceof PermitCase.Undecided) || !seen() || complete()) {
            return List.of();
        }
        Reading<Optional<PaperGrant>> whenComplete =
                edition.papers().continuing(facts, timeliness(), true, nextFirstDay());
        return whenComplete.ifSettled().flatMap(grant -> grant).isPresent() ? law.missing(record) : List.of();
    }
}
