package fr.sejour.rest.internal.operate;

import fr.sejour.rest.internal.operate.HealthAnswer.FindingAnswer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Whether every service that the API stands on is there, as the component runtime sees it. */
final class OwnComponents {

    static final String NAME = "services";

    private final ServiceComponentRuntime runtime;
    private final Bundle bundle;

    OwnComponents(ServiceComponentRuntime runtime, Bundle bundle) {
        this.runtime = runtime;
        this.bundle = bundle;
    }

    FindingAnswer look() {
        Set<String> waitedFor = runtime.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(this::waitedFor)
                .collect(Collectors.toCollection(TreeSet::new));
        return new FindingAnswer(
                NAME,
                waitedFor.isEmpty(),
                waitedFor.isEmpty()
                        ? "every service of the API is there"
                        : "the API waits for " + String.join(", ", waitedFor));
    }

    private Stream<String> waitedFor(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty()) {
            return Stream.of(component.name);
        }
        return configurations.stream().flatMap(it -> waitedFor(component, it));
    }

    private static Stream<String> waitedFor(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return Stream.of(component.name);
        }
        Map<String, String> interfaces = Arrays.stream(component.references)
                .collect(Collectors.toMap((ReferenceDTO it) -> it.name, it -> it.interfaceName, (a, b) -> a));
        List<UnsatisfiedReferenceDTO> missing = List.of(configuration.unsatisfiedReferences);
        return missing.stream()
                .map(it -> interfaces.getOrDefault(it.name, it.name))
                .map(it -> it.substring(it.lastIndexOf('.') + 1));
    }
}
