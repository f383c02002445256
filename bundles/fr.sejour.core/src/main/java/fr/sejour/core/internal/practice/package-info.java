/** What the rules bundles of the préfectures say, asked defensively and fenced. */
@NullMarked
package fr.sejour.core.internal.practice;

import org.jspecify.annotations.NullMarked;
