/** What holds for every answer and every JSON text, whoever writes or reads it. */
@NullMarked
package fr.sejour.rest.internal.wire;

import org.jspecify.annotations.NullMarked;
