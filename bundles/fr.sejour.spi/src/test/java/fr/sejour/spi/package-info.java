/**
 * The contract tests that every extension extends: what the SPI promises in words, as far as a test can hold it. They come
 * as a test-jar.
 */
@NullMarked
package fr.sejour.spi;

import org.jspecify.annotations.NullMarked;
