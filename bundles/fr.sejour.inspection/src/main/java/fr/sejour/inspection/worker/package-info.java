/**
 * What runs in a process of its own, beside the platform: it reads files that anybody may have made, so it may run out of time or
 * of memory, and is then ended and replaced. Nothing here is loaded by the platform itself.
 */
@NullMarked
package fr.sejour.inspection.worker;

import org.jspecify.annotations.NullMarked;
