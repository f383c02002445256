/** The files of people: looked at before anything refers to them, scanned late when the scanner was away, swept when nothing refers to them. */
@NullMarked
package fr.sejour.core.internal.pieces;

import org.jspecify.annotations.NullMarked;
