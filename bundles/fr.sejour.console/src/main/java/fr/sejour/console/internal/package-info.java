@NullMarked
package fr.sejour.console.internal;

import org.jspecify.annotations.NullMarked;
