package fr.sejour.api.catalogue;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** A delay set by law, in calendar months or days; {@link #NONE} says that the law sets none, which is an answer too. */
public record LegalDelay(Optional<Period> length) {

    public static final LegalDelay NONE = new LegalDelay(Optional.empty());

    /** @throws IllegalArgumentException when the period is zero or negative */
    public LegalDelay {
        length.ifPresent(period -> {
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("A legal delay is longer than zero");
            }
        });
    }

    public static LegalDelay of(Period length) {
        return new LegalDelay(Optional.of(length));
    }

    /** The day the delay ends when it starts on that day; empty when there is no delay. */
    public Optional<LocalDate> endFrom(LocalDate start) {
        return length.map(start::plus);
    }
}
