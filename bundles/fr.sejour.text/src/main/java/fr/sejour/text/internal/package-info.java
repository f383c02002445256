/** The catalogue of sentences: read once from the files of the bundle, said in the forms that each language needs. */
@NullMarked
package fr.sejour.text.internal;

import org.jspecify.annotations.NullMarked;
