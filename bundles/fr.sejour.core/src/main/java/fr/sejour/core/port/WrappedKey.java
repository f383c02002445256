package fr.sejour.core.port;

/** A person's key as the database keeps it: only the vault, which holds the master key, can open it. Base64. */
public record WrappedKey(String value) {}
