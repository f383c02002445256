@NullMarked
package fr.sejour.text.internal;

import org.jspecify.annotations.NullMarked;
