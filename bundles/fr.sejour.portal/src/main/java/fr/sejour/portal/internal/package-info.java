@NullMarked
package fr.sejour.portal.internal;

import org.jspecify.annotations.NullMarked;
