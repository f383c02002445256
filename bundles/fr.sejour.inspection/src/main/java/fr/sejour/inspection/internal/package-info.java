/** Asks workers what a file is, and a malware scanner whether it is clean. */
@NullMarked
package fr.sejour.inspection.internal;

import org.jspecify.annotations.NullMarked;
