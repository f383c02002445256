package fr.sejour.rest.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.ShareAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.Transfers.Incoming;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Confidence;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.LegalDelay;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.catalogue.WindowRule;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Received;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People in situations that the answers have to carry whole. */
final class Situations {

    static final PersonId AMINA = new PersonId("7f0e1c52-3d1b-4f6e-9a57-0c2d8e4b9a11");
    static final Caller AMINA_HERSELF = Caller.applicant(new AccountId("account-1"), AMINA);
    static final Caller CLERK_38 = Caller.agent(new AccountId("account-2"), Set.of(new PrefectureCode("38")));
    static final Caller NATIONAL = Caller.national(new AccountId("account-3"));
    static final CaseNumber CASE = new CaseNumber("7503202611220000017");
    static final AttestationNumber PAPER = new AttestationNumber("SJ-4K2M-9XQ7-B3TD");
    static final Instant NOW = Instant.parse("2026-11-22T09:12:04Z");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final Article L_422_1 = new Article("L. 422-1");
    private static final EditionStamp EDITION =
            new EditionStamp("2026-05-01", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 11, 22));
    private static final ServicePoint GRENOBLE = new ServicePoint(
            "grenoble", "Préfecture de l'Isère", "12 place de Verdun, Grenoble", List.of("lundi, 9 h à 12 h"));

    private Situations() {}

    static Rights rightsWithAnOpenQuestion() {
        return new Rights(
                Right.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT, new Article("R. 431-15-2")),
                new Right<>(Reading.undetermined("to_verify", "May they work?"), List.of()),
                Right.settled(TravelRight.NONE),
                Right.settled(SocialRight.MAINTAINED));
    }

    static Attestation attestation() {
        return new Attestation(
                PAPER,
                PaperKind.ATTESTATION_DE_PROLONGATION,
                AMINA,
                CASE,
                ISERE,
                Validity.between(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 28), PARIS),
                rightsWithAnOpenQuestion(),
                List.of(new Article("R. 431-15-1 al. 2")),
                List.of("complete-in-time"),
                "2026-05-01",
                NOW,
                new CheckCode("7TQ2K0MX31WD"),
                Optional.of(new Attestation.End(NOW, "card-handed-over")));
    }

    static PieceRequirement nationality() {
        return new PieceRequirement(
                new PieceType("nationalite"),
                "Justificatif de nationalité",
                "Proof of nationality",
                Reading.settled(true),
                Reading.undetermined("unknown", "Who need not give it?"),
                Optional.of("R. 431-10 2°"),
                Optional.empty(),
                Optional.empty(),
                PieceRequirement.Phase.FILING,
                Optional.of(6),
                "annexe 10");
    }

    /** A case with everything that a case can carry. */
    static CaseFile theFullestCase() {
        HeldPermit held = heldPermit();
        return new CaseFile(
                CASE,
                7,
                CaseStatus.CARD_READY,
                AMINA,
                new PermitCode("etudiant"),
                Optional.of(L_422_1),
                FilingChannel.ONLINE,
                ISERE,
                List.of(new PrefectureCode("69")),
                Optional.of(new PendingTransfer(new PrefectureCode("75"), LocalDate.of(2026, 11, 30), "Elle déménage")),
                NOW,
                LocalDate.of(2026, 11, 22),
                Optional.empty(),
                new Assessment(
                        EDITION,
                        Nature.RENEWAL,
                        Reading.settled(Timeliness.LATE),
                        Optional.of(LocalDate.of(2026, 8, 2)),
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        List.of(nationality()),
                        Reading.settled(new FeeQuote(
                                NOW.atZone(PARIS).toLocalDate(),
                                List.of(new FeeLine(FeeLine.Item.LATE_RENEWAL, 180, new Article("L. 436-5"))))),
                        List.of("late-filing-no-attestation", "unheard-of")),
                Optional.of(held),
                FactLevel.VERIFIED,
                true,
                List.of(new PieceFile(
                        new PieceType("nationalite"),
                        PieceFile.State.REFUSED,
                        PieceFile.Need.REQUIRED,
                        Reading.settled(true),
                        Optional.of("R. 431-10 2°"),
                        Optional.of(new PieceFile.Given(2, "application/pdf", 48_211L, NOW, ScanState.CLEAN)),
                        Optional.of(new PieceFinding(
                                new AccountId("agent-38"),
                                NOW,
                                "Illisible",
                                Optional.of(LocalDate.of(2026, 12, 22)),
                                false)))),
                List.of(new ClockFile(
                        "silence",
                        LocalDate.of(2026, 11, 22),
                        Optional.of(LocalDate.of(2027, 2, 20)),
                        ClockFile.State.RUNNING,
                        "silence-refuses",
                        List.of(new Article("R.* 432-1")),
                        Optional.empty())),
                List.of(new Task(
                        "t-1",
                        CASE,
                        Task.Kind.SETTLE_LAW,
                        Optional.empty(),
                        LocalDate.of(2026, 11, 24),
                        Task.Escalation.NATIONAL,
                        Optional.of("May they work?"))),
                Optional.of(new DecisionFile(
                        Outcome.GRANTED,
                        LocalDate.of(2026, 11, 22),
                        Optional.of("Conditions réunies"),
                        Optional.of("Arrêté 38-2026"),
                        Optional.of(LocalDate.of(2026, 12, 1)),
                        Optional.of(LocalDate.of(2027, 11, 30)),
                        Optional.of(new NotificationFile("portal", LocalDate.of(2026, 11, 22), "n-1")),
                        "2026-05-01")),
                Optional.of(new CollectionFile(
                        Optional.of("X1"),
                        Optional.of(LocalDate.of(2026, 11, 22)),
                        Optional.empty(),
                        CollectionMode.WALK_IN,
                        Optional.of(GRENOBLE),
                        Optional.of(new CollectionFile.DeclaredReceipt(
                                LocalDate.of(2026, 11, 20), "X1", LocalDate.of(2026, 11, 22))))),
                List.of(new CourtOrder(
                        "Tribunal administratif de Grenoble",
                        LocalDate.of(2026, 11, 20),
                        LocalDate.of(2026, 12, 5),
                        CourtOrder.Ordered.EXAMINE_AGAIN,
                        Optional.of(new CourtOrder.OrderedPaper(PaperKind.RECEPISSE, LocalDate.of(2027, 2, 20), true)),
                        Optional.of(PAPER),
                        Optional.of(LocalDate.of(2026, 11, 22)))),
                List.of(new RelatedCase(
                        new CaseNumber("0000000000000000026"),
                        RelatedCase.Link.LIKELY_DUPLICATE,
                        Set.of(RelatedCase.Likeness.SAME_GROUND))),
                Optional.of(next()),
                Optional.of(new LocalDelay(
                        20, Optional.of(new LocalDelay.Spread(62, 118)), Optional.of(LocalDate.of(2026, 11, 22)))),
                Set.of(ActKind.HAND_OVER, ActKind.OFFER_TRANSFER),
                new Practice(
                        Optional.of(GRENOBLE),
                        CollectionMode.WALK_IN,
                        0,
                        new RulesOrigin("fr.sejour.rules.isere", "1.0.0")));
    }

    /** A case with nothing that a case can do without. */
    static CaseFile theBarestCase() {
        return new CaseFile(
                CASE,
                1,
                CaseStatus.MOOT,
                AMINA,
                new PermitCode("vpf_conjoint_francais"),
                Optional.empty(),
                FilingChannel.COUNTER,
                ISERE,
                List.of(),
                Optional.empty(),
                NOW,
                LocalDate.of(2026, 11, 22),
                Optional.of(new Received(
                        LocalDate.of(2026, 11, 17),
                        Optional.of(FormSerial.of("0123456789")),
                        Set.of(new PieceType("nationalite")))),
                new Assessment(
                        EDITION,
                        Nature.FIRST,
                        Reading.undetermined("mixed", "Which window applies?"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Reading.undetermined("by_ground", "Which fee applies?"),
                        List.of()),
                Optional.empty(),
                FactLevel.DECLARED,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Practice.NATIONAL);
    }

    /** Of somebody whose case has gone to Martinique, with a permit that ended in Paris. */
    static CoverageLedger coverage() {
        return new CoverageLedger(
                AMINA,
                NOW,
                List.of(
                        new CoverageLedger.Interval(
                                "HELD_PERMIT",
                                "hp-1",
                                Validity.between(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 30), PARIS)
                                        .lastingIn(ZoneId.of("America/Martinique")),
                                Optional.empty(),
                                Right.settled(StayRight.PROVEN),
                                Right.settled(WorkRight.hoursPerYear(964), new Article("C. trav. R. 5221-26")),
                                new Right<>(Reading.undetermined("unknown", "May they travel?"), List.of()),
                                new Right<>(Reading.undetermined("unknown", "Which social rights?"), List.of()),
                                List.of(L_422_1)),
                        new CoverageLedger.Interval(
                                "ATTESTATION_DE_DECISION_FAVORABLE",
                                PAPER.value(),
                                Validity.from(LocalDate.of(2026, 12, 1), PARIS),
                                Optional.of(NOW),
                                Right.settled(StayRight.PROVEN),
                                Right.settled(WorkRight.asHeld("activity_of_the_permit")),
                                Right.settled(TravelRight.RETURN),
                                Right.settled(SocialRight.MAINTAINED),
                                List.of())),
                true,
                Optional.of(NOW));
    }

    /** Nothing follows before an agent of Paris has seen what she declared. */
    static ComingCoverage coming() {
        return new ComingCoverage(
                LocalDate.of(2026, 12, 1),
                Optional.empty(),
                Optional.of(new ComingCoverage.Owed(
                        Task.Kind.SEE_FACTS,
                        Optional.of(new PrefectureCode("75")),
                        LocalDate.of(2026, 11, 24),
                        CASE,
                        List.of(new PieceType("nationalite")))));
    }

    static CheckAnswer check() {
        return check(State.VALID);
    }

    static CheckAnswer check(State state) {
        return new CheckAnswer(
                NOW,
                state,
                PaperKind.ATTESTATION_DE_PROLONGATION,
                PAPER,
                "A. B.",
                Validity.between(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 28), PARIS),
                state.over() ? Optional.empty() : Optional.of(rightsWithAnOpenQuestion()),
                true,
                Optional.empty(),
                Optional.of("e30.e30.c2ln"));
    }

    static ShareAnswer shared() {
        return new ShareAnswer(
                NOW,
                Purpose.WORK,
                "A. B.",
                true,
                Optional.of(LocalDate.of(2027, 2, 28)),
                new HeldRights(
                        Optional.of(Right.settled(StayRight.PROVEN)),
                        List.of(
                                Right.settled(WorkRight.hoursPerYear(964)),
                                Right.settled(WorkRight.WITH_AUTHORISATION)),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                Optional.of("e30.e30.c2ln"));
    }

    static PersonProfile linked() {
        return new PersonProfile(
                AMINA,
                new CivilStatus("بن علي", "Amina", LocalDate.of(1999, 5, 17), "MA"),
                FactLevel.VERIFIED,
                new Contact(Optional.of("famille@example.org"), Optional.empty(), "fr"),
                Optional.of(new ForeignerNumber("7503123456")),
                List.of(new HeldPermitFact("hp-1", heldPermit(), FactLevel.VERIFIED, NOW)),
                Optional.of(new PermitCode("refugie")),
                Optional.empty());
    }

    static List<Notice> notices() {
        return List.of(
                new Notice("n-2", "decided", CASE, "fr", "Décision", "Bonjour", NOW, Optional.of(NOW)),
                new Notice("n-1", "filed", CASE, "fr", "Déposée", "Bonjour", NOW, Optional.empty()));
    }

    static QueuePage queue() {
        return new QueuePage(
                List.of(new QueuePage.Row(
                        CASE,
                        CaseStatus.FILED,
                        new PermitCode("etudiant"),
                        "Ng",
                        "O",
                        ISERE,
                        LocalDate.of(2026, 9, 20),
                        false,
                        Optional.of(LocalDate.of(2026, 11, 30)),
                        true,
                        5,
                        next())),
                Optional.of("k1"));
    }

    static CaseLinks links() {
        return new CaseLinks(
                Optional.of(new CaseLinks.Followed(
                        new CaseNumber("0000000000000000026"),
                        Optional.of(CaseLinks.Standing.CONFIRMED),
                        Optional.of(CaseStatus.REFUSED),
                        Optional.of(LocalDate.of(2026, 9, 20)))),
                List.of(new CaseLinks.Follower(
                        new CaseNumber("0000000000000000034"), CaseLinks.Standing.DECLARED, CaseStatus.FILED)));
    }

    static List<JournalLine> journal() {
        return List.of(
                new JournalLine(
                        1,
                        NOW,
                        "account-1",
                        "filed",
                        "etudiant",
                        Optional.of("2026-05-01"),
                        "9f2c",
                        Optional.of("Deux mots")),
                new JournalLine(
                        2, NOW, "platform", "paper-issued", PAPER.value(), Optional.empty(), "0b6d", Optional.empty()));
    }

    static List<PermitEntry> permits() {
        return List.of(new PermitEntry(
                new PermitCode("etudiant"),
                "Étudiant",
                "Student",
                "study",
                Reading.settled(DocumentKind.CST),
                List.of(L_422_1),
                12,
                true,
                WindowRule.ONLINE_120_60,
                Reading.settled(FilingRoute.ONLINE),
                Reading.settled(LegalDelay.of(Period.ofDays(90))),
                WorkRight.hoursPerYear(964),
                Reading.settled("no"),
                Reading.undetermined("to_verify", "Within the 964 hours?"),
                List.of(nationality()),
                List.of(),
                Reading.settled("student"),
                Optional.empty(),
                Confidence.HIGH,
                Confidence.MEDIUM,
                List.of("R. 431-5"),
                Optional.of("As read.")));
    }

    static EditionStamp edition() {
        return EDITION;
    }

    static PrefectureProfile isere() {
        return new PrefectureProfile(
                new Prefecture(ISERE, "Isère", "Grenoble", "Préfet de l'Isère", true, PARIS, Optional.empty()),
                List.of(GRENOBLE),
                CollectionMode.WALK_IN,
                RulesOrigin.NATIONAL);
    }

    private static HeldPermit heldPermit() {
        return new HeldPermit(
                new PermitCode("etudiant"),
                "9912345678",
                Optional.of(DocumentKind.CST),
                LocalDate.of(2025, 12, 1),
                LocalDate.of(2026, 11, 30));
    }

    private static NextAct next() {
        return new NextAct(NextAct.Who.PERSON, "collect-card", LocalDate.of(2026, 12, 4), Optional.empty());
    }

    static Commune grenoble() {
        CommuneCode code = new CommuneCode("38185");
        return new Commune(code, "Grenoble", Commune.Kind.COMMUNE, code, "Grenoble", List.of("38000", "38100"));
    }

    static Residences.Moved moved() {
        PendingTransfer offer =
                new PendingTransfer(new PrefectureCode("75"), LocalDate.of(2026, 11, 30), PendingTransfer.MOVED);
        return new Residences.Moved(
                Optional.of(new DeclaredResidence(new Residence("2 rue du Départ", new CommuneCode("38185")), NOW)),
                Optional.of(grenoble()),
                List.of(new Residences.FollowingCase(CASE, ISERE, Optional.of(offer))),
                Optional.of(new Residences.Duty(3, List.of(new Article("R. 431-23")))));
    }

    static List<Incoming> incoming() {
        return List.of(new Incoming(
                CASE,
                new PermitCode("etudiant"),
                "Benali",
                "Amina",
                LocalDate.of(2026, 9, 20),
                new PrefectureCode("69"),
                new PendingTransfer(ISERE, LocalDate.of(2026, 11, 30), "Elle déménage")));
    }
}
