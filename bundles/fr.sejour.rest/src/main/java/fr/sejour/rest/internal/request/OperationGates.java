package fr.sejour.rest.internal.request;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.problem.ProblemKind;
import fr.sejour.rest.internal.wire.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/** Puts a gate before each operation; an operation is closed unless it says that it is open. */
@Component(service = DynamicFeature.class)
@JakartarsExtension
@JakartarsName(OperationGates.NAME)
public final class OperationGates implements DynamicFeature {

    public static final String NAME = "fr.sejour.rest.gates";

    private final SignIn signIn;
    private final Texts texts;

    @Activate
    public OperationGates(@Reference SignIn signIn, @Reference Texts texts) {
        this.signIn = signIn;
        this.texts = texts;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        LargestBody largest = method.getAnnotation(LargestBody.class);
        context.register(new OperationGate(
                method.getName(),
                method.isAnnotationPresent(OpenToAll.class),
                method.isAnnotationPresent(FromOurPages.class),
                largest == null ? StrictJson.LARGEST : largest.value(),
                largest == null || takesJson(method)
                        ? ProblemKind.BODY_TOO_LARGE
                        : ProblemKind.of(ErrorCode.PIECE_TOO_LARGE),
                signIn,
                texts));
    }

    private static boolean takesJson(Method method) {
        return Optional.ofNullable(method.getAnnotation(Consumes.class))
                .map(consumes -> List.of(consumes.value()))
                .orElse(List.of())
                .contains(MediaType.APPLICATION_JSON);
    }
}
