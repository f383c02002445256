package fr.sejour.distribution.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test method that runs inside the container, on an instance of its class whose {@code @Inject} fields are OSGi
 * services or the {@code BundleContext}. It sees JUnit's annotations but not its engine: no lifecycle methods.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Inside {}
