package fr.sejour.core.port;

/**
 * What somebody said with an act, in words of their own. It is kept beside the journal, whose line holds a digest of salt and
 * words: the words can be erased, and the journal still stands.
 *
 * @param salt random, so that a short statement cannot be guessed from its digest
 */
public record Statement(String salt, String words) {}
