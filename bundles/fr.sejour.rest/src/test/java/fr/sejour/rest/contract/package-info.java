/** Speaks to a running API as its contract says, and fails when either side says something else. For tests of any module. */
@NullMarked
package fr.sejour.rest.contract;

import org.jspecify.annotations.NullMarked;
