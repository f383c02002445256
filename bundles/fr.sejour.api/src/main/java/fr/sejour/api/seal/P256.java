package fr.sejour.api.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one curve of seals and lists, and its keys as JWK (RFC 7517). */
final class P256 {

    private static final ECParameterSpec CURVE = curve();
    private static final int COORDINATE = 32;

    private P256() {}

    static boolean holds(ECPublicKey key) {
        return key.getParams().getCurve().equals(CURVE.getCurve());
    }

    /** @throws IllegalArgumentException when it is no key of that curve */
    static ECPublicKey read(Map<String, String> members) {
        try {
            ECPoint point = new ECPoint(number(members.get("x")), number(members.get("y")));
            requireOnCurve(point);
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("It is no public key of the curve P-256", e);
        }
    }

    static Map<String, String> members(String id, ECPublicKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "EC");
        members.put("crv", "P-256");
        members.put("alg", "ES256");
        members.put("use", "sig");
        members.put("kid", id);
        members.put("x", text(key.getW().getAffineX()));
        members.put("y", text(key.getW().getAffineY()));
        return members;
    }

    /** @throws IllegalArgumentException when it is missing */
    static String member(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("It is no public key: a member is missing");
        }
        return text;
    }

    /** @param signature the two numbers one after the other */
    static boolean verifies(ECPublicKey key, String message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(Seal.ALGORITHM);
            check.initVerify(key);
            check.update(message.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (SignatureException noSignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not verify ECDSA", e);
        }
    }

    /** Java takes any two numbers for a key. */
    private static void requireOnCurve(ECPoint point) {
        EllipticCurve curve = CURVE.getCurve();
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        if (!point.getAffineY().pow(2).mod(prime).equals(right.mod(prime))) {
            throw new IllegalArgumentException("It is no public key of the curve P-256");
        }
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
