/** The vault of pieces on a file system. */
@NullMarked
package fr.sejour.store.files.internal;

import org.jspecify.annotations.NullMarked;
