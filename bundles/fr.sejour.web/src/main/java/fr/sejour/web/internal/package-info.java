@NullMarked
package fr.sejour.web.internal;

import org.jspecify.annotations.NullMarked;
