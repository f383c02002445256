package fr.sejour.rest.internal.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A problem before it is put into words.
 *
 * @param instance the opaque trace that the caller reads and the log carries
 * @param faults what is wrong with the request, part by part
 * @param details the further members of the answer: codes and bounds, never personal data
 * @param cause what happened, when it was our fault
 */
public record Problem(
        ProblemKind kind,
        String instance,
        List<FieldFault> faults,
        Map<String, Object> details,
        Optional<Throwable> cause) {

    public Problem {
        faults = List.copyOf(faults);
        details = Map.copyOf(details);
    }

    public static Problem of(ProblemKind kind) {
        return new Problem(kind, trace(), List.of(), Map.of(), Optional.empty());
    }

    public static Problem of(ProblemKind kind, List<FieldFault> faults, Map<String, Object> details) {
        return new Problem(kind, trace(), faults, details, Optional.empty());
    }

    public static Problem of(ProblemKind kind, Map<String, Object> details, Throwable cause) {
        return new Problem(kind, trace(), List.of(), details, Optional.of(cause));
    }

    /** The same problem with one more member of its answer. */
    public Problem with(String detail, Object value) {
        Map<String, Object> more = new HashMap<>(details);
        more.put(detail, value);
        return new Problem(kind, instance, faults, more, cause);
    }

    private static String trace() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
