package fr.sejour.rest.internal.body;

import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ends a proposal, as it is sent.
 *
 * @param what {@code approve}, {@code refuse} or {@code withdraw}
 * @param words a refusal's reason; what an agent has seen
 */
public record CorrectionActBody(
        @Nullable String what, @Nullable String words) {

    public CorrectionAct toAct() {
        return switch (Input.required("what", what)) {
            case "approve" ->
                Input.<String, CorrectionAct>optional(
                                "words", Rule.WORDS, words, it -> new CorrectionAct.Approve(Optional.of(it)))
                        .orElseGet(() -> new CorrectionAct.Approve(Optional.empty()));
            case "refuse" -> Input.value("words", Rule.WORDS, words, CorrectionAct.Refuse::new);
            case "withdraw" -> new CorrectionAct.Withdraw();
            default -> throw new BadInput("what", Rule.CODE);
        };
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "CorrectionActBody[hidden]";
    }
}
