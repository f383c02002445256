package fr.sejour.rest.internal.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that our own pages may also ask for with the session of their visitor. It is told by a header that no page of
 * another site can send: browsers ask first, and the platform allows no other site.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FromOurPages {

    /** The header that only our pages, and no form, can send along with the session. */
    String HEADER = "Tus-Resumable";
}
