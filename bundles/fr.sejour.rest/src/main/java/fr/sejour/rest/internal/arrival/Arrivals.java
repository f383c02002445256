package fr.sejour.rest.internal.arrival;

import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.operate.WholeApi;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** Stands before every servlet of the platform, and before what reads forms and files for them. */
@Component(service = Preprocessor.class)
public final class Arrivals implements Preprocessor {

    /** After this time a body has to have come at the lowest rate: a short stop of a weak connection costs nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WaitingRoom room = new WaitingRoom();
    private final Duration patience;
    private final BooleanSupplier whole;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Texts texts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable JakartarsServiceRuntime whiteboard;

    @Activate
    public Arrivals(@Reference ServiceComponentRuntime components, BundleContext context) {
        WholeApi api = new WholeApi(components, context.getBundle());
        this.patience = PATIENCE;
        this.whole = () -> api.isThere(whiteboard);
    }

    Arrivals(Duration patience) {
        this.patience = patience;
        this.whole = () -> true;
    }

    /** With these words, outside a framework. */
    public Arrivals(Texts texts, BooleanSupplier whole) {
        this.patience = PATIENCE;
        this.texts = texts;
        this.whole = whole;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (((HttpServletRequest) request).getMethod().equals("TRACE")) {
            // a servlet would echo the request to whoever asks, a script of another page among them (RFC 9110, 9.3.8)
            HttpServletResponse refused = (HttpServletResponse) response;
            refused.setHeader("Allow", "GET, HEAD, POST");
            refused.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        ArrivingRequest arriving = new ArrivingRequest((HttpServletRequest) request, room, patience);
        try {
            chain.doFilter(
                    arriving,
                    new StandInResponse(arriving, (HttpServletResponse) response, Optional.ofNullable(texts), whole));
        } finally {
            arriving.readAway();
        }
    }
}
