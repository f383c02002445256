/** What callers get: each shape is written here by hand, so that nothing leaves by accident. */
@NullMarked
package fr.sejour.rest.internal.answer;

import org.jspecify.annotations.NullMarked;
