package fr.sejour.spi.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** The name under which an installation knows a {@link NoticeChannel}: {@code @ChannelName("email")}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ChannelName {

    /** The service property that carries the name. */
    String PROPERTY = "channel.name";

    /** Lower-case letters, stable for ever: deliveries wait under it. */
    String value();
}
