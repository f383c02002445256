/** CSV files of any size, row by row (RFC 4180). */
@NullMarked
package fr.sejour.core.internal.csv;

import org.jspecify.annotations.NullMarked;
