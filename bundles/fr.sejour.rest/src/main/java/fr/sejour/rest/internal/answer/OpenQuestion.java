package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.Reading;
import java.util.function.Function;

/**
 * A value that our reading of the law leaves open: neither granted nor denied.
 *
 * @param token how the catalogue marks it
 * @param question what a jurist has to answer
 */
public record OpenQuestion(boolean undetermined, String token, String question) {

    /** The settled value as it is shown, or the open question in its place. */
    static <T> Object shown(Reading<T> reading, Function<? super T, ?> whenSettled) {
        return reading.fold(
                value -> (Object) whenSettled.apply(value),
                open -> new OpenQuestion(true, open.token(), open.question()));
    }
}
