@NullMarked
package fr.sejour.check.internal;

import org.jspecify.annotations.NullMarked;
