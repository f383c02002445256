package fr.sejour.rest.internal.resource;

import fr.sejour.rest.internal.request.JerseySettings;
import fr.sejour.rest.internal.request.JsonBodies;
import fr.sejour.rest.internal.request.OperationGates;
import fr.sejour.rest.internal.request.RequestEdge;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** A resource that is not there before its gates, its words and its JSON are: no request passes it unguarded. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface Closed {

    String PREFIX_ = "osgi.jakartars.";

    /** The extensions it waits for. */
    String[] extension_select() default {
        "(osgi.jakartars.name=" + OperationGates.NAME + ")",
        "(osgi.jakartars.name=" + RequestEdge.NAME + ")",
        "(osgi.jakartars.name=" + JsonBodies.NAME + ")",
        "(osgi.jakartars.name=" + JerseySettings.NAME + ")"
    };
}
