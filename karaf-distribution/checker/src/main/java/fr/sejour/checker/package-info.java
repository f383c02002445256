/**
 * The program that checks a paper where there is no network: it reads the seal of a PDF, of a picture or of a text, and judges it
 * with what was fetched before.
 */
@NullMarked
package fr.sejour.checker;

import org.jspecify.annotations.NullMarked;
