package fr.sejour.rest.internal.operate;

import fr.sejour.rest.internal.operate.HealthAnswer.FindingAnswer;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.jakartars.runtime.dto.RuntimeDTO;

/** Whether the REST whiteboard runs every operation of the contract. */
final class RunningOperations {

    static final String NAME = "api";

    private final Set<String> contract;

    /** @param contract the operations of the contract, as {@code GET /cases/{caseNumber}} */
    RunningOperations(Set<String> contract) {
        this.contract = Set.copyOf(contract);
    }

    FindingAnswer look(@Nullable JakartarsServiceRuntime whiteboard) {
        Set<String> missing = new TreeSet<>(contract);
        if (whiteboard != null) {
            Set<String> running = running(whiteboard.getRuntimeDTO());
            missing.removeAll(running);
            missing.removeIf(operation -> untold(operation, running));
        }
        return new FindingAnswer(
                NAME,
                missing.isEmpty(),
                missing.isEmpty()
                        ? "every operation of the contract answers"
                        : "these operations do not answer yet: " + String.join(", ", missing));
    }

    /** The whiteboard tells nothing of PATCH: such an operation runs where its resource has another that does. */
    private static boolean untold(String operation, Set<String> running) {
        String address = operation.substring(operation.indexOf(' '));
        return operation.startsWith("PATCH ") && running.stream().anyMatch(it -> it.endsWith(address));
    }

    private static Set<String> running(RuntimeDTO runtime) {
        if (runtime.defaultApplication == null || runtime.defaultApplication.resourceMethods == null) {
            return Set.of();
        }
        return Arrays.stream(runtime.defaultApplication.resourceMethods)
                .map(it -> it.method + " " + address(it.path))
                .collect(Collectors.toSet());
    }

    private static String address(String path) {
        String one = "/" + path.replaceAll("/+", "/");
        return one.replaceAll("^/+", "/").replaceAll("(?<=.)/$", "");
    }
}
