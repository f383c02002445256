/** Notices by electronic mail: one message, one conversation with the mail server of the installation. */
@NullMarked
package fr.sejour.channel.email.internal;

import org.jspecify.annotations.NullMarked;
