/** The signature of papers: its key, its time stamps, and what DSS makes of them. */
@NullMarked
package fr.sejour.signature.pades.internal;

import org.jspecify.annotations.NullMarked;
