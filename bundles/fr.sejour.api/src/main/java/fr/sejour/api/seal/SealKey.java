package fr.sejour.api.seal;

import java.security.interfaces.ECPublicKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public key that seals are verified with.
 *
 * @param id the four letters of the authority and the four of its certificate, as the seal names them
 * @param key on the curve P-256
 * @param from the first day on which it may have signed
 * @param until the last one; empty when it has none
 */
public record SealKey(String id, ECPublicKey key, LocalDate from, Optional<LocalDate> until) {

    private static final Pattern ID = Pattern.compile("[A-Z0-9]{8}");

    /** @throws IllegalArgumentException when the name has another shape, or the key is of another curve */
    public SealKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A key of seals is named by eight capitals or digits");
        }
        if (!P256.holds(key)) {
            throw new IllegalArgumentException("A key of seals is of the curve P-256");
        }
    }

    /**
     * Reads the members of a JWK (RFC 7517) with two of our own, {@code from} and {@code until}, both days.
     *
     * @throws IllegalArgumentException when it is no such key
     */
    public static SealKey of(Map<String, String> members) {
        try {
            return new SealKey(
                    P256.member(members.get("kid")),
                    P256.read(members),
                    LocalDate.parse(P256.member(members.get("from"))),
                    Optional.ofNullable(members.get("until")).map(LocalDate::parse));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("It is no public key of seals", e);
        }
    }

    public Map<String, String> members() {
        Map<String, String> members = P256.members(id, key);
        members.put("from", from.toString());
        until.ifPresent(day -> members.put("until", day.toString()));
        return members;
    }

    /** Whether a seal of that day may have been made with it. */
    boolean validOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
