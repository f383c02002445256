package fr.sejour.distribution.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the running distribution. All such tests of one run share one container, each leaves it as it was.
 *
 * <p>A method with {@link Inside} runs in the container; any other runs outside, may take the {@link Karaf} as a
 * parameter, and speaks HTTP.
 */
@ExtendWith(KarafExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InKaraf {}
