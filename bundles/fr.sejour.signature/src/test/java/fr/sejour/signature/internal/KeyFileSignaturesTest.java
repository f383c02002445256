package fr.sejour.signature.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.operation.HealthCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSignaturesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T08:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> SAID = Map.of("number", "AT-1");

    private static final String OWN = "sejour.signature.p12";
    private static final String PASSWORD = "sejour";

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private int stored;

    @Test
    void the_key_is_made_once_and_for_its_owner_alone() throws IOException {
        String signed = own().sign("attempt", SAID);

        assertThat(Files.getPosixFilePermissions(folder.resolve(OWN)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        assertThat(own().verify("attempt", signed)).contains(SAID);
    }

    @Test
    void those_who_start_at_once_agree_on_one_key() throws Exception {
        int starters = 8;
        CyclicBarrier together = new CyclicBarrier(starters);
        ExecutorService threads = Executors.newFixedThreadPool(starters);
        try {
            List<Callable<KeyFileSignatures>> starts = Collections.nCopies(starters, () -> {
                together.await();
                return own();
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
        KeyFileSignatures signatures = own();
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
        KeyFileSignatures signatures = own();
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
        assertThat(new KeyFileSignatures(other, "", PASSWORD, CLOCK).verify("attempt", signed))
                .isEmpty();
    }

    @Test
    void whatever_head_it_has_it_is_answered() {
        KeyFileSignatures signatures = own();
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
    void with_a_wrong_password_it_stands_says_so_and_verifies_what_was_signed() throws IOException {
        String signed = own().sign("attempt", SAID);
        List<Map<String, String>> keys = own().publicKeys();

        KeyFileSignatures wrong = new KeyFileSignatures(folder, "", "another", CLOCK);

        assertNoKey(
                wrong, "The password of the file sejour.signature.p12 is wrong: set .password in etc/fr.sejour.sign");
        assertThat(wrong.look().sentence()).doesNotContain("another");
        assertThat(wrong.verify("attempt", signed)).contains(SAID);
        assertThat(wrong.publicKeys()).isEqualTo(keys);
        assertThat(own().verify("attempt", signed)).as("nothing was made anew").contains(SAID);
    }

    @Test
    void a_file_that_is_cut_off_anywhere_or_is_none_is_told_in_a_sentence() throws IOException {
        String signed = own().sign("attempt", SAID);
        byte[] whole = Files.readAllBytes(folder.resolve(OWN));
        KeyFileSignatures signatures = own();

        for (int length : new int[] {0, 1, 2, 10, 100, whole.length / 2, whole.length - 1}) {
            write(Arrays.copyOf(whole, length));

            assertNoKey(signatures, "The file sejour.signature.p12 is no PKCS#12 file that can be read");
            assertNoKey(own(), "The file sejour.signature.p12 is no PKCS#12 file that can be read");
            assertThat(own().verify("attempt", signed)).contains(SAID);
        }
        write("no key".getBytes(StandardCharsets.UTF_8));
        assertNoKey(own(), "The file sejour.signature.p12 is no PKCS#12 file that can be read");
    }

    @Test
    void a_file_that_was_in_use_and_is_missing_is_not_made_anew() throws IOException {
        String signed = own().sign("attempt", SAID);
        byte[] whole = Files.readAllBytes(folder.resolve(OWN));
        Files.delete(folder.resolve(OWN));

        KeyFileSignatures started = own();

        assertNoKey(started, "The file sejour.signature.p12 of the key that signs statements is missing");
        assertThat(folder.resolve(OWN)).doesNotExist();
        assertThat(started.verify("attempt", signed)).contains(SAID);

        write(whole);
        assertThat(started.verify("attempt", started.sign("attempt", SAID))).contains(SAID);
        assertThat(started.verify("attempt", signed)).contains(SAID);
    }

    @Test
    void it_signs_again_once_the_file_is_mended_while_it_runs() throws Exception {
        KeyFileSignatures signatures = own();
        String signed = signatures.sign("attempt", SAID);
        byte[] whole = Files.readAllBytes(folder.resolve(OWN));
        write(new byte[0]);
        assertNoKey(signatures, "The file sejour.signature.p12 is no PKCS#12 file");

        write(whole);

        signatures.requireKey();
        assertThat(signatures.verify("attempt", signatures.sign("attempt", SAID)))
                .contains(SAID);
        assertThat(signatures.verify("attempt", signed)).contains(SAID);
        assertThat(signatures.look())
                .isEqualTo(new HealthCheck.Finding(
                        true,
                        "Statements are signed with the key "
                                + signatures.publicKeys().get(0).get("kid") + "."));
    }

    @Test
    void a_key_whose_certificate_has_ended_signs_no_more_and_verifies() throws Exception {
        KeyPair pair = pair("secp256r1");
        store(pair, certificate(pair, "2026-06-15T08:00:01Z"));
        KeyFileSignatures signatures = new KeyFileSignatures(folder, "mine.p12", PASSWORD, CLOCK);
        String signed = signatures.sign("attempt", SAID);

        KeyFileSignatures later =
                new KeyFileSignatures(folder, "mine.p12", PASSWORD, Clock.offset(CLOCK, Duration.ofSeconds(1)));

        assertNoKey(later, "The certificate of the key in the file mine.p12 has ended");
        assertThat(later.verify("attempt", signed)).contains(SAID);
    }

    @Test
    void a_key_of_another_curve_or_of_another_certificate_signs_nothing() throws Exception {
        KeyPair wide = pair("secp384r1");
        store(wide, certificate(wide, "2028-01-01T00:00:00Z"));
        assertNoKey(
                new KeyFileSignatures(folder, "mine.p12", PASSWORD, CLOCK),
                "The file mine.p12 holds a key that is not of the curve P-256");

        KeyPair pair = pair("secp256r1");
        store(pair, certificate(pair("secp256r1"), "2028-01-01T00:00:00Z"));
        assertNoKey(
                new KeyFileSignatures(folder, "mine.p12", PASSWORD, CLOCK),
                "The file mine.p12 holds a key that is not of the curve P-256, or not that of its certificate");
    }

    @Test
    void a_key_that_is_taken_out_of_the_file_verifies_no_more() throws Exception {
        KeyPair first = pair("secp256r1");
        store(first, certificate(first, "2028-01-01T00:00:00Z"));
        KeyFileSignatures signatures = new KeyFileSignatures(folder, "mine.p12", PASSWORD, CLOCK);
        String signed = signatures.sign("attempt", SAID);

        KeyPair next = pair("secp256r1");
        store(next, certificate(next, "2028-01-01T00:00:00Z"));

        assertThat(signatures.verify("attempt", signed)).isEmpty();
        Files.delete(folder.resolve("mine.p12"));
        assertThat(new KeyFileSignatures(folder, "mine.p12", PASSWORD, CLOCK).verify("attempt", signed))
                .isEmpty();
    }

    @Test
    void a_file_that_is_named_is_never_made() {
        KeyFileSignatures signatures = new KeyFileSignatures(folder, "away/mine.p12", PASSWORD, CLOCK);

        assertNoKey(signatures, "The file mine.p12 of the key that signs statements is missing: put it back in place.");
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertNoKey(KeyFileSignatures signatures, String sentence) {
        assertThatThrownBy(() -> signatures.sign("attempt", SAID))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_UNAVAILABLE));
        assertThatThrownBy(signatures::requireKey).isInstanceOf(CaseException.class);
        assertThat(signatures.look().healthy()).as("the platform serves").isTrue();
        assertThat(signatures.look().sentence()).startsWith(sentence);
    }

    private KeyFileSignatures own() {
        return new KeyFileSignatures(folder, "", PASSWORD, CLOCK);
    }

    private void write(byte[] bytes) throws IOException {
        write(OWN, bytes);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        // an operator takes longer than the clock of the disk has ticks
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().plusSeconds(++stored)));
    }

    private void store(KeyPair pair, Certificate certificate) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("sejour", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.store(bytes, PASSWORD.toCharArray());
        write("mine.p12", bytes.toByteArray());
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static Certificate certificate(KeyPair pair, String until) throws Exception {
        X500Name name = new X500Name("CN=Test");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                                Date.from(Instant.parse(until)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
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
