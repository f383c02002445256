/** Twelve invented people and a clock that can be moved forward, to show what the platform does. Never part of production. */
@NullMarked
package fr.sejour.demonstration.internal;

import org.jspecify.annotations.NullMarked;
