package fr.sejour.api.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a check without a network ends in. Either the paper may be relied on, or it may not, or nobody can tell here: then the person
 * is denied nothing, and whoever checks asks online.
 */
public sealed interface OfflineAnswer {

    /** A stable code, under which the catalogues have its sentence. */
    String code();

    Trust trust();

    /** What the seal says, when it is genuine. */
    default Optional<SealedPaper> paper() {
        return Optional.empty();
    }

    /** Whether the paper is over: what it says of rights allows nothing any more, and is not repeated. */
    default boolean over() {
        return this instanceof Expired || this instanceof Revoked || this instanceof Replaced;
    }

    /** What whoever checks may do with the answer. */
    enum Trust {
        /** The paper is what it says, as far as anybody knew when the list was signed. */
        RELIED_ON,
        /** The paper is no proof of what it says, or no longer. */
        NOT_RELIED_ON,
        /** It cannot be told here: to be asked online before anything is concluded. */
        IN_DOUBT
    }

    /**
     * Genuine, within its days, and standing in a list that is still good.
     *
     * @param listedAt when the list was signed: what happened since is not known here
     */
    record Valid(SealedPaper sealed, Instant listedAt) implements OfflineAnswer {
        @Override
        public String code() {
            return "valid";
        }

        @Override
        public Trust trust() {
            return Trust.RELIED_ON;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and its first day is still to come. */
    record NotYetValid(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "not-yet-valid";
        }

        @Override
        public Trust trust() {
            return Trust.NOT_RELIED_ON;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and its last day is over. */
    record Expired(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "expired";
        }

        @Override
        public Trust trust() {
            return Trust.NOT_RELIED_ON;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and ended before its last day. */
    record Revoked(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "revoked";
        }

        @Override
        public Trust trust() {
            return Trust.NOT_RELIED_ON;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and another paper of the same person has taken its place. */
    record Replaced(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "replaced";
        }

        @Override
        public Trust trust() {
            return Trust.NOT_RELIED_ON;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and in a state that may pass (SUSPENDED in the standard of the lists; this platform gives it to no paper). */
    record Suspended(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "suspended";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and no list that is at hand has a place for it. */
    record NotListed(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "not-listed";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and the list that has a place for it was good until then. */
    record ListTooOld(SealedPaper sealed, Instant goodUntil) implements OfflineAnswer {
        @Override
        public String code() {
            return "list-too-old";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and no key that is known signed a list that is at hand, which may be the one for it. */
    record ListForged(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "list-forged";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** Genuine, and it or its list was signed later than this clock says it is now: the clock is wrong. */
    record ClockBehind(SealedPaper sealed) implements OfflineAnswer {
        @Override
        public String code() {
            return "clock-behind";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** It names a key that is known, and that key did not sign it as it stands. */
    record Altered() implements OfflineAnswer {
        @Override
        public String code() {
            return "altered";
        }

        @Override
        public Trust trust() {
            return Trust.NOT_RELIED_ON;
        }
    }

    /** It names a key that is not known here: a new one, or one of nobody's. */
    record UnknownKey(String key) implements OfflineAnswer {
        @Override
        public String code() {
            return "unknown-key";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }
    }

    /** Signed on a day on which its key was not valid yet, or not any more. */
    record KeyNotValid(String key, LocalDate sealedOn) implements OfflineAnswer {
        @Override
        public String code() {
            return "key-not-valid";
        }

        @Override
        public Trust trust() {
            return Trust.NOT_RELIED_ON;
        }
    }

    /** It begins like a seal and does not go on like one: cut, or read or typed with a mistake. */
    record Unreadable() implements OfflineAnswer {
        @Override
        public String code() {
            return "unreadable";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }
    }

    /** Something else. */
    record NotASeal() implements OfflineAnswer {
        @Override
        public String code() {
            return "not-a-seal";
        }

        @Override
        public Trust trust() {
            return Trust.IN_DOUBT;
        }
    }
}
