/** The stock of the system before this one, taken over case by case. */
@NullMarked
package fr.sejour.core.internal.stock;

import org.jspecify.annotations.NullMarked;
