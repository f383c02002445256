/** The reports of people, and the substitute channel that they open. */
@NullMarked
package fr.sejour.core.internal.report;

import org.jspecify.annotations.NullMarked;
