/**
 * What the seal of a paper says, and whether it is genuine. Whoever issues papers writes seals with it, whoever is shown one reads them:
 * the pages, and programs that know nothing of the platform, for it asks no service, no network and nothing but Java.
 *
 * <p>The layout is that of a published barcode for official papers (France Titres, technical specifications 3.3, layout DC04,
 * perimeter 01, document type 13), as public readers of it describe it. It bears neither that name nor that mark: those go with a
 * certificate of an accredited authority.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.seal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
