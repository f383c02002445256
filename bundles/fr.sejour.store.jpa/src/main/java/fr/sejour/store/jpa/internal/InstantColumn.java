package fr.sejour.store.jpa.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leaves instants to {@link UtcInstants}: JPA 3.1 knows no mapping of its own for them. EclipseLink makes it, hence public. */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Instant> {

    @Override
    public @Nullable Instant convertToDatabaseColumn(@Nullable Instant attribute) {
        return attribute;
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Instant column) {
        return column;
    }
}
