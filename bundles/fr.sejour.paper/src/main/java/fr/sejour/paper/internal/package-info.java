/** Sets what is printed on sheets of paper. */
@NullMarked
package fr.sejour.paper.internal;

import org.jspecify.annotations.NullMarked;
