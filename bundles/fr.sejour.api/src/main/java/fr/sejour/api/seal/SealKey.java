package fr.sejour.api.seal;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    private static final ECParameterSpec P256 = curve();
    private static final int COORDINATE = 32;

    /** @throws IllegalArgumentException when the name has another shape, or the key is of another curve */
    public SealKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A key of seals is named by eight capitals or digits");
        }
        if (!key.getParams().getCurve().equals(P256.getCurve())) {
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
            ECPoint point = new ECPoint(number(members.get("x")), number(members.get("y")));
            ECPublicKey key =
                    (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256));
            return new SealKey(
                    member(members.get("kid")),
                    key,
                    LocalDate.parse(member(members.get("from"))),
                    Optional.ofNullable(members.get("until")).map(LocalDate::parse));
        } catch (GeneralSecurityException | DateTimeException e) {
            throw new IllegalArgumentException("It is no public key of seals", e);
        }
    }

    public Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "EC");
        members.put("crv", "P-256");
        members.put("alg", "ES256");
        members.put("use", "sig");
        members.put("kid", id);
        members.put("x", text(key.getW().getAffineX()));
        members.put("y", text(key.getW().getAffineY()));
        members.put("from", from.toString());
        until.ifPresent(day -> members.put("until", day.toString()));
        return members;
    }

    /** Whether a seal of that day may have been made with it. */
    boolean validOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    private static BigInteger number(@Nullable String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(member(text)));
    }

    private static String text(BigInteger number) {
        byte[] bytes = new byte[COORDINATE];
        byte[] signed = number.toByteArray();
        int length = Math.min(signed.length, COORDINATE);
        System.arraycopy(signed, signed.length - length, bytes, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String member(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("It is no public key of seals: a member is missing");
        }
        return Objects.requireNonNull(text);
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not know the curve P-256", e);
        }
    }
}
