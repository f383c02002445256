/** What nobody can guess: the numbers that are drawn, and the secrets that are compared and counted without being kept. */
@NullMarked
package fr.sejour.core.internal.secret;

import org.jspecify.annotations.NullMarked;
