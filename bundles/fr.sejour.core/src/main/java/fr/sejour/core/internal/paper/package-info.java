/** The papers issued, the coverage they make, and the check of one. */
@NullMarked
package fr.sejour.core.internal.paper;

import org.jspecify.annotations.NullMarked;
