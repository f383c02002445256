package fr.sejour.spi.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Says whom a {@link PrefectureRules} component serves: {@code @ForPrefecture("38")}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ForPrefecture {

    /** The service property that carries the code. */
    String PROPERTY = "for.prefecture";

    /** The code of the préfecture, as INSEE writes the département. */
    String value();
}
