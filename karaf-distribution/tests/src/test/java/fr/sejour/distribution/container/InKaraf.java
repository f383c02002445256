package fr.sejour.distribution.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of the running distribution. All such tests of one run share one container, one at a time, and leave it as it was.
 *
 * <p>A method with {@link Inside} runs in the container; any other runs outside, may take the {@link Karaf} as a
 * parameter, and speaks HTTP.
 */
@ExtendWith(KarafExtension.class)
@ResourceLock("fr.sejour.distribution.container.Karaf")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InKaraf {}
