package fr.sejour.api.bulk;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.QueueFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Which cases an act is for. */
public sealed interface Selection {

    /** The most cases of one selection. */
    int MOST = 5_000;

    /** Cases that were ticked, each with the version that was seen. */
    record Ticked(List<TickedCase> cases) implements Selection {

        /** @throws IllegalArgumentException when there are none, too many, or one twice */
        public Ticked {
            cases = List.copyOf(cases);
            if (cases.isEmpty() || cases.size() > MOST) {
                throw new IllegalArgumentException("A selection has 1 to " + MOST + " cases");
            }
            Set<CaseNumber> numbers = new HashSet<>();
            if (!cases.stream().allMatch(it -> numbers.add(it.number()))) {
                throw new IllegalArgumentException("A selection has each case once");
            }
        }
    }

    /**
     * One of them.
     *
     * @param version empty to take the case as it stands when the act is looked at
     * @param cardNumber the number of its card, for {@code CARD_READY}: each card has its own
     */
    record TickedCase(CaseNumber number, OptionalLong version, Optional<String> cardNumber) {

        public TickedCase(CaseNumber number, OptionalLong version) {
            this(number, version, Optional.empty());
        }

        /** The act on this case. */
        public Act own(Act common) {
            return cardNumber.<Act>map(Act.CardReady::new).orElse(common);
        }
    }

    /** The cases of a queue, as they are when the act is looked at: those that come later are not in. */
    record Filtered(QueueFilter filter) implements Selection {}
}
