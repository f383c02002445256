/** How the bodies of requests come in, whatever they are sent to: no sender keeps others waiting. */
@NullMarked
package fr.sejour.rest.internal.arrival;

import org.jspecify.annotations.NullMarked;
