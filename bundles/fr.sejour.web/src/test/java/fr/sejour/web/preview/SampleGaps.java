package fr.sejour.web.preview;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.CoverageGap;
import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.CoverageGaps;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.attestation.GapPage;
import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gaps of every cause in two préfectures; the agent leads the Isère until they are demoted. */
public final class SampleGaps implements CoverageGaps {

    private static final PrefectureCode RHONE = new PrefectureCode("69");

    private final List<GapQuery> asked = new ArrayList<>();
    private boolean chief = true;

    /** What was asked, in order. */
    public List<GapQuery> asked() {
        return List.copyOf(asked);
    }

    /** The agent leads nobody any more. */
    public void demote() {
        chief = false;
    }

    @Override
    public GapPage gaps(Caller caller, GapQuery query) {
        letIn(caller);
        asked.add(query);
        List<CoverageGap> all = List.of(
                gap(
                        SampleCases.REVIEWED,
                        -9,
                        GapCause.FACTS_TO_SEE,
                        9,
                        Optional.empty(),
                        Optional.of(Task.Kind.SEE_FACTS)),
                gap(SampleCases.FRESH, -1, GapCause.LAW_OPEN, 1, Optional.empty(), Optional.of(Task.Kind.SETTLE_LAW)),
                gap(
                        SampleCases.READY,
                        0,
                        GapCause.PAPER_LATE,
                        0,
                        Optional.of(new Closing(PaperKind.ATTESTATION_DE_PROLONGATION, Platform.TODAY.plusDays(1))),
                        Optional.empty()),
                gap(SampleCases.AWAITING, 20, GapCause.FILE_INCOMPLETE, 0, Optional.empty(), Optional.empty()),
                gap(SampleCases.REFUSED, 45, GapCause.GRANT_OVER, 0, Optional.empty(), Optional.empty()));
        return new GapPage(all, query.after().isEmpty() ? Optional.of("g1") : Optional.empty());
    }

    @Override
    public List<UncoveredMonth> uncoveredDays(
            Caller caller, Optional<PrefectureCode> prefecture, YearMonth from, YearMonth until) {
        letIn(caller);
        return List.of(
                new UncoveredMonth(Platform.ISERE, from, 31, 2),
                new UncoveredMonth(Platform.ISERE, until, 10, 1),
                new UncoveredMonth(RHONE, until, 1, 1));
    }

    @Override
    public List<PrefectureCode> led(Caller caller) {
        letIn(caller);
        return caller.role() == Role.NATIONAL ? List.of() : List.of(Platform.ISERE);
    }

    private void letIn(Caller caller) {
        if (caller.role() != Role.NATIONAL && !chief) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static CoverageGap gap(
            CaseNumber number,
            int inDays,
            GapCause cause,
            int days,
            Optional<Closing> closing,
            Optional<Task.Kind> task) {
        LocalDate from = Platform.TODAY.plusDays(inDays);
        return new CoverageGap(
                number,
                Platform.ISERE,
                "Ben Ali",
                "Amina",
                from,
                cause,
                closing,
                task.map(kind -> new Task(
                        number + "-task",
                        number,
                        kind,
                        kind == Task.Kind.SETTLE_LAW ? Optional.empty() : Optional.of(Platform.ISERE),
                        from,
                        Task.Escalation.CHIEF,
                        Optional.empty())),
                days);
    }
}
