package fr.sejour.console.internal;

import java.util.Optional;

/** A line of a case's journal as it is read. */
public record JournalRow(
        long sequence,
        String at,
        String actor,
        String what,
        String detail,
        Optional<String> basis,
        String digest,
        Optional<String> statement) {}
