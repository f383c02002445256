/** What the law and the clock make due on a case: papers, clocks, tasks and the next act, after every act and at every pass. */
@NullMarked
package fr.sejour.core.internal.upkeep;

import org.jspecify.annotations.NullMarked;
