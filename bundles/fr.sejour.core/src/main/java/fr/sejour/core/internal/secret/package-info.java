/** What is compared and counted without being kept. */
@NullMarked
package fr.sejour.core.internal.secret;

import org.jspecify.annotations.NullMarked;
