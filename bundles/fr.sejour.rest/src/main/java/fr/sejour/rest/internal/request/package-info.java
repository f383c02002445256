/** What happens to every request: who asks, in which language, how much may be sent, in which form. */
@NullMarked
package fr.sejour.rest.internal.request;

import org.jspecify.annotations.NullMarked;
