package fr.sejour.distribution.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** Verifies what the platform signed as anybody can: with Java alone and the published key (RFC 7515, RFC 7518 3.4). */
final class Jws {

    private Jws() {}

    /**
     * What was signed.
     *
     * @param keys the answer of {@code /signature-keys}
     */
    static JsonNode verified(String signed, JsonNode keys) {
        String[] parts = signed.split("\\.", -1);
        try {
            JsonNode key = keys.at("/keys/0");
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(number(key.path("x")), number(key.path("y"))),
                            curve.getParameterSpec(ECParameterSpec.class))));
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!check.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new AssertionError("The signature is not that of the platform: " + signed);
            }
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
    }
}
