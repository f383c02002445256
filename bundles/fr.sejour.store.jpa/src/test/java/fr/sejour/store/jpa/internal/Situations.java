package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CollectionFile.DeclaredReceipt;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Received;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecordBuilder;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.FiledRecordBuilder;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.StandingBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People and cases to keep: as little as a record can say, for tests to say more. */
final class Situations {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant MORNING = Instant.parse("2026-03-10T08:00:00Z");
    static final LocalDate THAT_DAY = LocalDate.of(2026, 3, 10);
    static final PrefectureCode ISERE = new PrefectureCode("38");
    static final PrefectureCode PARIS_75 = new PrefectureCode("75");
    static final PrefectureCode LA_REUNION = new PrefectureCode("974");
    static final PrefectureCode RHONE = new PrefectureCode("69");
    static final PrefectureCode MAYOTTE = new PrefectureCode("976");
    static final Caller NATIONAL = Caller.national(new AccountId("national"));
    static final Instant NANOSECONDS = Instant.parse("2026-03-10T08:00:00.123456789Z");
    static final Instant MICROSECONDS = Instant.parse("2026-03-10T08:00:00.123456Z");
    static final AccountId ACCOUNT = new AccountId("account-1");

    private Situations() {}

    static Caller agentOf(PrefectureCode... prefectures) {
        return Caller.agent(new AccountId("agent"), Set.of(prefectures));
    }

    static Caller applicant(PersonId person) {
        return Caller.applicant(new AccountId("applicant"), person);
    }

    static PersonId personId(int n) {
        return new PersonId("person-%04d".formatted(n));
    }

    static CaseNumber caseNumber(long n) {
        return new CaseNumber("%019d".formatted(n));
    }

    static PersonRecord aPerson(int n) {
        return PersonRecordBuilder.builder()
                .id(personId(n))
                .civilStatus(new CivilStatus("Diallo", "Aïssatou", LocalDate.of(1998, 5, 17), "GN"))
                .civilStatusLevel(FactLevel.DECLARED)
                .contact(new Contact(Optional.empty(), Optional.empty(), "fr"))
                .build();
    }

    /** A case that the préfecture has to take up, of the person of that number. */
    static CaseRecord aCase(long number, int person) {
        return CaseRecordBuilder.builder()
                .number(caseNumber(number))
                .version(1)
                .filed(FiledRecordBuilder.builder()
                        .person(personId(person))
                        .permit(new PermitCode("etudiant"))
                        .channel(FilingChannel.ONLINE)
                        .residence(new Residence("1 place de Verdun", new CommuneCode("38185")))
                        .workAuthorisation(false)
                        .filedAt(MORNING)
                        .filedOn(THAT_DAY)
                        .zone(PARIS)
                        .edition("2026-05-01")
                        .employed(false)
                        .build())
                .standing(StandingBuilder.builder()
                        .status(CaseStatus.FILED)
                        .prefecture(ISERE)
                        .commune(new CommuneCode("38185"))
                        .facts(FactLevel.VERIFIED)
                        .practice(Practice.NATIONAL)
                        .next(Optional.of(new NextAct(
                                NextAct.Who.PREFECTURE, "take-up", LocalDate.of(2026, 3, 20), Optional.empty())))
                        .build())
                .build();
    }

    static CaseRecord filedAt(CaseRecord record, Instant instant, LocalDate day) {
        FiledRecord filed = record.filed();
        return CaseRecordBuilder.builder()
                .number(record.number())
                .version(record.version())
                .filed(FiledRecordBuilder.builder()
                        .person(filed.person())
                        .permit(filed.permit())
                        .channel(filed.channel())
                        .residence(filed.residence())
                        .workAuthorisation(filed.workAuthorisation())
                        .filedAt(instant)
                        .filedOn(day)
                        .zone(filed.zone())
                        .edition(filed.edition())
                        .employed(false)
                        .article(filed.article())
                        .entryDate(filed.entryDate())
                        .held(filed.held())
                        .build())
                .standing(record.standing())
                .pieces(record.pieces())
                .clocks(record.clocks())
                .tasks(record.tasks())
                .decision(record.decision())
                .collection(record.collection())
                .orders(record.orders())
                .related(record.related())
                .build();
    }

    static CaseRecord at(CaseRecord record, PrefectureCode prefecture) {
        Standing it = record.standing();
        return record.withStanding(StandingBuilder.builder()
                .status(it.status())
                .prefecture(prefecture)
                .commune(it.commune())
                .facts(it.facts())
                .practice(it.practice())
                .formerPrefectures(it.formerPrefectures())
                .transfer(it.transfer())
                .completeOn(it.completeOn())
                .answerBy(it.answerBy())
                .next(it.next())
                .wakeAt(it.wakeAt())
                .rightEndsOn(it.rightEndsOn())
                .build());
    }

    static CaseRecord rightEnding(CaseRecord record, LocalDate day) {
        Standing it = record.standing();
        return record.withStanding(it.withOutlook(it.next(), it.wakeAt(), Optional.of(day)));
    }

    static CaseRecord waking(CaseRecord record, Instant instant) {
        Standing it = record.standing();
        return record.withStanding(it.withOutlook(it.next(), Optional.of(instant), it.rightEndsOn()));
    }

    /** A case on which nobody owes an act any more. */
    static CaseRecord ended(CaseRecord record) {
        Standing it = record.standing();
        return record.withStanding(
                it.withStatus(CaseStatus.WITHDRAWN).withOutlook(Optional.empty(), Optional.empty(), it.rightEndsOn()));
    }

    static Rights anyWork() {
        return new Rights(
                Right.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT, new Article("R. 431-15-1 al. 2")),
                Right.settled(WorkRight.ANY, new Article("R. 431-15-1 al. 2")),
                Right.settled(TravelRight.RETURN_WITH_EXPIRED_PERMIT),
                Right.settled(SocialRight.MAINTAINED));
    }

    /** A paper of a case of that number, of the person of that number, valid for three months from a day. */
    static Attestation aPaper(int n, long number, int person, LocalDate firstDay) {
        return new Attestation(
                new AttestationNumber("SJ-0000-0000-%04d".formatted(n)),
                PaperKind.ATTESTATION_DE_PROLONGATION,
                personId(person),
                caseNumber(number),
                ISERE,
                Validity.between(firstDay, firstDay.plusMonths(3), PARIS),
                anyWork(),
                List.of(),
                List.of(),
                "2026-05-01",
                MORNING,
                new CheckCode("%012d".formatted(n)),
                Optional.empty());
    }

    static Notice aNotice(String id, long number, Instant createdAt) {
        return new Notice(id, "filed", caseNumber(number), "fr", "Objet", "Corps", createdAt, Optional.empty());
    }

    static JournalEntry aLine(String what) {
        return new JournalEntry(MORNING, "platform", what, "etudiant ONLINE", Optional.of("2026-05-01"));
    }

    static DeclaredResidence inGrenoble(Instant since) {
        return new DeclaredResidence(new Residence("1 place de Verdun", new CommuneCode("38185")), since);
    }

    static Task aTask(String id, long number, Optional<PrefectureCode> owner, LocalDate dueOn) {
        return new Task(id, caseNumber(number), Task.Kind.DECIDE, owner, dueOn, Task.Escalation.TEAM, Optional.empty());
    }

    static CaseRecord withStatus(CaseRecord record, CaseStatus status) {
        return record.withStanding(record.standing().withStatus(status));
    }

    static CaseRecord moved(CaseRecord record, PrefectureCode from, PrefectureCode to) {
        CaseRecord before = at(record, from);
        return before.withStanding(before.standing().movedTo(to));
    }

    static CaseRecord offered(CaseRecord record, PrefectureCode to) {
        return record.withStanding(
                record.standing().withTransfer(Optional.of(new PendingTransfer(to, THAT_DAY.plusDays(7), "A moved"))));
    }

    static HeldPermit aHeldPermit() {
        return new HeldPermit(
                new PermitCode("etudiant"),
                "9924 A 001",
                Optional.of(DocumentKind.CST),
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2026, 3, 31));
    }

    static ServicePoint aServicePoint() {
        return new ServicePoint(
                "grenoble",
                "Préfecture de l'Isère",
                "12 place de Verdun, 38000 Grenoble",
                List.of("lundi 8h30-12h; 14h-16h", "mardi \\ 8h30"));
    }

    static CaseRecord withEverything(Instant instant) {
        return CaseRecordBuilder.builder()
                .number(caseNumber(1))
                .version(1)
                .filed(FiledRecordBuilder.builder()
                        .person(personId(1))
                        .permit(new PermitCode("vpf_conjoint_francais"))
                        .channel(FilingChannel.SUBSTITUTE)
                        .residence(new Residence("3 rue de l’Église, bât. Ж", new CommuneCode("2A004")))
                        .workAuthorisation(true)
                        .filedAt(instant)
                        .filedOn(THAT_DAY)
                        .zone(ZoneId.of("Indian/Mayotte"))
                        .edition("2026-05-01")
                        .employed(true)
                        .article(Optional.of(new Article("L. 423-1")))
                        .entryDate(Optional.of(LocalDate.of(2019, 2, 28)))
                        .held(Optional.of(aHeldPermit()))
                        .received(Optional.of(new Received(
                                THAT_DAY,
                                Optional.of(FormSerial.of("0123456789")),
                                Set.of(new PieceType("nationalite"), new PieceType("etat_civil")))))
                        .build())
                .standing(StandingBuilder.builder()
                        .status(CaseStatus.CARD_READY)
                        .prefecture(ISERE)
                        .commune(new CommuneCode("38421"))
                        .facts(FactLevel.SEEN)
                        .practice(new Practice(
                                Optional.of(aServicePoint()),
                                CollectionMode.WALK_IN,
                                7,
                                new RulesOrigin("fr.sejour.rules.isere", "1.2.3.b4")))
                        .formerPrefectures(List.of(PARIS_75, LA_REUNION))
                        .transfer(Optional.of(
                                new PendingTransfer(RHONE, LocalDate.of(2026, 3, 17), "Déménagement à Lyon")))
                        .completeOn(Optional.of(LocalDate.of(2026, 3, 11)))
                        .answerBy(Optional.of(LocalDate.of(2026, 4, 11)))
                        .next(Optional.of(new NextAct(
                                NextAct.Who.PERSON,
                                "collect",
                                LocalDate.of(2026, 4, 2),
                                Optional.of("Guichet étrangers"))))
                        .wakeAt(Optional.of(instant))
                        .rightEndsOn(Optional.of(LocalDate.of(2026, 6, 30)))
                        .build())
                .pieces(List.of(
                        new PieceRecord(
                                new PieceType("nationalite"),
                                PieceFile.State.ASKED,
                                Optional.of(new PieceRecord.Given(
                                        3,
                                        evidenceId(1),
                                        "application/pdf",
                                        123_456L,
                                        "ab".repeat(32),
                                        instant,
                                        ScanState.WAITING)),
                                Optional.of(new PieceFinding(
                                        ACCOUNT,
                                        instant,
                                        "Page 2 illisible",
                                        Optional.of(LocalDate.of(2026, 5, 1)),
                                        true))),
                        new PieceRecord(
                                new PieceType("domicile"),
                                PieceFile.State.MISSING,
                                Optional.empty(),
                                Optional.empty())))
                .clocks(List.of(
                        new ClockFile(
                                "silence",
                                THAT_DAY,
                                Optional.of(LocalDate.of(2026, 7, 10)),
                                ClockFile.State.RUNNING,
                                "silence.refuses",
                                List.of(new Article("R. 432-1"), new Article("R. 432-2")),
                                Optional.empty()),
                        new ClockFile(
                                "silence",
                                THAT_DAY,
                                Optional.empty(),
                                ClockFile.State.STOPPED,
                                "none",
                                List.of(),
                                Optional.empty()),
                        new ClockFile(
                                "silence",
                                THAT_DAY,
                                Optional.empty(),
                                ClockFile.State.SUSPENDED,
                                "silence.refuses",
                                List.of(),
                                Optional.of(41))))
                .tasks(List.of(
                        new Task(
                                "task-2",
                                caseNumber(1),
                                Task.Kind.SETTLE_LAW,
                                Optional.empty(),
                                LocalDate.of(2026, 3, 12),
                                Task.Escalation.NATIONAL,
                                Optional.of("Which work right?")),
                        aTask("task-1", 1, Optional.of(ISERE), LocalDate.of(2026, 3, 20))))
                .decision(Optional.of(new DecisionFile(
                        Outcome.GRANTED,
                        LocalDate.of(2026, 3, 15),
                        Optional.of("Conditions remplies"),
                        Optional.of("Arrêté 38-2026-01"),
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        Optional.of(LocalDate.of(2030, 3, 31)),
                        Optional.of(new NotificationFile("registered-letter", LocalDate.of(2026, 3, 18), "1A 123")),
                        "2026-05-01")))
                .collection(Optional.of(new CollectionFile(
                        Optional.of("CARD-1"),
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        Optional.of(LocalDate.of(2026, 4, 20)),
                        CollectionMode.WALK_IN,
                        Optional.of(aServicePoint()),
                        Optional.of(
                                new DeclaredReceipt(LocalDate.of(2026, 4, 18), "CARD-1", LocalDate.of(2026, 4, 19))))))
                .orders(List.of(
                        new CourtOrder(
                                "Tribunal administratif de Grenoble",
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 17),
                                CourtOrder.Ordered.EXAMINE_AGAIN,
                                Optional.of(new CourtOrder.OrderedPaper(
                                        PaperKind.RECEPISSE, LocalDate.of(2026, 6, 2), true)),
                                Optional.of(new AttestationNumber("SJ-224R-9QP2-EEVP")),
                                Optional.of(LocalDate.of(2026, 3, 15))),
                        new CourtOrder(
                                "Conseil d'État",
                                LocalDate.of(2026, 4, 2),
                                LocalDate.of(2026, 4, 17),
                                CourtOrder.Ordered.GRANT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .related(List.of(
                        new RelatedCase(
                                caseNumber(8),
                                RelatedCase.Link.LIKELY_DUPLICATE,
                                Set.of(RelatedCase.Likeness.SAME_GROUND, RelatedCase.Likeness.FILED_CLOSE_TOGETHER)),
                        new RelatedCase(caseNumber(9), RelatedCase.Link.ABSORBED, Set.of())))
                .build();
    }

    static EvidenceId evidenceId(int number) {
        return new EvidenceId("00000000-0000-0000-0000-00000000000" + number);
    }
}
