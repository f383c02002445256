package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
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
}
