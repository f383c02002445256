package fr.sejour.channel.email.internal;

/** How the connection to the mail server is kept from listeners. */
enum Security {
    /** Not at all: for a relay on the same machine. */
    NONE,
    /** A plain connection that must turn to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
}
