/**
 * The words people read, from one catalogue for pages, messages and papers: French first, which prevails. The text bundle
 * implements {@link fr.sejour.api.text.Texts}; whoever speaks to people calls it.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
