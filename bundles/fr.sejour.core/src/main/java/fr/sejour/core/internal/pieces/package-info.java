/** What goes on around the files of people while nobody asks: late scans, and the sweep of what nothing refers to. */
@NullMarked
package fr.sejour.core.internal.pieces;

import org.jspecify.annotations.NullMarked;
