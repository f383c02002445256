/**
 * Judges what people hold. It reads the law by itself: the raw catalogue of permits, and small tables of its own for what the
 * articles say; it reads what people and agents did in a story, and what the platform gave in its tables, by SQL. Nothing here
 * comes from the platform's code, so that a fault of the platform is not repeated by its judge.
 */
@NullMarked
package fr.sejour.oracle;

import org.jspecify.annotations.NullMarked;
