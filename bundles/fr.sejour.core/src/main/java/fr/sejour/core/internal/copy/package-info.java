/** The pages of papers: made when they are first asked for, kept, and completed later. */
@NullMarked
package fr.sejour.core.internal.copy;

import org.jspecify.annotations.NullMarked;
