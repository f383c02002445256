/**
 * What a bundle implements that carries messages to people: e-mail, SMS, letter. The core writes one delivery per notice and
 * channel in the deciding transaction and hands it over after the commit; while the bundle is away, deliveries wait.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.spi.channel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
