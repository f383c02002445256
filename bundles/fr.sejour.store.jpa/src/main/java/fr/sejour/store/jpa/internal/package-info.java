/**
 * Keeps the records of the core in a relational database through EclipseLink.
 *
 * <p>Each table has one class named for its row; rows never leave this package. They have no relations: what belongs to a case
 * is read by the number of the case, so nothing is ever loaded behind a reader's back. A part of the records is one class
 * ({@code JpaCases}, {@code JpaPapers}, …), which turns rows into values and back.
 *
 * <p>Whoever writes anything around a case first locks the row of the case. That makes journals gapless and notices ordered,
 * and two works on one case wait for each other where they begin instead of meeting in a deadlock.
 */
@NullMarked
package fr.sejour.store.jpa.internal;

import org.jspecify.annotations.NullMarked;
