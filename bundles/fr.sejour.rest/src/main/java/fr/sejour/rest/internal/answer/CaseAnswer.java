package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Received;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.internal.answer.PracticeAnswer.ServicePointAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as its reader may see it. */
public record CaseAnswer(
        String caseNumber,
        long version,
        String status,
        String personId,
        String permit,
        @Nullable String article,
        String channel,
        String prefecture,
        List<String> formerPrefectures,
        @Nullable TransferAnswer transfer,
        Instant filedAt,
        LocalDate filedOn,
        @Nullable ReceivedAnswer received,
        AssessmentAnswer assessment,
        @Nullable HeldPermitAnswer heldPermit,
        String facts,
        boolean complete,
        List<PieceAnswer> pieces,
        List<ClockAnswer> clocks,
        List<TaskAnswer> tasks,
        @Nullable DecisionAnswer decision,
        @Nullable CollectionAnswer collection,
        List<CourtOrderAnswer> orders,
        List<RelatedAnswer> related,
        @Nullable NextActAnswer next,
        @Nullable DelayAnswer delay,
        List<String> acts,
        PracticeAnswer practice) {

    /** How it came in, when an agent keyed it. */
    public record ReceivedAnswer(LocalDate on, @Nullable String form, List<String> pieces) {

        static ReceivedAnswer of(Received received) {
            return new ReceivedAnswer(
                    received.on(),
                    received.form().map(FormSerial::value).orElse(null),
                    received.pieces().stream().sorted().map(PieceType::value).toList());
        }
    }

    /** An offered transfer that its receiver has not taken yet. */
    public record TransferAnswer(String to, LocalDate completesOn, String reason) {

        static TransferAnswer of(PendingTransfer offer) {
            return new TransferAnswer(offer.to().value(), offer.completesOn(), offer.reason());
        }
    }

    /** A piece: what the law makes of it, what was given, what an agent found. */
    public record PieceAnswer(
            String type,
            String state,
            String need,
            Object blocking,
            @Nullable String basis,
            @Nullable Integer version,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable Instant givenAt,
            @Nullable String scan,
            @Nullable FindingAnswer finding) {

        /** What a named agent found, and until when the piece is awaited. */
        public record FindingAnswer(
                String by,
                Instant at,
                String reason,
                @Nullable LocalDate answerBy,
                boolean noticeOver) {

            static FindingAnswer of(PieceFinding said) {
                return new FindingAnswer(
                        said.by().value(),
                        said.at(),
                        said.reason(),
                        said.answerBy().orElse(null),
                        said.noticeOver());
            }
        }

        static PieceAnswer of(PieceFile piece) {
            return new PieceAnswer(
                    piece.type().value(),
                    Codes.of(piece.state()),
                    Codes.of(piece.need()),
                    OpenQuestion.shown(piece.blocking(), blocks -> blocks),
                    piece.basis().orElse(null),
                    piece.given().map(PieceFile.Given::version).orElse(null),
                    piece.mediaType().orElse(null),
                    piece.size().orElse(null),
                    piece.givenAt().orElse(null),
                    piece.given().map(it -> Codes.of(it.scan())).orElse(null),
                    piece.finding().map(FindingAnswer::of).orElse(null));
        }
    }

    /**
     * A legal delay on the case.
     *
     * @param endsOn absent when the law sets no last day or our reading leaves it open
     */
    public record ClockAnswer(
            String kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer daysLeft,
            String state,
            String meaning,
            @Nullable String sentence,
            List<String> basis) {

        static ClockAnswer of(ClockFile clock, Wording wording) {
            return new ClockAnswer(
                    clock.kind(),
                    clock.startsOn(),
                    clock.endsOn().orElse(null),
                    clock.daysLeft().orElse(null),
                    Codes.of(clock.state()),
                    clock.meaning(),
                    wording.sentenceIfKnown("clock.meaning." + clock.meaning()),
                    RightAnswer.references(clock.basis()));
        }
    }

    /** An act owed by a team. */
    public record TaskAnswer(
            String id,
            String kind,
            @Nullable String owner,
            LocalDate dueOn,
            String escalation,
            @Nullable String question) {

        static TaskAnswer of(Task task) {
            return new TaskAnswer(
                    task.id(),
                    Codes.of(task.kind()),
                    task.owner().map(PrefectureCode::value).orElse(null),
                    task.dueOn(),
                    Codes.of(task.escalation()),
                    task.question().orElse(null));
        }
    }

    /** The decision on the case. */
    public record DecisionAnswer(
            String outcome,
            LocalDate decidedOn,
            @Nullable String reason,
            @Nullable String delegation,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable NotificationAnswer notification,
            String edition) {

        /** How and when the decision reached the person. */
        public record NotificationAnswer(String means, LocalDate day, String proof) {}

        static DecisionAnswer of(DecisionFile decision) {
            return new DecisionAnswer(
                    Codes.of(decision.outcome()),
                    decision.decidedOn(),
                    decision.reason().orElse(null),
                    decision.delegation().orElse(null),
                    decision.validFrom().orElse(null),
                    decision.validUntil().orElse(null),
                    decision.notification()
                            .map(it -> new NotificationAnswer(it.means(), it.day(), it.proof()))
                            .orElse(null),
                    decision.edition());
        }
    }

    /** The card on its way to the hand. */
    public record CollectionAnswer(
            @Nullable String cardNumber,
            @Nullable LocalDate readyOn,
            @Nullable LocalDate handedOverOn,
            String mode,
            @Nullable ServicePointAnswer servicePoint,
            @Nullable DeclaredAnswer declared) {

        /** What the person says of a card that nobody recorded as handed over. */
        public record DeclaredAnswer(LocalDate day, String cardNumber, LocalDate saidOn) {}

        static CollectionAnswer of(CollectionFile collection) {
            return new CollectionAnswer(
                    collection.cardNumber().orElse(null),
                    collection.readyOn().orElse(null),
                    collection.handedOverOn().orElse(null),
                    Codes.of(collection.mode()),
                    collection.servicePoint().map(ServicePointAnswer::of).orElse(null),
                    collection
                            .declared()
                            .map(it -> new DeclaredAnswer(it.day(), it.cardNumber(), it.saidOn()))
                            .orElse(null));
        }
    }

    /** What a judge ordered in the case. */
    public record CourtOrderAnswer(
            String court,
            LocalDate orderedOn,
            LocalDate dueOn,
            String what,
            @Nullable OrderedPaperAnswer paper,
            @Nullable String attestation,
            @Nullable LocalDate doneOn) {

        /** The paper that the order names. */
        public record OrderedPaperAnswer(String kind, LocalDate lastDay, boolean work) {}

        static CourtOrderAnswer of(CourtOrder order) {
            return new CourtOrderAnswer(
                    order.court(),
                    order.orderedOn(),
                    order.dueOn(),
                    Codes.of(order.what()),
                    order.paper()
                            .map(it -> new OrderedPaperAnswer(Codes.of(it.kind()), it.lastDay(), it.work()))
                            .orElse(null),
                    order.issued().map(AttestationNumber::value).orElse(null),
                    order.doneOn().orElse(null));
        }
    }

    /** Another case of the person and what links the two. */
    public record RelatedAnswer(String caseNumber, String link, List<String> reasons) {

        static RelatedAnswer of(RelatedCase related) {
            return new RelatedAnswer(
                    related.number().value(),
                    Codes.of(related.link()),
                    related.reasons().stream().sorted().map(Codes::of).toList());
        }
    }

    public static CaseAnswer of(CaseFile file, Wording wording) {
        return new CaseAnswer(
                file.number().value(),
                file.version(),
                Codes.of(file.status()),
                file.person().value(),
                file.permit().value(),
                file.article().map(Article::reference).orElse(null),
                Codes.of(file.channel()),
                file.prefecture().value(),
                file.formerPrefectures().stream().map(PrefectureCode::value).toList(),
                file.transfer().map(TransferAnswer::of).orElse(null),
                file.filedAt(),
                file.filedOn(),
                file.received().map(ReceivedAnswer::of).orElse(null),
                AssessmentAnswer.of(file.assessment(), wording),
                file.held().map(HeldPermitAnswer::of).orElse(null),
                Codes.of(file.facts()),
                file.complete(),
                file.pieces().stream().map(PieceAnswer::of).toList(),
                file.clocks().stream().map(it -> ClockAnswer.of(it, wording)).toList(),
                file.tasks().stream().map(TaskAnswer::of).toList(),
                file.decision().map(DecisionAnswer::of).orElse(null),
                file.collection().map(CollectionAnswer::of).orElse(null),
                file.orders().stream().map(CourtOrderAnswer::of).toList(),
                file.related().stream().map(RelatedAnswer::of).toList(),
                file.next().map(it -> NextActAnswer.of(it, wording)).orElse(null),
                file.delay().map(it -> DelayAnswer.of(it, wording)).orElse(null),
                file.acts().stream().sorted().map(Codes::of).toList(),
                PracticeAnswer.of(file.practice()));
    }
}
