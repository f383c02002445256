package fr.sejour.rest.internal.operate;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.operation.HealthCheck.Finding;
import fr.sejour.rest.internal.operate.HealthAnswer.FindingAnswer;
import fr.sejour.rest.internal.wire.StrictJson;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Whether the platform serves: its own services, its operations, and every health check that a bundle offers. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/ready")
public final class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_MILLIS = 2_000;

    private final transient ObjectMapper mapper = StrictJson.mapper();
    private final transient ExecutorService lookers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sejour-health");
        thread.setDaemon(true);
        return thread;
    });
    /** The last look at each check: one at a time, however many ask, so that a check that hangs holds one thread and no more. */
    private final transient Map<HealthCheck, CompletableFuture<FindingAnswer>> looks = new ConcurrentHashMap<>();

    private final transient Supplier<FindingAnswer> ownComponents;
    private final transient RunningOperations operations;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private transient volatile List<HealthCheck> checks = List.of();

    // the whiteboard comes after this servlet and may be restarted by its settings
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable JakartarsServiceRuntime whiteboard;

    @Activate
    public ReadyServlet(@Reference ServiceComponentRuntime components, BundleContext context) {
        this(new OwnComponents(components, context.getBundle())::look, new RunningOperations(Contract.operations()));
    }

    ReadyServlet(Supplier<FindingAnswer> ownComponents, RunningOperations operations) {
        this.ownComponents = ownComponents;
        this.operations = operations;
    }

    ReadyServlet checking(List<HealthCheck> offered, @Nullable JakartarsServiceRuntime running) {
        this.checks = List.copyOf(offered);
        this.whiteboard = running;
        return this;
    }

    @Deactivate
    void stop() {
        lookers.shutdownNow();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthAnswer answer = look();
        int status = answer.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        PlainAnswer.write(response, status, "application/json", mapper.writeValueAsString(answer));
    }

    HealthAnswer look() {
        List<CompletableFuture<FindingAnswer>> looking = new ArrayList<>();
        List<HealthCheck> offered = checks;
        looks.keySet().retainAll(offered);
        for (HealthCheck check : offered) {
            looking.add(lookAt(check).copy().completeOnTimeout(silent(check), PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        }
        List<FindingAnswer> found = new ArrayList<>();
        found.add(ownComponents.get());
        found.add(operations.look(whiteboard));
        looking.stream()
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(FindingAnswer::name))
                .forEach(found::add);
        return HealthAnswer.of(found);
    }

    /** The look that runs still, or else a new one. */
    private CompletableFuture<FindingAnswer> lookAt(HealthCheck check) {
        return looks.compute(
                check,
                (it, last) ->
                        last == null || last.isDone() ? CompletableFuture.supplyAsync(() -> look(it), lookers) : last);
    }

    private static FindingAnswer look(HealthCheck check) {
        try {
            Finding finding = check.look();
            return new FindingAnswer(check.name(), finding.healthy(), finding.sentence());
        } catch (RuntimeException failed) {
            return new FindingAnswer(
                    check.name(),
                    false,
                    "the check itself failed: " + failed.getClass().getSimpleName());
        }
    }

    private static FindingAnswer silent(HealthCheck check) {
        return new FindingAnswer(check.name(), false, "the check gave no answer within two seconds");
    }
}
