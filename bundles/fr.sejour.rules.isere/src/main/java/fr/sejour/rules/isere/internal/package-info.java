/** The rules of the préfecture de l'Isère, and the model for those of others. */
@NullMarked
package fr.sejour.rules.isere.internal;

import org.jspecify.annotations.NullMarked;
