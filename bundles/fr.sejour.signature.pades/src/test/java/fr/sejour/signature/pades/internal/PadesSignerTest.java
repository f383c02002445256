package fr.sejour.signature.pades.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.paper.PaperSigner.Authority;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PadesSignerTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path etc;

    private int puts;

    @Test
    void a_page_is_signed_and_stamped_at_once_and_completed_later() throws Exception {
        PadesSigner signer = own();
        Authority authority = signer.ownAuthority().orElseThrow();
        byte[] page = Pages.page();
        assertThat(Pages.faults(page)).isEmpty();

        byte[] signed = signer.sign(page);
        byte[] complete = signer.complete(signed);

        assertThat(signer.level(signed)).isEqualTo(Level.T);
        assertThat(Validated.of(signed, authority.certificate(), list(authority)))
                .extracting(Validated::indication, Validated::level)
                .containsExactly(Indication.TOTAL_PASSED, SignatureLevel.PAdES_BASELINE_T);
        assertThat(Pages.faults(signed)).isEmpty();
        assertThat(signer.level(complete)).isEqualTo(Level.LT);
        assertThat(Validated.of(complete, authority.certificate()))
                .as("with nothing but the authority")
                .extracting(Validated::indication, Validated::level)
                .containsExactly(Indication.TOTAL_PASSED, SignatureLevel.PAdES_BASELINE_LT);
        assertThat(Pages.faults(complete)).isEmpty();
        assertThat(signer.complete(complete)).isEqualTo(complete);
    }

    @Test
    void the_day_of_the_signature_is_that_of_the_platform() throws Exception {
        Clock lastYear = Clock.offset(CLOCK, Duration.ofDays(-365));
        PadesSigner signer = new PadesSigner(etc, "", "sejour", Optional.empty(), "", lastYear);

        try (PDDocument signed = Loader.loadPDF(signer.sign(Pages.page()))) {
            assertThat(signed.getLastSignatureDictionary()
                            .getSignDate()
                            .toInstant()
                            .truncatedTo(ChronoUnit.DAYS))
                    .isEqualTo(lastYear.instant().truncatedTo(ChronoUnit.DAYS));
        }
    }

    @Test
    void a_page_that_was_changed_is_not_what_was_signed() throws Exception {
        PadesSigner signer = own();
        Authority authority = signer.ownAuthority().orElseThrow();
        byte[] signed = signer.complete(signer.sign(Pages.page()));
        byte[] title = "<rdf:li xml:lang=\"x-default\">Page<".getBytes(StandardCharsets.US_ASCII);
        int at = Collections.indexOfSubList(list(signed), list(title)) + title.length - 2;
        assertThat(at).isGreaterThan(title.length);

        signed[at] = 'a';

        assertThat(Validated.of(signed, authority.certificate()).indication()).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void somebody_else_does_not_vouch_for_it() throws Exception {
        byte[] signed = own().complete(own().sign(Pages.page()));
        PadesSigner another = new PadesSigner(etc.resolve("another"), "", "sejour", Optional.empty(), "", CLOCK);

        assertThat(Validated.of(signed, another.ownAuthority().orElseThrow().certificate())
                        .indication())
                .isEqualTo(Indication.INDETERMINATE);
    }

    @Test
    void a_stamp_is_added_once_the_service_answers_again() throws Exception {
        PadesSigner own = own();
        Authority authority = own.ownAuthority().orElseThrow();
        int port;
        try (TimeService service = new TimeService(0, unit())) {
            port = service.port();
        }
        PadesSigner signer = new PadesSigner(etc, "", "sejour", Optional.empty(), TimeService.address(port), CLOCK);

        byte[] bare = signer.sign(Pages.page());

        assertThat(signer.level(bare)).isEqualTo(Level.B);
        assertThat(signer.level(signer.complete(bare))).isEqualTo(Level.B);
        assertThat(signer.look().sentence()).startsWith("Papers are signed, without a time stamp");
        TimeService service = new TimeService(port, unit());
        try {
            assertThat(signer.level(signer.sign(Pages.page()))).isEqualTo(Level.T);
            byte[] complete = signer.complete(bare);
            assertThat(signer.level(complete)).isEqualTo(Level.LT);
            assertThat(Validated.of(complete, authority.certificate()).indication())
                    .isEqualTo(Indication.TOTAL_PASSED);
            assertThat(Pages.faults(complete)).isEmpty();
            assertThat(signer.look().sentence()).isEqualTo("Papers are signed.");
        } finally {
            service.close();
        }
    }

    /** The page was signed while the certificate was valid: a stamp says so for ever, and needs no key that signs today. */
    @Test
    void a_stamp_is_added_though_the_key_has_ended_meanwhile() throws Exception {
        own();
        int port;
        try (TimeService service = new TimeService(0, unit())) {
            port = service.port();
        }
        byte[] bare = new PadesSigner(etc, "", "sejour", Optional.empty(), TimeService.address(port), CLOCK)
                .sign(Pages.page());
        PadesSigner later = new PadesSigner(
                etc,
                "",
                "sejour",
                Optional.empty(),
                TimeService.address(port),
                Clock.offset(CLOCK, Duration.ofDays(4_000)));
        assertThat(later.level(bare)).isEqualTo(Level.B);
        TimeService service = new TimeService(port, unit());
        try {
            byte[] complete = later.complete(bare);

            assertThat(later.level(complete)).isNotEqualTo(Level.B);
        } finally {
            service.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bienvenue</html>", "0\u0003\u0002\u0001\u0000", "0"})
    void a_service_that_answers_something_else_stamps_nothing(String answer) throws Exception {
        own();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        try {
            PadesSigner signer = new PadesSigner(
                    etc,
                    "",
                    "sejour",
                    Optional.empty(),
                    "http://127.0.0.1:" + other.getAddress().getPort() + "/",
                    CLOCK);

            byte[] bare = signer.sign(Pages.page());

            assertThat(signer.level(bare)).isEqualTo(Level.B);
            assertThat(signer.level(signer.complete(bare))).isEqualTo(Level.B);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_service_that_never_answers_is_not_waited_for() throws Exception {
        own();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PadesSigner signer = new PadesSigner(
                    etc, "", "sejour", Optional.empty(), TimeService.address(silent.getLocalPort()), CLOCK);

            byte[] bare = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> signer.sign(Pages.page()));

            assertThat(signer.level(bare)).isEqualTo(Level.B);
        }
    }

    /** The key of a file that an operator names, certified by an authority that publishes no list here. */
    @Test
    void a_key_of_somebody_else_signs_and_nobody_stamps() throws Exception {
        Authority authority = own().ownAuthority().orElseThrow();
        PadesSigner signer = new PadesSigner(etc, OwnAuthority.FILE, "sejour", Optional.empty(), "", CLOCK);

        byte[] signed = signer.sign(Pages.page());

        assertThat(signer.ownAuthority()).isEmpty();
        assertThat(signer.level(signer.complete(signed))).isEqualTo(Level.B);
        assertThat(Validated.of(signed, authority.certificate(), list(authority))
                        .indication())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void what_is_wrong_with_the_file_is_said_and_pages_follow_once_it_is_mended() throws Exception {
        own();
        byte[] good = Files.readAllBytes(etc.resolve(OwnAuthority.FILE));
        PadesSigner signer = new PadesSigner(etc, "mine.p12", "sejour", Optional.empty(), "", CLOCK);
        assertUnavailable(signer, "The file mine.p12 of the key that signs papers is missing");

        put("no key".getBytes(StandardCharsets.US_ASCII));
        assertUnavailable(signer, "The file mine.p12 is no PKCS#12 file that can be read");

        put(store("another", keys -> {
            SigningKey key = of(good).get(0);
            keys.setKeyEntry("key", key.key(), "another".toCharArray(), chain(key));
        }));
        assertUnavailable(
                signer,
                "The password of the file mine.p12 is wrong: set .password in etc/fr.sejour.signature.pades.cfg");

        put(store("sejour", keys -> {
            SigningKey key = of(good).get(0);
            keys.setCertificateEntry("key", key.own());
        }));
        assertUnavailable(signer, "The file mine.p12 holds no private key that signs documents");

        put(store("sejour", keys -> {
            SigningKey unit = unit();
            keys.setKeyEntry("key", unit.key(), "sejour".toCharArray(), chain(unit));
        }));
        assertUnavailable(signer, "The file mine.p12 holds no private key that signs documents");

        put(store("sejour", keys -> {
            KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
            small.initialize(1024);
            KeyPair pair = small.generateKeyPair();
            Certificate[] own = {SelfSignedRsa.of(pair, CLOCK.instant())};
            keys.setKeyEntry("key", pair.getPrivate(), "sejour".toCharArray(), own);
        }));
        assertUnavailable(signer, "The file mine.p12 holds no private key that signs documents");

        put(store(
                "sejour",
                keys -> keys.setKeyEntry("key", unit().key(), "sejour".toCharArray(), chain(of(good).get(0)))));
        assertUnavailable(signer, "The file mine.p12 holds a private key that does not belong to its certificate");

        put(good);
        assertThat(signer.level(signer.sign(Pages.page()))).isEqualTo(Level.B);
        assertThat(signer.look()).isEqualTo(new HealthCheck.Finding(true, "Papers are signed."));
    }

    @Test
    void a_certificate_that_has_ended_signs_nothing() throws Exception {
        own();
        PadesSigner later =
                new PadesSigner(etc, "", "sejour", Optional.empty(), "", Clock.offset(CLOCK, Duration.ofDays(4_000)));

        assertUnavailable(later, "The certificate of the key that signs papers is not valid today");
    }

    @Test
    void a_key_of_rsa_signs_too() throws Exception {
        PadesSigner signer = new PadesSigner(etc, "mine.p12", "sejour", Optional.empty(), "", CLOCK);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        X509Certificate own = SelfSignedRsa.of(pair, CLOCK.instant().minusSeconds(60));
        put(store(
                "sejour",
                keys -> keys.setKeyEntry("key", pair.getPrivate(), "sejour".toCharArray(), new Certificate[] {own})));

        assertThat(Validated.of(signer.sign(Pages.page()), own).indication()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void a_file_that_is_named_is_never_made() {
        new PadesSigner(etc, "mine.p12", "sejour", Optional.empty(), "", CLOCK);

        assertThat(etc).isEmptyDirectory();
    }

    @Test
    void an_authority_that_certified_is_not_made_anew_when_its_file_is_gone_and_papers_follow_once_it_is_back()
            throws Exception {
        Path file = etc.resolve(OwnAuthority.FILE);
        byte[] before = own().sign(Pages.page());
        byte[] whole = Files.readAllBytes(file);
        X509Certificate first = (X509Certificate) store(whole).getCertificate("authority");
        Files.delete(file);

        PadesSigner started = own();

        assertUnavailable(
                started,
                "The file sejour.signature.pades.p12 of the key that signs papers is missing: put it back in place. It was"
                        + " in use, and what it signed is verified with sejour.signature.pades.p12.public: no other is made.");
        assertThat(file).doesNotExist();
        Authority away = started.ownAuthority().orElseThrow();
        assertThat(away.certificate())
                .as("papers signed before are validated still")
                .isEqualTo(first);
        assertThat(away.revoked()).as("nobody signs a list of today").isEmpty();
        assertThatThrownBy(() -> started.complete(before)).as("it waits").isInstanceOf(SigningUnavailable.class);

        Files.write(file, whole);

        assertThat(Validated.of(
                                started.sign(Pages.page()),
                                first,
                                list(started.ownAuthority().orElseThrow()))
                        .indication())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(started.level(started.complete(before))).isEqualTo(Level.LT);
        assertThat(started.look()).isEqualTo(new HealthCheck.Finding(true, "Papers are signed."));
    }

    @Test
    void an_authority_that_never_signed_a_paper_is_kept_from_its_first_start_on() throws Exception {
        own();
        Files.delete(etc.resolve(OwnAuthority.FILE));

        assertUnavailable(own(), "The file sejour.signature.pades.p12 of the key that signs papers is missing");
    }

    @Test
    void a_file_of_somebody_else_in_the_place_of_the_authority_neither_signs_nor_replaces_what_is_known_of_it()
            throws Exception {
        Path file = etc.resolve(OwnAuthority.FILE);
        X509Certificate first = own().ownAuthority().orElseThrow().certificate();
        SigningKey key = of(Files.readAllBytes(file)).get(0);
        byte[] foreign =
                store("sejour", keys -> keys.setKeyEntry("key", key.key(), "sejour".toCharArray(), chain(key)));
        Files.write(file, foreign);

        PadesSigner started = own();

        assertUnavailable(started, "The file sejour.signature.pades.p12 lacks the key called authority");
        assertThat(started.ownAuthority().orElseThrow().certificate()).isEqualTo(first);
    }

    @Test
    void whoever_takes_the_public_keys_away_too_begins_with_a_new_authority() throws Exception {
        X509Certificate first = own().ownAuthority().orElseThrow().certificate();
        Files.delete(etc.resolve(OwnAuthority.FILE));
        Files.delete(etc.resolve(OwnAuthority.FILE + ".public"));

        PadesSigner started = own();

        assertThat(started.look()).isEqualTo(new HealthCheck.Finding(true, "Papers are signed."));
        assertThat(started.ownAuthority().orElseThrow().certificate()).isNotEqualTo(first);
    }

    @Test
    void a_key_in_a_token_signs_and_never_leaves_it() throws Exception {
        Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
        assumeTrue(Files.exists(library) || System.getenv("CI") != null, "SoftHSM is not installed");
        own();
        String slot = Token.make(
                library,
                "1234",
                of(Files.readAllBytes(etc.resolve(OwnAuthority.FILE))).get(0));

        assertUnavailable(token(etc.resolve("none.so"), slot, "1234"), "The PKCS#11 library is not there");
        assertUnavailable(token(library, "987654321", "1234"), "The PKCS#11 token does not answer");
        assertUnavailable(
                token(library, slot, "4321"),
                "The PKCS#11 token refuses the PIN: set .pkcs11Pin in etc/fr.sejour.signature.pades.cfg");

        PadesSigner signer = token(library, slot, "1234");
        Authority authority = own().ownAuthority().orElseThrow();
        assertThat(Validated.of(signer.sign(Pages.page()), authority.certificate(), list(authority))
                        .indication())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    private PadesSigner token(Path library, String slot, String pin) {
        return new PadesSigner(etc, "", "", Optional.of(new KeyToken(library, slot, pin)), "", CLOCK);
    }

    private static void assertUnavailable(PadesSigner signer, String sentence) throws IOException {
        byte[] page = Pages.page();
        assertThatThrownBy(() -> signer.sign(page))
                .isInstanceOf(SigningUnavailable.class)
                .hasMessageStartingWith(sentence);
        assertThat(signer.look().healthy()).as("the platform serves").isTrue();
        assertThat(signer.look().sentence()).startsWith(sentence);
    }

    private void put(byte[] content) throws IOException {
        Path file = etc.resolve("mine.p12");
        Files.write(file, content);
        // an operator takes longer than the clock of the disk has ticks
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().plusSeconds(++puts)));
    }

    private SigningKey unit() {
        return new OwnAuthority(etc.resolve(OwnAuthority.FILE), "sejour", CLOCK).timeUnit();
    }

    private static X509CRL list(Authority authority) {
        return authority.revoked().orElseThrow();
    }

    private static KeyStore store(byte[] file) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(file), "sejour".toCharArray());
        return keys;
    }

    private static List<SigningKey> of(byte[] file) throws GeneralSecurityException, IOException {
        return SigningKey.of(store(file), "sejour".toCharArray(), Optional.empty(), "It");
    }

    private static Certificate[] chain(SigningKey key) {
        return key.chain().toArray(Certificate[]::new);
    }

    private static byte[] store(String password, Filling filling) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        filling.fill(keys);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }

    private static List<Byte> list(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte each : bytes) {
            list.add(each);
        }
        return list;
    }

    @FunctionalInterface
    private interface Filling {
        void fill(KeyStore keys) throws Exception;
    }

    private PadesSigner own() {
        return new PadesSigner(etc, "", "sejour", Optional.empty(), "", CLOCK);
    }
}
