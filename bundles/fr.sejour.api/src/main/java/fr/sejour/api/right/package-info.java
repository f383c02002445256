/**
 * The interim papers and the rights they carry, as values with one code each: the same codes stand in the JSON answer, on the
 * paper, in the message and in the answer to an employer. The law computes them, the core stores them, every face shows them.
 *
 * <p>The first day of a paper begins where the filing came to. The last one ends where the paper was issued, and after a transfer where it
 * ends later; the printed days stay. Whoever reads a paper from the core is given its days so, and need not know where the case has been.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.right;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
