/** Who works on what in a préfecture. */
@NullMarked
package fr.sejour.core.internal.team;

import org.jspecify.annotations.NullMarked;
