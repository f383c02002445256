/** What people are told, and how it leaves. */
@NullMarked
package fr.sejour.core.internal.notice;

import org.jspecify.annotations.NullMarked;
