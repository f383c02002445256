/** The check of a paper, open to anyone: a code and a birth date, then what the paper permits now. */
@NullMarked
package fr.sejour.check.internal;

import org.jspecify.annotations.NullMarked;
