/** The seal of papers: its keys, its letters, and the line. */
@NullMarked
package fr.sejour.seal.internal;

import org.jspecify.annotations.NullMarked;
