package fr.sejour.api.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a case's append-only journal.
 *
 * @param sequence 1 for the first line of the case, without gaps
 * @param actor the account that acted, {@code platform} for what the platform did by itself
 * @param what the code of what happened, for example {@code filed}
 * @param detail codes and references, never names
 * @param basis what it rests on: an edition of the law by its name, or articles, for example {@code R.* 432-1}
 * @param digest the chain's digest up to this line, hexadecimal
 * @param statement what the actor said with the act in their own words, as long as it is kept; the detail holds its salted
 *     digest
 */
public record JournalLine(
        long sequence,
        Instant at,
        String actor,
        String what,
        String detail,
        Optional<String> basis,
        String digest,
        Optional<String> statement) {}
