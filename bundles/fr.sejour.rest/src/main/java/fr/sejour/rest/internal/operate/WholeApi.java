package fr.sejour.rest.internal.operate;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;

/** Whether all of the API is there. When services leave, the whiteboard is the last to know; when they come, the last to serve. */
public final class WholeApi {

    private final OwnComponents services;

    public WholeApi(ServiceComponentRuntime components, Bundle bundle) {
        this.services = new OwnComponents(components, bundle);
    }

    /** Whether its services are there and every operation of its contract runs. */
    public boolean isThere(@Nullable JakartarsServiceRuntime whiteboard) {
        return services.look().healthy()
                && new RunningOperations(Contract.operations()).look(whiteboard).healthy();
    }
}
