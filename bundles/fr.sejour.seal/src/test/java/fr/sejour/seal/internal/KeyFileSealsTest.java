package fr.sejour.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.seal.Seal;
import fr.sejour.api.seal.SealKey;
import fr.sejour.api.seal.SealReading;
import fr.sejour.api.seal.SealedPaper;
import fr.sejour.api.seal.SealedText;
import fr.sejour.law.Editions;
import fr.sejour.law.PaperGrant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFileSealsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T23:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Validity SUMMER =
            Validity.between(LocalDate.of(2026, 6, 16), LocalDate.of(2026, 9, 15), PARIS);
    private static final CivilStatus HOLDER =
            new CivilStatus("Nguyễn-Ferreira", "Anaïs Thị", LocalDate.of(1999, 2, 28), "VN");

    @TempDir
    private Path etc;

    private int stored;

    @ParameterizedTest
    @EnumSource
    void a_paper_of_every_kind_is_sealed_and_read_by_whoever_has_the_published_keys(PaperKind kind) {
        KeyFileSeals seals = own();

        SealReading read = read(seals.seal(paper(kind, SUMMER, HOLDER)), seals);

        assertThat(read)
                .isEqualTo(new SealReading.Genuine(new SealedPaper(
                        new AttestationNumber("SJ-ABCD-EF01-2345"),
                        new StatusIndex(1_048_577),
                        kind,
                        LocalDate.of(2026, 6, 15),
                        LocalDate.of(2026, 6, 16), // 01:30 in Paris
                        new CaseNumber("3801202606150000017"),
                        LocalDate.of(2026, 5, 2),
                        new SealedText("VPF CONJOINT DE FRANCAIS", true),
                        LocalDate.of(2026, 6, 16),
                        Optional.of(LocalDate.of(2026, 9, 15)),
                        new RightsCode("SX WH964 TP CM"),
                        Optional.of(new ForeignerNumber("7503120521")),
                        new SealedText("ANAIS THI", true),
                        new SealedText("NGUYEN FERREIRA", true),
                        "VN",
                        LocalDate.of(1999, 2, 28))));
    }

    @Test
    void every_set_of_rights_of_the_papers_table_is_read_again_from_the_seal() {
        KeyFileSeals seals = own();
        Map<String, PaperGrant> sets = new TreeMap<>();
        new Editions()
                .inForce(LocalDate.of(2026, 6, 15)).papers().cells(LocalDate.of(2026, 6, 15)).stream()
                        .flatMap(cell -> cell.paper().ifSettled().stream())
                        .forEach(paper ->
                                sets.putIfAbsent(RightsCode.of(paper.rights()).value(), paper));

        sets.forEach((code, cell) -> {
            PrintedPaper paper = paper(cell.kind(), cell.validity(), HOLDER, cell.rights());

            assertThat(read(seals.seal(paper), seals).paper().orElseThrow().rights())
                    .isEqualTo(new RightsCode(code));
        });
        assertThat(sets).hasSizeGreaterThan(20);
    }

    @Test
    void an_open_end_is_no_day_and_a_long_name_is_told_as_cut() {
        KeyFileSeals seals = own();
        CivilStatus long200 = new CivilStatus("Ng", "Adéọlá ".repeat(28), LocalDate.of(1880, 1, 1), "XX");

        SealedPaper read = read(
                        seals.seal(paper(
                                PaperKind.ATTESTATION_DE_DECISION_FAVORABLE,
                                Validity.from(LocalDate.of(2026, 6, 16), PARIS),
                                long200)),
                        seals)
                .paper()
                .orElseThrow();

        assertThat(read.lastDay()).isEmpty();
        assertThat(read.familyName()).isEqualTo(new SealedText("NG", true));
        assertThat(read.givenNames().letters()).startsWith("ADEOLA ADEOLA").hasSizeLessThanOrEqualTo(60);
        assertThat(read.givenNames().whole()).isFalse();
    }

    @Test
    void the_first_key_is_made_once_and_for_its_owner_alone() throws IOException {
        String line = own().seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER));

        assertThat(Files.getPosixFilePermissions(etc.resolve("sejour.seal.p12")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(read(line, own()).code()).isEqualTo("genuine");
        assertThat(own().publicKeys())
                .hasSize(1)
                .first()
                .extracting(it -> it.get("kid"))
                .isEqualTo("SJ00S001");
    }

    @Test
    void a_key_is_followed_by_another_and_still_verifies() throws Exception {
        Entry first = entry("AB01", "secp256r1", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        Entry next = entry("AB02", "secp256r1", "2026-06-01T00:00:00Z", "2029-06-01T00:00:00Z");
        Entry later = entry("AB03", "secp256r1", "2027-01-01T00:00:00Z", "2030-06-01T00:00:00Z");
        store("keys.p12", "secret", first);
        KeyFileSeals seals = of("keys.p12", "secret");
        String before = seals.seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER));

        store("keys.p12", "secret", first.withoutKey(), next, later);
        String after = seals.seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER));

        assertThat(before).startsWith("DC04SJ00AB01");
        assertThat(after).startsWith("DC04SJ00AB02");
        assertThat(read(before, seals).code()).isEqualTo("genuine");
        assertThat(read(after, seals).code()).isEqualTo("genuine");
        assertThat(seals.publicKeys())
                .extracting(it -> it.get("kid"), it -> it.get("until"))
                .containsExactly(
                        tuple("SJ00AB01", "2026-07-01"),
                        tuple("SJ00AB02", "2029-06-01"),
                        tuple("SJ00AB03", "2030-06-01"));
    }

    @Test
    void a_seal_of_a_day_outside_the_certificate_is_told() throws Exception {
        Entry key = entry("AB01", "secp256r1", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        store("keys.p12", "secret", key);
        KeyFileSeals seals = of("keys.p12", "secret");
        String line = seals.seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER));

        store(
                "keys.p12",
                "secret",
                new Entry(
                        key.name,
                        key.pair,
                        certificate(key.pair, "2026-06-25T00:00:00Z", "2026-07-01T00:00:00Z"),
                        true));

        assertThat(read(line, seals)).isEqualTo(new SealReading.KeyNotValid("SJ00AB01", LocalDate.of(2026, 6, 16)));
    }

    @Test
    void what_is_wrong_with_the_file_is_said_and_papers_follow_once_it_is_mended() throws Exception {
        Entry good = entry("AB01", "secp256r1", "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
        KeyFileSeals seals = of("keys.p12", "secret");
        assertUnavailable(seals, "The file keys.p12 of the seal's keys is missing");

        Files.writeString(etc.resolve("keys.p12"), "no key");
        assertUnavailable(seals, "The file keys.p12 is no PKCS#12 file that can be read");

        store("keys.p12", "another", good);
        assertUnavailable(seals, "The password of the file keys.p12 is wrong: set .password in etc/fr.sejour.seal.cfg");

        store("keys.p12", "secret", entry("AB01", "secp256r1", "2025-01-01T00:00:00Z", "2026-06-15T00:00:00Z"));
        assertUnavailable(seals, "The file keys.p12 holds no key whose certificate is valid today");

        store("keys.p12", "secret", good.withoutKey());
        assertUnavailable(seals, "The file keys.p12 holds no key whose certificate is valid today");

        store("keys.p12", "secret", entry("AB01", "secp384r1", "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"));
        assertUnavailable(seals, "The file keys.p12 holds a key that seals cannot be made with");

        store("keys.p12", "secret", entry("too-long", "secp256r1", "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"));
        assertUnavailable(seals, "The file keys.p12 holds a key that seals cannot be made with");

        store(
                "keys.p12",
                "secret",
                new Entry(
                        "AB01",
                        good.pair,
                        certificate(pair("secp256r1"), "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"),
                        true));
        assertUnavailable(seals, "The file keys.p12 holds a private key that does not belong to its certificate");

        store("keys.p12", "secret", good);
        assertThat(read(seals.seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER)), seals)
                        .code())
                .isEqualTo("genuine");
        assertThat(seals.look()).isEqualTo(new HealthCheck.Finding(true, "Papers are sealed with the key SJ00AB01."));

        Files.delete(etc.resolve("keys.p12"));
        assertUnavailable(seals, "The file keys.p12 of the seal's keys is missing");
        assertThat(seals.publicKeys()).as("what was sealed stays genuine").hasSize(1);
    }

    @Test
    void a_file_that_was_in_use_and_is_missing_or_damaged_at_a_start_is_not_made_anew() throws Exception {
        String line = own().seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER));
        byte[] whole = Files.readAllBytes(etc.resolve("sejour.seal.p12"));
        Files.write(etc.resolve("sejour.seal.p12"), Arrays.copyOf(whole, whole.length / 2));
        assertUnavailable(own(), "The file sejour.seal.p12 is no PKCS#12 file that can be read");
        assertThat(read(line, own()).code()).as("what was sealed stays genuine").isEqualTo("genuine");

        Files.delete(etc.resolve("sejour.seal.p12"));
        KeyFileSeals started = own();
        assertUnavailable(started, "The file sejour.seal.p12 of the seal's keys is missing");
        assertThat(etc.resolve("sejour.seal.p12")).doesNotExist();
        assertThat(read(line, started).code()).isEqualTo("genuine");

        Files.write(etc.resolve("sejour.seal.p12"), whole);
        assertThat(read(started.seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER)), started)
                        .code())
                .isEqualTo("genuine");
    }

    @Test
    void a_file_that_is_named_is_never_made() {
        of("mine.p12", "secret");

        assertThat(etc).isEmptyDirectory();
    }

    @Test
    void an_authority_of_another_shape_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyFileSeals(etc, "", "sejour", "fr-1", CLOCK));
    }

    private void assertUnavailable(KeyFileSeals seals, String sentence) {
        assertThatThrownBy(() -> seals.seal(paper(PaperKind.RECEPISSE, SUMMER, HOLDER)))
                .isInstanceOf(SigningUnavailable.class)
                .hasMessageStartingWith(sentence);
        assertThat(seals.look().healthy()).as("the platform serves").isTrue();
        assertThat(seals.look().sentence()).startsWith(sentence);
    }

    private static SealReading read(String line, KeyFileSeals seals) {
        return Seal.read(line, seals.publicKeys().stream().map(SealKey::of).toList());
    }

    private KeyFileSeals own() {
        return new KeyFileSeals(etc, "", "sejour", "SJ00", CLOCK);
    }

    private KeyFileSeals of(String file, String password) {
        return new KeyFileSeals(etc, file, password, "SJ00", CLOCK);
    }

    private static PrintedPaper paper(PaperKind kind, Validity validity, CivilStatus holder) {
        return paper(
                kind,
                validity,
                holder,
                new Rights(
                        Right.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT),
                        Right.settled(WorkRight.hoursPerYear(964)),
                        Right.settled(TravelRight.RETURN),
                        Right.settled(SocialRight.MAINTAINED)));
    }

    private static PrintedPaper paper(PaperKind kind, Validity validity, CivilStatus holder, Rights rights) {
        Attestation attestation = new Attestation(
                new AttestationNumber("SJ-ABCD-EF01-2345"),
                kind,
                new PersonId("11112222-3333"),
                new CaseNumber("3801202606150000017"),
                new PrefectureCode("38"),
                validity,
                rights,
                List.of(),
                List.of(),
                "2026-01-01",
                Instant.parse("2026-06-15T08:00:00Z"),
                new CheckCode("0123456789AB"),
                Optional.empty());
        return new PrintedPaper(
                attestation,
                holder,
                Optional.of(new ForeignerNumber("7503120521")),
                new PermitCode("vpf_conjoint_de_francais"),
                LocalDate.of(2026, 5, 2),
                new StatusIndex(1_048_577));
    }

    private void store(String name, String password, Entry... entries) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        for (Entry entry : entries) {
            if (entry.withKey) {
                keys.setKeyEntry(entry.name, entry.pair.getPrivate(), password.toCharArray(), new Certificate[] {
                    entry.certificate
                });
            } else {
                keys.setCertificateEntry(entry.name, entry.certificate);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.store(bytes, password.toCharArray());
        Path file = etc.resolve(name);
        Files.write(file, bytes.toByteArray());
        // an operator takes longer than the clock of the disk has ticks
        Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(++stored)));
    }

    private static Entry entry(String name, String curve, String from, String until) throws Exception {
        KeyPair pair = pair(curve);
        return new Entry(name, pair, certificate(pair, from, until), true);
    }

    private static KeyPair pair(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair pair, String from, String until) throws Exception {
        X500Name name = new X500Name("CN=Test");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Instant.parse(from)),
                                Date.from(Instant.parse(until)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private record Entry(String name, KeyPair pair, X509Certificate certificate, boolean withKey) {

        Entry withoutKey() {
            return new Entry(name, pair, certificate, false);
        }
    }
}
