package fr.sejour.rest.internal.request;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/** Where Jersey would say more than the contract: a Location stays the path that the operation gave, and there is no WADL. */
@Component(service = Feature.class)
@JakartarsExtension
@JakartarsName(JerseySettings.NAME)
public final class JerseySettings implements Feature {

    public static final String NAME = "fr.sejour.rest.settings";

    @Override
    public boolean configure(FeatureContext context) {
        context.property("jersey.config.server.headers.location.relative.resolution.disabled", true);
        context.property("jersey.config.server.wadl.disableWadl", true);
        return true;
    }
}
