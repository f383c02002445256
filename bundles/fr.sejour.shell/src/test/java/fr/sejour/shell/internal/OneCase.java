package fr.sejour.shell.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Letter;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A case desk that knows one case: a student's renewal in the Isère whose card is ready. */
final class OneCase implements CaseReview {

    static final CaseNumber NUMBER = new CaseNumber("0380000000000000017");

    final List<QueueQuery> asked = new ArrayList<>();

    @Override
    public CaseFile find(Caller caller, CaseNumber number) {
        if (!caller.equals(OperatorCommand.SHELL) || !number.equals(NUMBER)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        ServicePoint grenoble = new ServicePoint("grenoble", "Préfecture de l'Isère", "12 place de Verdun", List.of());
        return new CaseFile(
                NUMBER,
                9,
                CaseStatus.CARD_READY,
                new PersonId("p-4c1d9e2a"),
                new PermitCode("etudiant"),
                Optional.of(new Article("L. 422-1")),
                FilingChannel.ONLINE,
                new PrefectureCode("38"),
                List.of(),
                Optional.of(new CaseFile.PendingTransfer(new PrefectureCode("75"), LocalDate.of(2026, 9, 8), "Moved")),
                Instant.parse("2026-05-04T09:12:00Z"),
                LocalDate.of(2026, 5, 4),
                Optional.empty(),
                new Assessment(
                        new EditionStamp("2026-05-01", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2)),
                        Nature.RENEWAL,
                        Reading.settled(Timeliness.IN_TIME),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Reading.undetermined("to_verify", "Which fee?"),
                        List.of()),
                Optional.of(new HeldPermit(
                        new PermitCode("etudiant"),
                        "9900112233",
                        Optional.empty(),
                        LocalDate.of(2025, 8, 1),
                        LocalDate.of(2026, 7, 31))),
                FactLevel.VERIFIED,
                true,
                List.of(new PieceFile(
                        new PieceType("nationalite"),
                        PieceFile.State.GIVEN,
                        PieceFile.Need.REQUIRED,
                        Reading.settled(true),
                        Optional.of("R. 431-10 2°"),
                        Optional.of(new PieceFile.Given(
                                1, "application/pdf", 48_213L, Instant.parse("2026-05-04T09:10:00Z"), ScanState.CLEAN)),
                        Optional.of(new PieceFinding(
                                new AccountId("agent-38"),
                                Instant.parse("2026-05-04T09:10:00Z"),
                                "Amina's passport",
                                Optional.empty(),
                                false)))),
                List.of(new ClockFile(
                        "silence",
                        LocalDate.of(2026, 5, 4),
                        Optional.of(LocalDate.of(2026, 8, 2)),
                        ClockFile.State.MET,
                        "implicit-refusal",
                        List.of(new Article("R.* 432-1"), new Article("R. 432-2")),
                        Optional.empty())),
                List.of(new Task(
                        "t-1",
                        NUMBER,
                        Task.Kind.SETTLE_LAW,
                        Optional.empty(),
                        LocalDate.of(2026, 9, 30),
                        Task.Escalation.NATIONAL,
                        Optional.of("Which fee applies?"))),
                Optional.of(new DecisionFile(
                        Outcome.GRANTED,
                        LocalDate.of(2026, 7, 20),
                        Optional.of("Amina studies well"),
                        Optional.of("Arrêté 38-2026-1"),
                        Optional.of(LocalDate.of(2026, 8, 1)),
                        Optional.of(LocalDate.of(2027, 7, 31)),
                        Optional.empty(),
                        "2026-05-01")),
                Optional.of(new CollectionFile(
                        Optional.of("C-1"),
                        Optional.of(LocalDate.of(2026, 8, 20)),
                        Optional.empty(),
                        CollectionMode.WALK_IN,
                        Optional.of(grenoble),
                        Optional.empty())),
                List.of(),
                List.of(),
                Optional.of(new NextAct(NextAct.Who.PERSON, "collect", LocalDate.of(2026, 11, 20), Optional.empty())),
                Optional.empty(),
                Set.of(ActKind.HAND_OVER, ActKind.CLOSE_AS_MOOT),
                new Practice(
                        Optional.of(grenoble),
                        CollectionMode.WALK_IN,
                        0,
                        new RulesOrigin("fr.sejour.rules.isere", "1.0.0")));
    }

    @Override
    public boolean searchesText() {
        return false;
    }

    @Override
    public QueuePage queue(Caller caller, QueueQuery query) {
        asked.add(query);
        if (query.filter().statuses().contains(CaseStatus.REFUSED)) {
            return new QueuePage(List.of(), Optional.empty());
        }
        return new QueuePage(
                List.of(new QueuePage.Row(
                        NUMBER,
                        CaseStatus.UNDER_REVIEW,
                        new PermitCode("etudiant"),
                        "Benali",
                        "Amina",
                        new PrefectureCode("38"),
                        LocalDate.of(2026, 5, 4),
                        false,
                        Optional.of(LocalDate.of(2026, 10, 31)),
                        false,
                        0,
                        new NextAct(
                                NextAct.Who.PREFECTURE, "decide", LocalDate.of(2026, 8, 2), Optional.of("agent38")))),
                Optional.of("next"));
    }

    @Override
    public List<CaseFile> ofPerson(Caller caller, PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TaskPage tasks(Caller caller, TaskQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act, IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CaseLinks links(Caller caller, CaseNumber number) {
        return new CaseLinks(Optional.empty(), List.of());
    }

    @Override
    public List<Letter> letters(Caller caller, CaseNumber number) {
        return List.of();
    }

    @Override
    public List<JournalLine> journal(Caller caller, CaseNumber number) {
        throw new UnsupportedOperationException();
    }
}
