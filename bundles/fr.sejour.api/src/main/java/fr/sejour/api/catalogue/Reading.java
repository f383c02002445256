package fr.sejour.api.catalogue;

import java.util.Optional;
import java.util.function.Function;

/**
 * What our reading of the law says of one value: settled, or undetermined. An undetermined value never prints as a right
 * and never denies one; where it matters to a person it becomes a task of the national jurist.
 *
 * @param <T> the type of the value once it is settled
 */
public sealed interface Reading<T> {

    /** A value that the texts settle. */
    record Settled<T>(T value) implements Reading<T> {}

    /**
     * A value that the texts, as read, leave open.
     *
     * @param token how the catalogue marks it: {@code mixed}, {@code by_ground}, {@code to_verify}, {@code unknown}
     * @param question what a jurist has to answer, in one sentence
     */
    record Undetermined<T>(String token, String question) implements Reading<T> {}

    static <T> Reading<T> settled(T value) {
        return new Settled<>(value);
    }

    static <T> Reading<T> undetermined(String token, String question) {
        return new Undetermined<>(token, question);
    }

    /** Answers with one of two functions: the first on the settled value, the second on the open question. */
    default <R> R fold(Function<? super T, ? extends R> whenSettled, Function<Undetermined<T>, ? extends R> whenOpen) {
        return this instanceof Settled<T> settled
                ? whenSettled.apply(settled.value())
                : whenOpen.apply((Undetermined<T>) this);
    }

    /** The settled value, or empty while the question is open. */
    default Optional<T> ifSettled() {
        return fold(Optional::of, open -> Optional.empty());
    }

    default boolean isSettled() {
        return this instanceof Settled<T>;
    }

    /** The same reading of a value derived from this one; an open question stays open. */
    default <R> Reading<R> map(Function<? super T, ? extends R> change) {
        return fold(
                value -> new Settled<>(change.apply(value)), open -> new Undetermined<>(open.token(), open.question()));
    }

    /** The reading that the next question gives for this value; an open question stays open. */
    default <R> Reading<R> flatMap(Function<? super T, Reading<R>> next) {
        return fold(next, open -> new Undetermined<>(open.token(), open.question()));
    }
}
