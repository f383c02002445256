package fr.sejour.api.seal;

import java.time.LocalDate;
import java.util.Optional;

/** What a line turned out to be. Only a {@link Genuine} one says anything of a paper. */
public sealed interface SealReading {

    /** A stable code: {@code genuine}, {@code altered}, {@code unknown-key}, {@code key-not-valid} or {@code not-a-seal}. */
    String code();

    /** The paper, when the seal is genuine: whether it still stands is another question. */
    default Optional<SealedPaper> paper() {
        return Optional.empty();
    }

    /** Signed by that key, on a day on which the key was valid. */
    record Genuine(SealedPaper sealed) implements SealReading {
        @Override
        public String code() {
            return "genuine";
        }

        @Override
        public Optional<SealedPaper> paper() {
            return Optional.of(sealed);
        }
    }

    /** It names a key that is known, and that key did not sign it as it stands. */
    record Altered() implements SealReading {
        @Override
        public String code() {
            return "altered";
        }
    }

    /**
     * It names a key that the reader was not given: it may be genuine, and it may not.
     *
     * @param key the four letters of the authority and the four of its certificate
     */
    record UnknownKey(String key) implements SealReading {
        @Override
        public String code() {
            return "unknown-key";
        }
    }

    /** Signed by that key, on a day on which nobody could rely on the key. */
    record KeyNotValid(String key, LocalDate sealedOn) implements SealReading {
        @Override
        public String code() {
            return "key-not-valid";
        }
    }

    /** Something else: another barcode, or a line that was not read to its end. */
    record NotASeal() implements SealReading {
        @Override
        public String code() {
            return "not-a-seal";
        }
    }
}
