/** People, their accounts, and what the register knows of them. */
@NullMarked
package fr.sejour.core.internal.people;

import org.jspecify.annotations.NullMarked;
