/** The agents' pages: the queue and the tasks, a case with everything on it, and a form for each act. */
@NullMarked
package fr.sejour.console.internal;

import org.jspecify.annotations.NullMarked;
