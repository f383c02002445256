package fr.sejour.rest.internal.body;

import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an act on many cases, as it is sent.
 *
 * @param what {@code run} or {@code cancel}
 */
public record BulkStepBody(@Nullable String what) {

    private static final List<String> STEPS = List.of("run", "cancel");

    public boolean runs() {
        String step = Input.required("what", what);
        if (!STEPS.contains(step)) {
            throw new BadInput("what", Rule.CODE, STEPS);
        }
        return step.equals("run");
    }
}
