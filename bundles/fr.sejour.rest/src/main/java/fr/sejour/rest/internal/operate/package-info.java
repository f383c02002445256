/** What an operator reads: health, measures and the contract. */
@NullMarked
package fr.sejour.rest.internal.operate;

import org.jspecify.annotations.NullMarked;
