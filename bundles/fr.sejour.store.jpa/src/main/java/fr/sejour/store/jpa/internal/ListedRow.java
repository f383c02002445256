package fr.sejour.store.jpa.internal;

/**
 * A row of a list that belongs to a case.
 *
 * @param <V> the value it keeps
 */
interface ListedRow<V> {

    /** What makes it the same row after a change: unique within its list. */
    Object key();

    /** Keeps that value, at that place of the list. */
    void take(V value, int place);
}
