/**
 * What an operator types. Every command acts as the national services, in the name of the account {@code shell}, and shows
 * numbers, codes and days but no names: an operator needs none.
 */
@NullMarked
package fr.sejour.shell.internal;

import org.jspecify.annotations.NullMarked;
