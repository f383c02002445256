package fr.sejour.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final KeyPair PAIR = pair("secp256r1");
    private static final String ID = "SJ00S001";
    private static final SealKey KEY = new SealKey(
            ID, (ECPublicKey) PAIR.getPublic(), LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2028, 12, 31)));
    private static final String GS = "\u001D";
    private static final String RS = "\u001E";

    /** The example that the specification gives for a paper of a foreigner, and its signature in bytes. */
    private static final String EXAMPLE = "6J26K92012020040123591236L01042020"
            + "6PAUTORISE A TRAVAILLER<GS>6Q7503120521<GS>62SPECIMEN<GS>63BERTHIER SPECIMEN<GS>60NATACHA/CORINNE<GS>"
            + "68F69120719736ABUENOS AIRES<GS>6CAR67AR6U145 AVENUE DES SPECIMENS<GS>6W750006XPARIS<GS>"
            + "6MENFANT ENTRE PAR REGROUPEMENT FAMILIAL<GS>6N010520206O300620206YFR";

    private static final String EXAMPLE_SIGNATURE = "PJIX6XX3TPFYJTMI6IEIPDU5C5D2X4VBHZEEIC24WPW4I3XETZOGETCMU2J2DKLE"
            + "GSJDDKYJXBTVBKKY5MPAKEOL2A4RZNIUFTHW44A";
    private static final String EXAMPLE_BYTES = "7A517F5EFB9BCB84CD88F208878E9D1747ABF2A13E48440B5CB3EDC46EE49E5C"
            + "624C4CA693A1A964349231AB09B86750A958EB1E0511CBD0391CB5142CCF6E70";

    @Test
    void the_fields_of_the_published_example_are_read() {
        SealFields read = SealFields.read(EXAMPLE.replace("<GS>", GS));

        assertThat(read.get(SealField.KIND).letters()).isEqualTo("2");
        assertThat(read.get(SealField.CASE).letters()).isEqualTo("9201202004012359123");
        assertThat(read.get(SealField.FILED_ON).letters()).isEqualTo("01042020");
        assertThat(read.get(SealField.RIGHTS)).isEqualTo(new SealedText("AUTORISE A TRAVAILLER", true));
        assertThat(read.get(SealField.FOREIGNER).letters()).isEqualTo("7503120521");
        assertThat(read.get(SealField.GIVEN_NAMES).letters()).isEqualTo("NATACHA CORINNE");
        assertThat(read.get(SealField.PERMIT).letters()).isEqualTo("ENFANT ENTRE PAR REGROUPEMENT FAMILIAL");
        assertThat(read.get(SealField.LAST_DAY).letters()).isEqualTo("30062020");
    }

    @Test
    void the_signature_of_the_published_example_is_written_and_read() {
        byte[] bytes = HexFormat.of().parseHex(EXAMPLE_BYTES);

        assertThat(Base32.encode(bytes)).isEqualTo(EXAMPLE_SIGNATURE);
        assertThat(Base32.decode(EXAMPLE_SIGNATURE)).isEqualTo(bytes);
        assertThatIllegalArgumentException()
                .as("a last letter that stands for the same bytes")
                .isThrownBy(() -> Base32.decode(EXAMPLE_SIGNATURE.replaceFirst("A$", "B")));
    }

    /** 6 April and 3 June 2020 are 1CE9 and 1D23 in the published example. */
    @Test
    void what_is_signed_is_written_as_the_layout_says() {
        SealedPaper paper = new SealedPaper(
                new AttestationNumber("SJ-ABCD-EF01-2345"),
                new StatusIndex(1_048_577),
                PaperKind.ATTESTATION_DE_PROLONGATION,
                LocalDate.of(2020, 4, 6),
                LocalDate.of(2020, 6, 3),
                new CaseNumber("9201202004012359123"),
                LocalDate.of(2020, 4, 1),
                new SealedText("ETUDIANT", true),
                LocalDate.of(2020, 5, 1),
                Optional.of(LocalDate.of(2020, 6, 30)),
                new RightsCode("SX WH964 T0 CM"),
                Optional.of(new ForeignerNumber("7503120521")),
                new SealedText("NATACHA CORINNE", true),
                new SealedText("A".repeat(39), true),
                "AR",
                LocalDate.of(1973, 7, 12));

        assertThat(Seal.message(paper, "XX00X001"))
                .isEqualTo(
                        "DC04XX00X0011CE91D231301FR01SJABCDEF012345 1048577" + GS + "6J26K92012020040123591236L01042020"
                                + "6METUDIANT" + GS + "6N010520206O300620206PSX WH964 T0 CM" + GS + "6Q7503120521" + GS
                                + "60NATACHA CORINNE" + GS + "62" + "A".repeat(38) + RS + "67AR6912071973");
    }

    @Test
    void what_the_layout_has_no_number_for_is_named() {
        SealedPaper paper = paper(new Random(1), PaperKind.RECEPISSE);

        assertThat(Seal.message(paper, ID)).contains(GS + "02RECEPISSE" + GS).doesNotContain("6J");
        assertThat(Seal.message(paper(new Random(1), PaperKind.LEGAL_EXTENSION), ID))
                .contains(GS + "02PROLONGATION LEGALE" + GS);
    }

    @Test
    void papers_of_every_kind_come_back_as_they_were_sealed() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (PaperKind kind : PaperKind.values()) {
            for (int i = 0; i < 40; i++) {
                SealedPaper paper = paper(random, kind);

                assertThat(Seal.read(sealed(paper), List.of(KEY)))
                        .as("seed %d", seed)
                        .isEqualTo(new SealReading.Genuine(paper));
            }
        }
    }

    @Test
    void one_changed_byte_is_never_genuine() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String line = sealed(paper(random, PaperKind.ATTESTATION_DE_PROLONGATION));
        for (int at = 0; at < line.length(); at++) {
            char was = line.charAt(at);
            char next = was == 'Z' ? 'A' : (char) (was + 1);
            char any = (char) random.nextInt(256);
            for (char other : new char[] {next, any}) {
                String changed = line.substring(0, at) + other + line.substring(at + 1);

                assertThat(Seal.read(changed, List.of(KEY)).paper().isPresent())
                        .as("seed %d: %s for %s at %d", seed, (int) other, (int) was, at)
                        .isEqualTo(other == was);
            }
        }
    }

    @Test
    void it_says_what_is_wrong() {
        SealedPaper paper = paper(new Random(2), PaperKind.RECEPISSE);
        String line = sealed(paper);
        SealKey renewed = new SealKey(ID, (ECPublicKey) pair("secp256r1").getPublic(), KEY.from(), KEY.until());
        SealKey ended = new SealKey(
                ID, KEY.key(), KEY.from(), Optional.of(paper.sealedOn().minusDays(1)));
        SealKey later = new SealKey(ID, KEY.key(), paper.sealedOn().plusDays(1), Optional.empty());

        assertThat(Seal.read(line, List.of(renewed, KEY)).code()).isEqualTo("genuine");
        assertThat(Seal.read(line.replace("02RECEPISSE", "02RECEPISSO"), List.of(KEY)))
                .isEqualTo(new SealReading.Altered());
        assertThat(Seal.read(line, List.of(renewed))).isEqualTo(new SealReading.Altered());
        assertThat(Seal.read(line, List.of())).isEqualTo(new SealReading.UnknownKey(ID));
        assertThat(Seal.read(line, List.of(ended))).isEqualTo(new SealReading.KeyNotValid(ID, paper.sealedOn()));
        assertThat(Seal.read(line, List.of(later))).isEqualTo(new SealReading.KeyNotValid(ID, paper.sealedOn()));
        for (String none : List.of("", "DC04", "https://example.org/", line.substring(1), line + " ", line.repeat(9))) {
            assertThat(Seal.read(none, List.of(KEY))).as(none).isEqualTo(new SealReading.NotASeal());
        }
    }

    @Test
    void what_the_same_key_signs_of_another_kind_is_none() throws GeneralSecurityException {
        String header = "DC04" + ID + "25B325B31301FR";

        for (String other : List.of(EXAMPLE.replace("<GS>", GS), "6J26J2", "ZZ", "01", "6J", "6Jé", "6J9")) {
            String signed = Seal.line(header + other, signature(header + other));

            assertThat(Seal.read(signed, List.of(KEY))).as(other).isEqualTo(new SealReading.NotASeal());
        }
    }

    @Test
    void a_key_is_published_as_jwk() {
        Map<String, String> members = KEY.members();

        assertThat(SealKey.of(members)).isEqualTo(KEY);
        assertThat(members)
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256")
                .containsEntry("kid", ID)
                .containsEntry("from", "2026-01-01")
                .containsEntry("until", "2028-12-31");
        assertThat(members.get("x")).as("32 bytes").hasSize(43);
        assertThatThrownBy(() -> SealKey.of(Map.of("kty", "EC"))).isInstanceOf(IllegalArgumentException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SealKey(ID, (ECPublicKey) pair("secp384r1").getPublic(), KEY.from(), Optional.empty()));
    }

    private static SealedPaper paper(Random random, PaperKind kind) {
        LocalDate first = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(500));
        return new SealedPaper(
                new AttestationNumber(
                        "SJ-%s-%s-%s".formatted(some(random, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 4), "4Q2Z", "00H7")),
                new StatusIndex(random.nextLong(1_000_000_000_000_000_000L)),
                kind,
                first,
                first.plusDays(random.nextInt(3)),
                new CaseNumber(some(random, "0123456789", 19)),
                first.minusDays(random.nextInt(90)),
                text(random, 40),
                first,
                random.nextBoolean() ? Optional.of(first.plusDays(random.nextInt(365))) : Optional.empty(),
                new RightsCode(random.nextBoolean() ? "SX WH964 T0 CM" : "SN WN TN CN"),
                random.nextBoolean()
                        ? Optional.of(new ForeignerNumber(some(random, "0123456789", 10)))
                        : Optional.empty(),
                text(random, 70),
                text(random, 50),
                some(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2),
                LocalDate.of(1920 + random.nextInt(100), 2, 28));
    }

    private static SealedText text(Random random, int longest) {
        String letters = some(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ", random.nextInt(longest + 1));
        return new SealedText(letters.strip().replaceAll(" +", " "), random.nextBoolean());
    }

    private static String some(Random random, String letters, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                .collect(Collectors.joining());
    }

    private static String sealed(SealedPaper paper) {
        String message = Seal.message(paper, ID);
        try {
            return Seal.line(message, signature(message));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] signature(String message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(PAIR.getPrivate());
        signature.update(message.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    private static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
