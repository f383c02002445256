/** The platform's key, and what is signed with it. */
@NullMarked
package fr.sejour.signature.internal;

import org.jspecify.annotations.NullMarked;
