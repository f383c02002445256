/** Who is asking: passwords, second factors and sessions. */
@NullMarked
package fr.sejour.security.internal;

import org.jspecify.annotations.NullMarked;
