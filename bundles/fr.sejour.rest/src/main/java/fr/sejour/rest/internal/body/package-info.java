/** What callers send, read strictly and turned into the values of the platform. */
@NullMarked
package fr.sejour.rest.internal.body;

import org.jspecify.annotations.NullMarked;
