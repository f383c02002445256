package fr.sejour.signature.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSignaturesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T08:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> SAID = Map.of("number", "AT-1");

    @TempDir
    private Path folder;

    @Test
    void the_key_is_made_once_and_for_its_owner_alone() throws IOException {
        String signed = at("key.p12").sign("attempt", SAID);

        assertThat(Files.getPosixFilePermissions(folder.resolve("key.p12")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        assertThat(at("key.p12").verify("attempt", signed)).contains(SAID);
    }

    @Test
    void those_who_start_at_once_agree_on_one_key() throws Exception {
        int starters = 8;
        CyclicBarrier together = new CyclicBarrier(starters);
        ExecutorService threads = Executors.newFixedThreadPool(starters);
        try {
            List<Callable<KeyFileSignatures>> starts = Collections.nCopies(starters, () -> {
                together.await();
                return at("key.p12");
            });

            List<Future<KeyFileSignatures>> started = threads.invokeAll(starts);

            String signed = started.get(0).get().sign("attempt", SAID);
            for (Future<KeyFileSignatures> each : started) {
                assertThat(each.get().verify("attempt", signed)).contains(SAID);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** RFC 7518, 3.4: ES256 is ECDSA on P-256 with SHA-256, the two numbers one after the other. */
    @Test
    void anybody_verifies_it_with_java_alone_and_the_published_key() throws GeneralSecurityException {
        KeyFileSignatures signatures = at("key.p12");
        String[] parts = signatures.sign("attempt", SAID).split("\\.", -1);
        Map<String, String> jwk = signatures.publicKeys().get(0);

        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(publicKey(jwk));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"number\":\"AT-1\"}");
        assertThat(jwk).containsOnlyKeys("kty", "use", "crv", "kid", "x", "y", "alg");
    }

    @Test
    void a_changed_one_or_one_of_another_kind_or_key_is_none() {
        KeyFileSignatures signatures = at("key.p12");
        String signed = signatures.sign("attempt", SAID);
        String[] parts = signed.split("\\.", -1);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"number\":\"AT-2\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(signatures.verify("attempt", signed)).isPresent();
        assertThat(signatures.verify("attempt", parts[0] + "." + changed + "." + parts[2]))
                .isEmpty();
        assertThat(signatures.verify("journal", signed)).isEmpty();
        assertThat(signatures.verify("attempt", "no signature")).isEmpty();
        assertThat(at("other.p12").verify("attempt", signed)).isEmpty();
    }

    @Test
    void whatever_head_it_has_it_is_answered() {
        KeyFileSignatures signatures = at("key.p12");
        String[] parts = signatures.sign("check", SAID).split("\\.", -1);
        String kid = signatures.publicKeys().get(0).getOrDefault("kid", "");
        String like = "\"typ\":\"sejour-check\",\"kid\":\"" + kid + "\"";
        for (String head : new String[] {
            "{\"alg\":\"none\"," + like + "}",
            "{\"alg\":\"HS256\"," + like + "}",
            "{\"alg\":\"ES256K\"," + like + "}",
            "{\"alg\":\"es256\"," + like + "}",
            "{\"alg\":\"\"," + like + "}",
            "{\"alg\":5," + like + "}",
            "{\"alg\":null," + like + "}",
            "{" + like + "}",
            "{\"alg\":\"ES256\"}",
            "{\"alg\":\"ES256\",\"typ\":5,\"kid\":5}",
            "{\"alg\":\"ES256\"," + like + ",\"b64\":false,\"crit\":[\"b64\"]}",
            "{\"alg\":\"ES256\"," + like + ",\"crit\":[\"alg\"]}",
            "{\"alg\":\"ES256\"," + like + ",\"crit\":[]}",
            "{\"alg\":\"ES256\"," + like + ",\"jku\":\"no address\"}",
            "{\"alg\":\"ES256\"," + like + ",\"jwk\":{\"kty\":\"EC\"}}",
            "{\"alg\":\"ES256\"," + like + ",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
            "{\"alg\":\"ES256\"," + like + ",\"x5c\":[\"?\"]}",
            "{\"alg\":\"ES256\"," + like + ",\"b64\":5}",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "[]",
            "null",
            "\u0000"
        }) {
            String encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(StandardCharsets.UTF_8));
            for (String signature : new String[] {
                parts[2], "", "AA", "?", Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])
            }) {
                assertThat(signatures.verify("check", encoded + "." + parts[1] + "." + signature))
                        .as(head)
                        .isEmpty();
            }
        }
        for (String text : new String[] {"", ".", "..", "...", "a.b.c", ".".repeat(100_000), "é.é.é"}) {
            assertThat(signatures.verify("check", text)).isEmpty();
        }
    }

    @Test
    void a_file_that_is_none_is_told_in_a_sentence() throws IOException {
        Files.writeString(folder.resolve("key.p12"), "no key");

        assertThatThrownBy(() -> at("key.p12"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The file key.p12 cannot be used");
    }

    private KeyFileSignatures at(String name) {
        return new KeyFileSignatures(new KeyFile(folder.resolve(name), "sejour"), CLOCK);
    }

    private static PublicKey publicKey(Map<String, String> jwk) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(jwk.getOrDefault("x", "")), number(jwk.getOrDefault("y", "")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }
}
