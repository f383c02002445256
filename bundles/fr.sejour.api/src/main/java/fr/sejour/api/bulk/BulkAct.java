package fr.sejour.api.bulk;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.ErrorCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An act on many cases, and how far it has come. It is done in the name of who prepared it and within their scope.
 *
 * @param lines the cases, in the order in which they are done
 */
public record BulkAct(BulkActId id, Act act, State state, Instant preparedAt, List<Line> lines) {

    /**
     * What may be done on many cases at once. A decision against a person, and whatever rests on what an agent has seen of this
     * person, needs reasons of its own (CRPA L. 211-5): it is never here.
     */
    public static final Set<ActKind> KINDS = Set.copyOf(EnumSet.of(
            ActKind.TAKE_UP,
            ActKind.ASK_FOR_PIECES,
            ActKind.ANSWER,
            ActKind.ORDER_CARD,
            ActKind.CARD_READY,
            ActKind.OFFER_TRANSFER,
            ActKind.RECEIVE_TRANSFER,
            ActKind.ASSIGN,
            ActKind.GIVE_BACK));

    public BulkAct {
        lines = List.copyOf(lines);
    }

    /** How many cases have that outcome. */
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** How far it has come. */
    public enum State {
        /** Looked at: nothing is done yet. */
        PREPARED,
        RUNNING,
        DONE,
        CANCELLED
    }

    /** What becomes of one case. */
    public enum Outcome {
        /** It can be done, as far as was seen when it was looked at. */
        READY,
        /** It cannot be done: so it was seen when it was looked at. */
        EXCLUDED,
        DONE,
        /** It could not be done when its turn came. */
        REFUSED
    }

    /**
     * One case.
     *
     * @param version the version that was looked at
     * @param problem why it cannot or could not be done
     * @param details what belongs to the problem, for example who changed the case
     * @param cardNumber the number of its card, when the act is that it is ready
     */
    public record Line(
            CaseNumber number,
            long version,
            Outcome outcome,
            Optional<ErrorCode> problem,
            Map<String, String> details,
            Optional<String> cardNumber) {

        public Line {
            details = Map.copyOf(details);
        }

        public Line(
                CaseNumber number,
                long version,
                Outcome outcome,
                Optional<ErrorCode> problem,
                Map<String, String> details) {
            this(number, version, outcome, problem, details, Optional.empty());
        }

        /** The same case, and what has become of it. */
        public Line with(Outcome reached, Optional<ErrorCode> why, Map<String, String> told) {
            return new Line(number, version, reached, why, told, cardNumber);
        }

        /** The act on this case. */
        public Act own(Act common) {
            return cardNumber.<Act>map(Act.CardReady::new).orElse(common);
        }
    }
}
