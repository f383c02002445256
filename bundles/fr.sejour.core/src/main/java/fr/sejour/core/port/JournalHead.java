package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;

/**
 * Where the journal of a case ends.
 *
 * @param lines how many lines it has
 * @param digest the digest of the last of them
 */
public record JournalHead(CaseNumber number, long lines, String digest) {}
