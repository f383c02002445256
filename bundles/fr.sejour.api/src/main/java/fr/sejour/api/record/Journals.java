package fr.sejour.api.record;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The journals of all cases. The lines of a case are a chain; its head stands with the case; the heads are sealed from time to time
 * under a signed root, and the roots are a chain too. So a change, a removal, a new order and a cut tail show, and whoever keeps a
 * copy of a root finds out even when the whole database was rewritten.
 */
@ProviderType
public interface Journals {

    /**
     * Works the journal of a case out anew and compares.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope
     */
    Verdict verify(Caller caller, CaseNumber number);

    /**
     * Everything by which others can verify the journal of a case without the platform, and without trusting it; that it was taken out
     * is a line of the journal itself, and everything up to that line is sealed. What a line says of the case of somebody else is
     * left out for the person, as in every reading of the journal; its digest stands.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope; {@code SIGNATURE_UNAVAILABLE} while
     *     there is no key to seal with, and then it was not taken out
     */
    Evidence takeOut(Caller caller, CaseNumber number);

    /** Verifies every root and the journal of every case; takes as long as there are cases. */
    Audit audit();

    /**
     * Seals every journal that has grown since its head was last sealed.
     *
     * @return how many heads were sealed
     */
    int seal();

    /** The roots after that number, the oldest first; at most a thousand. */
    List<Root> roots(long after);

    /**
     * What became of the journal of one case.
     *
     * @param lines how many lines it has
     * @param alteration empty when every line says what was written
     */
    record Verdict(CaseNumber number, long lines, Optional<Alteration> alteration) {}

    /** @param line the first line that does not say what was written, or is not there */
    record Alteration(Kind kind, long line) {

        /** What was done to a journal. */
        public enum Kind {
            /** The line was changed. */
            CHANGED,
            /** The line was removed, or stands elsewhere. */
            MISSING,
            /** Lines were cut off at the end. */
            TAIL_CUT,
            /** What somebody said with the act is not what they said. */
            WORDS_CHANGED,
            /** The whole chain was written anew from that line on, or from one after it: a sealed head says so. */
            REWRITTEN
        }
    }

    /**
     * What a verification of everything found.
     *
     * @param altered the journals that were altered; at most a thousand
     * @param brokenRoot the first root that is not what was signed, or that is missing
     */
    record Audit(long cases, long roots, List<Verdict> altered, Optional<Long> brokenRoot) {

        public Audit {
            altered = List.copyOf(altered);
        }

        public boolean intact() {
            return altered.isEmpty() && brokenRoot.isEmpty();
        }
    }

    /** The lines of a journal, and the roots that seal them. */
    record Evidence(List<Line> lines, List<Proof> proofs) {

        public Evidence {
            lines = List.copyOf(lines);
            proofs = List.copyOf(proofs);
        }
    }

    /**
     * A line as it was written.
     *
     * @param at to the microsecond
     * @param statement what was said with the act, as long as it is kept
     * @param salt what the digest of the statement was made with
     */
    record Line(
            long sequence,
            Instant at,
            String actor,
            String what,
            String detail,
            Optional<String> basis,
            String digest,
            Optional<String> statement,
            Optional<String> salt) {}

    /**
     * That a root seals the first lines of a journal.
     *
     * @param lines how many
     * @param leaf the place of the head among those that the root seals, from 0
     * @param path the digests with which the root is worked out from the head (RFC 6962, 2.1.1)
     */
    record Proof(Root root, long lines, int leaf, List<String> path) {

        public Proof {
            path = List.copyOf(path);
        }
    }

    /**
     * The heads of some cases at an instant under one digest (RFC 6962's tree), signed by the platform.
     *
     * @param number from 1, without gaps
     * @param heads how many heads it seals
     * @param digest the root of the tree, hexadecimal
     * @param previous the digest of the root before; sixty-four zeros for the first
     * @param signed the same statement as a JWS
     */
    record Root(long number, Instant takenAt, int heads, String digest, String previous, String signed) {}
}
