/** How pages are served: the way of a request, its form and cookies, the sections that stand, and what goes wrong. */
@NullMarked
package fr.sejour.web.internal;

import org.jspecify.annotations.NullMarked;
