package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.port.CaseGlance;
import fr.sejour.core.port.CasePlace;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.QueueKey;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.JournalChain;
import fr.sejour.core.port.JournalHead;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.OfferedRow;
import fr.sejour.core.port.PlannedGap;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.UncoveredRecords.GapKey;
import fr.sejour.core.port.UncoveredRecords.WithoutProof;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case, without what grows beside it. */
@Entity
@Table(name = "permit_case")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class CaseRow {

    @Id
    @Column(name = "case_number")
    String number;

    long version;

    @Column(name = "person_id")
    String personId;

    String permit;

    @Nullable
    String article;

    @Enumerated(EnumType.STRING)
    FilingChannel channel;

    String address;

    String commune;

    @Column(name = "entry_date")
    @Nullable
    LocalDate entryDate;

    @Column(name = "work_authorisation")
    boolean workAuthorisation;

    boolean employed;

    @Column(name = "filed_at")
    Instant filedAt;

    @Column(name = "filed_on")
    LocalDate filedOn;

    String zone;

    @Embedded
    @AttributeOverride(name = "permit", column = @Column(name = "held_permit"))
    @AttributeOverride(name = "number", column = @Column(name = "held_number"))
    @AttributeOverride(name = "kind", column = @Column(name = "held_kind"))
    @AttributeOverride(name = "validFrom", column = @Column(name = "held_from"))
    @AttributeOverride(name = "validUntil", column = @Column(name = "held_until"))
    @Nullable
    PermitColumns held;

    String edition;

    @Column(name = "attempt_number")
    @Nullable
    String attemptNumber;

    @Column(name = "attempt_at")
    @Nullable
    Instant attemptAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "attempt_standing")
    NamedAttempt.@Nullable Standing attemptStanding;

    @Column(name = "received_on")
    @Nullable
    LocalDate receivedOn;

    @Column(name = "received_pieces")
    @Nullable
    String receivedPieces;

    @Column(name = "form_serial")
    @Nullable
    String formSerial;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    String prefecture;

    @Column(name = "home_commune")
    String home;

    @Column(name = "transfer_to")
    @Nullable
    String transferTo;

    @Column(name = "transfer_completes_on")
    @Nullable
    LocalDate transferCompletesOn;

    @Column(name = "transfer_reason")
    @Nullable
    String transferReason;

    @Enumerated(EnumType.STRING)
    FactLevel facts;

    @Column(name = "complete_on")
    @Nullable
    LocalDate completeOn;

    @Column(name = "answer_by")
    @Nullable
    LocalDate answerBy;

    @Column(name = "commission_on")
    @Nullable
    LocalDate commissionOn;

    @Column(name = "collection_mode")
    @Enumerated(EnumType.STRING)
    CollectionMode collectionMode;

    @Embedded
    @Nullable
    ServicePointColumns servicePoint;

    int priority;

    @Column(name = "rules_bundle")
    String rulesBundle;

    @Column(name = "rules_version")
    String rulesVersion;

    @Column(name = "next_who")
    @Enumerated(EnumType.STRING)
    NextAct.@Nullable Who nextWho;

    @Column(name = "next_what")
    @Nullable
    String nextWhat;

    @Column(name = "next_by")
    @Nullable
    LocalDate nextBy;

    @Column(name = "next_owner")
    @Nullable
    String nextOwner;

    @Column(name = "wake_at")
    @Nullable
    Instant wakeAt;

    @Column(name = "uncovered_at")
    @Nullable
    Instant uncoveredAt;

    @Column(name = "right_ends_on")
    @Nullable
    LocalDate rightEndsOn;

    @Column(name = "gap_from")
    @Nullable
    LocalDate gapFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "gap_cause")
    @Nullable
    GapCause gapCause;

    @Enumerated(EnumType.STRING)
    @Column(name = "gap_paper")
    @Nullable
    PaperKind gapPaper;

    @Column(name = "gap_closes_on")
    @Nullable
    LocalDate gapClosesOn;

    @Column(name = "gap_key")
    @Nullable
    String gapKey;

    /** How many orders of a judge stand beside it: hardly a case has any. */
    @Column(name = "court_orders")
    int courtOrders;

    /** The other cases that have to do with it, as {@link RelatedCaseText} writes them. */
    @Nullable
    String related;

    @Column(name = "likely_duplicate")
    boolean likelyDuplicate;

    @Column(name = "follows_number")
    @Nullable
    String followsNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "follows_standing")
    CaseLinks.@Nullable Standing followsStanding;

    @Column(name = "follows_typed")
    @Nullable
    String followsTyped;

    @Enumerated(EnumType.STRING)
    @Column(name = "follows_end")
    @Nullable
    CaseStatus followsEnd;

    @Column(name = "follows_look_since")
    @Nullable
    LocalDate followsLookSince;

    /** The agent whose name is on it. */
    @Nullable
    String assignee;

    @Column(name = "queue_key")
    @Nullable
    String queueKey;

    @Column(name = "journal_lines")
    long journalLines;

    @Column(name = "journal_digest")
    String journalDigest;

    @Column(name = "notice_count")
    int noticeCount;

    static CaseRow of(CaseRecord fresh) {
        FiledRecord filed = fresh.filed();
        CaseRow row = new CaseRow();
        row.number = fresh.number().value();
        row.version = 1;
        row.personId = filed.person().value();
        row.permit = filed.permit().value();
        row.channel = filed.channel();
        row.address = filed.residence().address();
        row.commune = filed.residence().commune().value();
        row.journalDigest = JournalChain.START;
        row.take(fresh);
        return row;
    }

    private Optional<Received> received() {
        return Optional.ofNullable(receivedOn)
                .map(on -> new Received(
                        on,
                        Optional.ofNullable(formSerial).map(FormSerial::new),
                        TextList.split(receivedPieces).stream()
                                .map(PieceType::new)
                                .collect(Collectors.toSet())));
    }

    private Optional<NamedAttempt> attempt() {
        return attemptNumber == null || attemptAt == null || attemptStanding == null
                ? Optional.empty()
                : Optional.of(new NamedAttempt(new AttemptNumber(attemptNumber), attemptAt, attemptStanding));
    }

    final void rest(Optional<Instant> wake, Optional<Instant> uncovered) {
        wakeAt = wake.map(UtcInstants::kept).orElse(null);
        uncoveredAt = uncovered.map(UtcInstants::kept).orElse(null);
    }

    /** Keeps what can change of a case: where it stands, and of what was asked what is known better or since an earlier day. */
    final void take(CaseRecord record) {
        if (filedAt != null && UtcInstants.kept(record.filed().filedAt()).isAfter(filedAt)) {
            throw new IllegalStateException("A filing date never becomes later");
        }
        file(record.filed());
        stand(record.standing());
        courtOrders = record.orders().size();
        related = TextList.joined(
                record.related().stream().map(RelatedCaseText::of).toList());
        follow(record.follows());
        likelyDuplicate = record.related().stream().anyMatch(it -> it.link() == RelatedCase.Link.LIKELY_DUPLICATE);
    }

    private void follow(Optional<FollowedCase> follows) {
        followsNumber = follows.map(it -> it.number().value()).orElse(null);
        followsStanding = follows.map(FollowedCase::standing).orElse(null);
        followsTyped =
                follows.flatMap(FollowedCase::typed).map(CaseNumber::value).orElse(null);
        followsEnd = follows.flatMap(FollowedCase::end).orElse(null);
        followsLookSince = follows.flatMap(FollowedCase::lookSince).orElse(null);
    }

    Optional<FollowedCase> follows() {
        return followsNumber == null || followsStanding == null
                ? Optional.empty()
                : Optional.of(new FollowedCase(
                        new CaseNumber(followsNumber),
                        followsStanding,
                        Optional.ofNullable(followsTyped).map(CaseNumber::new),
                        Optional.ofNullable(followsEnd),
                        Optional.ofNullable(followsLookSince)));
    }

    private void file(FiledRecord filed) {
        article = filed.article().map(Article::reference).orElse(null);
        entryDate = filed.entryDate().orElse(null);
        workAuthorisation = filed.workAuthorisation();
        employed = filed.employed();
        filedAt = UtcInstants.kept(filed.filedAt());
        filedOn = filed.filedOn();
        zone = filed.zone().getId();
        held = filed.held().map(PermitColumns::of).orElse(null);
        edition = filed.edition();
        attemptNumber = filed.attempt().map(it -> it.number().value()).orElse(null);
        attemptAt = filed.attempt().map(NamedAttempt::at).map(UtcInstants::kept).orElse(null);
        attemptStanding = filed.attempt().map(NamedAttempt::standing).orElse(null);
        receivedOn = filed.received().map(Received::on).orElse(null);
        receivedPieces = TextList.joined(filed.received().stream()
                .flatMap(came -> came.pieces().stream().sorted())
                .map(PieceType::value)
                .toList());
        formSerial =
                filed.received().flatMap(Received::form).map(FormSerial::value).orElse(null);
    }

    private void stand(Standing standing) {
        status = standing.status();
        prefecture = standing.prefecture().value();
        home = standing.commune().value();
        transferTo = standing.transfer().map(offer -> offer.to().value()).orElse(null);
        transferCompletesOn =
                standing.transfer().map(PendingTransfer::completesOn).orElse(null);
        transferReason = standing.transfer().map(PendingTransfer::reason).orElse(null);
        facts = standing.facts();
        completeOn = standing.completeOn().orElse(null);
        answerBy = standing.answerBy().orElse(null);
        commissionOn = standing.commissionOn().orElse(null);
        collectionMode = standing.practice().collection();
        servicePoint =
                standing.practice().servicePoint().map(ServicePointColumns::of).orElse(null);
        priority = standing.practice().priority();
        rulesBundle = standing.practice().rules().bundle();
        rulesVersion = standing.practice().rules().version();
        nextWho = standing.next().map(NextAct::who).orElse(null);
        nextWhat = standing.next().map(NextAct::what).orElse(null);
        nextBy = standing.next().map(NextAct::by).orElse(null);
        nextOwner = standing.next().flatMap(NextAct::owner).orElse(null);
        rest(standing.wakeAt(), standing.uncoveredAt());
        rightEndsOn = standing.rightEndsOn().orElse(null);
        leaveOpen(standing.gap());
        assignee = standing.assignee().map(AccountId::value).orElse(null);
        queueKey = queuePlace();
    }

    private void leaveOpen(Optional<PlannedGap> gap) {
        gapFrom = gap.map(PlannedGap::from).orElse(null);
        gapCause = gap.map(PlannedGap::cause).orElse(null);
        gapPaper = gap.flatMap(PlannedGap::closing).map(Closing::paper).orElse(null);
        gapClosesOn = gap.flatMap(PlannedGap::closing).map(Closing::on).orElse(null);
        gapKey = gap.map(it -> GapPlace.of(new GapKey(it.from(), new CaseNumber(number))))
                .orElse(null);
    }

    private Optional<PlannedGap> gap() {
        return gapFrom == null || gapCause == null
                ? Optional.empty()
                : Optional.of(new PlannedGap(
                        gapFrom,
                        gapCause,
                        gapPaper == null || gapClosesOn == null
                                ? Optional.empty()
                                : Optional.of(new Closing(gapPaper, gapClosesOn))));
    }

    /** Where the case stands in its queue; null when it is nobody's turn. */
    private @Nullable String queuePlace() {
        return next().isEmpty()
                ? null
                : QueuePlace.of(new QueueKey(
                        rightEndsOn == null ? LocalDate.MAX : rightEndsOn,
                        employed,
                        priority,
                        filedOn,
                        new CaseNumber(number)));
    }

    JournalHead head() {
        return new JournalHead(new CaseNumber(number), journalLines, journalDigest);
    }

    /** Whether it was decided against its person. */
    boolean adverse() {
        return status == CaseStatus.REFUSED || status == CaseStatus.REGISTRATION_REFUSED;
    }

    CaseGlance glance(boolean notified) {
        return new CaseGlance(new CaseNumber(number), seen(notified));
    }

    /** Empty for a row that somebody has damaged past reading: the watchdog has to see that too. */
    private Optional<CaseGlance.Seen> seen(boolean notified) {
        try {
            return Optional.of(new CaseGlance.Seen(
                    status,
                    notified,
                    ZoneId.of(zone),
                    new PrefectureCode(prefecture),
                    transfer(),
                    next(),
                    Optional.ofNullable(wakeAt),
                    Objects.equals(queueKey, queuePlace())));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    FiledRecord filed() {
        return new FiledRecord(
                new PersonId(personId),
                new PermitCode(permit),
                Optional.ofNullable(article).map(Article::new),
                channel,
                new Residence(address, new CommuneCode(commune)),
                Optional.ofNullable(entryDate),
                workAuthorisation,
                filedAt,
                filedOn,
                ZoneId.of(zone),
                Optional.ofNullable(held).map(PermitColumns::value),
                edition,
                employed,
                attempt(),
                received());
    }

    List<RelatedCase> related() {
        return TextList.split(related).stream().map(RelatedCaseText::read).toList();
    }

    Standing standing(List<PrefectureCode> formerPrefectures) {
        return new Standing(
                status,
                new PrefectureCode(prefecture),
                formerPrefectures,
                new CommuneCode(home),
                transfer(),
                facts,
                Optional.ofNullable(completeOn),
                Optional.ofNullable(answerBy),
                Optional.ofNullable(commissionOn),
                new Practice(
                        Optional.ofNullable(servicePoint).map(ServicePointColumns::value),
                        collectionMode,
                        priority,
                        new RulesOrigin(rulesBundle, rulesVersion)),
                next(),
                Optional.ofNullable(wakeAt),
                Optional.ofNullable(rightEndsOn),
                gap(),
                Optional.ofNullable(uncoveredAt),
                Optional.ofNullable(assignee).map(AccountId::new));
    }

    /** The row of somebody who goes without a proof. */
    WithoutProof without() {
        return new WithoutProof(
                new CaseNumber(number),
                new PersonId(personId),
                new PrefectureCode(prefecture),
                ZoneId.of(zone),
                gap(),
                Objects.requireNonNull(uncoveredAt),
                Optional.ofNullable(wakeAt));
    }

    /** The row alone, without what grows beside it. */
    CasePlace place() {
        return new CasePlace(
                new PermitCode(permit),
                new PrefectureCode(prefecture),
                new CommuneCode(home),
                Optional.ofNullable(transferTo).map(PrefectureCode::new));
    }

    /** The row as a case on offer, which it is. */
    OfferedRow offered(CivilStatus person) {
        return new OfferedRow(
                new CaseNumber(number),
                new PermitCode(permit),
                person.familyName(),
                person.givenNames(),
                filedOn,
                new PrefectureCode(prefecture),
                transfer().orElseThrow());
    }

    private Optional<PendingTransfer> transfer() {
        return transferTo == null || transferCompletesOn == null || transferReason == null
                ? Optional.empty()
                : Optional.of(new PendingTransfer(new PrefectureCode(transferTo), transferCompletesOn, transferReason));
    }

    private Optional<NextAct> next() {
        return nextWho == null || nextWhat == null || nextBy == null
                ? Optional.empty()
                : Optional.of(new NextAct(nextWho, nextWhat, nextBy, Optional.ofNullable(nextOwner)));
    }
}
