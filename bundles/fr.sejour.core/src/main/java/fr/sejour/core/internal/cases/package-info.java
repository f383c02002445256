/** The states of a case and the moves between them. */
@NullMarked
package fr.sejour.core.internal.cases;

import org.jspecify.annotations.NullMarked;
