package fr.sejour.rest.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.CoverageGap;
import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.CoverageGaps;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.attestation.GapPage;
import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Two gaps in the Isère, one that somebody has to close and one that a paper closes; the national services lead. */
final class HandWrittenGaps implements CoverageGaps {

    private static final PrefectureCode ISERE = new PrefectureCode("38");

    /** What was asked last. */
    final AtomicReference<GapQuery> asked = new AtomicReference<>();

    @Override
    public GapPage gaps(Caller caller, GapQuery query) {
        letIn(caller);
        asked.set(query);
        return new GapPage(
                List.of(
                        gap(
                                GapCause.FACTS_TO_SEE,
                                Optional.empty(),
                                Optional.of(new Task(
                                        Situations.CASE.value() + "-see-facts",
                                        Situations.CASE,
                                        Task.Kind.SEE_FACTS,
                                        Optional.of(ISERE),
                                        LocalDate.of(2026, 9, 3),
                                        Task.Escalation.CHIEF,
                                        Optional.empty()))),
                        gap(
                                GapCause.PAPER_LATE,
                                Optional.of(
                                        new Closing(PaperKind.ATTESTATION_DE_PROLONGATION, LocalDate.of(2026, 9, 2))),
                                Optional.empty())),
                Optional.of("g1"));
    }

    @Override
    public List<UncoveredMonth> uncoveredDays(
            Caller caller, Optional<PrefectureCode> prefecture, YearMonth from, YearMonth until) {
        letIn(caller);
        if (until.isBefore(from)) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT);
        }
        return List.of(new UncoveredMonth(prefecture.orElse(ISERE), from, 31, 2));
    }

    @Override
    public List<PrefectureCode> led(Caller caller) {
        letIn(caller);
        return List.of();
    }

    private static void letIn(Caller caller) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static CoverageGap gap(GapCause cause, Optional<Closing> closing, Optional<Task> task) {
        return new CoverageGap(
                Situations.CASE, ISERE, "Exemple", "Amina", LocalDate.of(2026, 9, 1), cause, closing, task, 3);
    }
}
