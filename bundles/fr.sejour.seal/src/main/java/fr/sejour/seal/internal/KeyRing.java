package fr.sejour.seal.internal;

import fr.sejour.api.seal.SealKey;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The keys that stand in a file.
 *
 * @param signers those whose private part stands there
 * @param keys the public part of all, in the order of their certificates
 */
record KeyRing(List<Signer> signers, List<SealKey> keys) {

    KeyRing {
        signers = List.copyOf(signers);
        keys = List.copyOf(keys);
    }

    /** @param from the first and the last instant of its certificate */
    record Signer(String id, PrivateKey key, Instant from, Instant until) {}

    /** The present key: of those whose certificate is valid, the one that came last. */
    Optional<Signer> present(Instant now) {
        return signers.stream()
                .filter(it -> !now.isBefore(it.from()) && !now.isAfter(it.until()))
                .max(Comparator.comparing(Signer::from));
    }
}
