package fr.sejour.api.seal;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a seal: twenty-six letters that say whose key signed it and when, the fields of the paper, and the signature of both. Pure:
 * it reads no clock and no file.
 */
public final class Seal {

    /** How the signature is made, as Java calls it: ECDSA on P-256 with SHA-256, its two numbers one after the other. */
    public static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    /** Stands between what is signed and the signature. */
    private static final char UNIT = 0x1F;

    private static final int LONGEST = 2_000;

    /** Layout, authority and certificate, day of issue, day of the signature, type of document, perimeter, country. */
    private static final Pattern LINE = Pattern.compile(
            "(DC04([A-Z0-9]{8})([0-9A-F]{4})([0-9A-F]{4})1301FR([ -~\\x1D\\x1E]+))\\x1F([A-Z2-7]{103})");

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int LAST = 0xFFFE;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Map<PaperKind, String> NUMBERED = Map.of(
            PaperKind.ATTESTATION_DE_DEPOT, "1",
            PaperKind.ATTESTATION_DE_PROLONGATION, "2",
            PaperKind.ATTESTATION_DE_DECISION_FAVORABLE, "3");

    /** The layout has no number for these: they are said in words, in a field that any document may carry. */
    private static final Map<PaperKind, String> NAMED =
            Map.of(PaperKind.RECEPISSE, "RECEPISSE", PaperKind.LEGAL_EXTENSION, "PROLONGATION LEGALE");

    private Seal() {}

    /**
     * What is signed.
     *
     * @param key as {@link SealKey#id}
     * @throws IllegalArgumentException when a day cannot be written: the layout counts from 2000 on
     */
    public static String message(SealedPaper paper, String key) {
        SealFields fields =
                new SealFields().with(SealField.NUMBER, paper.number().value().replace("-", ""));
        String numbered = NUMBERED.get(paper.kind());
        if (numbered == null) {
            fields.with(SealField.CATEGORY, String.valueOf(NAMED.get(paper.kind())));
        } else {
            fields.with(SealField.KIND, numbered);
        }
        fields.with(SealField.CASE, paper.caseNumber().value())
                .with(SealField.FILED_ON, DAY.format(paper.filedOn()))
                .with(SealField.PERMIT, paper.permit())
                .with(SealField.FIRST_DAY, DAY.format(paper.firstDay()));
        paper.lastDay().ifPresent(day -> fields.with(SealField.LAST_DAY, DAY.format(day)));
        fields.with(SealField.RIGHTS, paper.rights().value());
        paper.foreignerNumber().ifPresent(number -> fields.with(SealField.FOREIGNER, number.value()));
        fields.with(SealField.GIVEN_NAMES, paper.givenNames())
                .with(SealField.FAMILY_NAME, paper.familyName())
                .with(SealField.NATIONALITY, paper.nationality())
                .with(SealField.BIRTH_DATE, DAY.format(paper.birthDate()));
        return "DC04" + key + counted(paper.issuedOn()) + counted(paper.sealedOn()) + "1301FR" + fields;
    }

    /**
     * The line to draw.
     *
     * @param signature of the message in ASCII, made as {@link #ALGORITHM} says
     */
    public static String line(String message, byte[] signature) {
        return message + UNIT + Base32.encode(signature);
    }

    /** Never fails: whatever it is given, it says what that is. */
    public static SealReading read(String line, Collection<SealKey> keys) {
        Matcher read = LINE.matcher(line);
        if (line.length() > LONGEST || !read.matches()) {
            return new SealReading.NotASeal();
        }
        String id = read.group(2);
        List<SealKey> named = keys.stream().filter(key -> key.id().equals(id)).toList();
        if (named.isEmpty()) {
            return new SealReading.UnknownKey(id);
        }
        Optional<SealKey> signer = named.stream()
                .filter(key -> verifies(key, read.group(1), read.group(6)))
                .findFirst();
        if (signer.isEmpty()) {
            return new SealReading.Altered();
        }
        LocalDate sealedOn = day(read.group(4));
        if (!signer.get().validOn(sealedOn)) {
            return new SealReading.KeyNotValid(id, sealedOn);
        }
        try {
            return new SealReading.Genuine(paper(SealFields.read(read.group(5)), day(read.group(3)), sealedOn));
        } catch (IllegalArgumentException | DateTimeException somethingElseOfThatKey) {
            return new SealReading.NotASeal();
        }
    }

    private static SealedPaper paper(SealFields fields, LocalDate issuedOn, LocalDate sealedOn) {
        return new SealedPaper(
                number(fields.get(SealField.NUMBER).letters()),
                kind(fields),
                issuedOn,
                sealedOn,
                new CaseNumber(fields.get(SealField.CASE).letters()),
                written(fields.get(SealField.FILED_ON)),
                fields.get(SealField.PERMIT),
                written(fields.get(SealField.FIRST_DAY)),
                fields.maybe(SealField.LAST_DAY).map(Seal::written),
                new RightsCode(fields.get(SealField.RIGHTS).letters()),
                fields.maybe(SealField.FOREIGNER).map(it -> new ForeignerNumber(it.letters())),
                fields.get(SealField.GIVEN_NAMES),
                fields.get(SealField.FAMILY_NAME),
                fields.get(SealField.NATIONALITY).letters(),
                written(fields.get(SealField.BIRTH_DATE)));
    }

    private static AttestationNumber number(String letters) {
        return new AttestationNumber(letters.replaceFirst("^(SJ)(.{4})(.{4})(.{4})$", "$1-$2-$3-$4"));
    }

    private static PaperKind kind(SealFields fields) {
        Map<PaperKind, String> known = fields.maybe(SealField.KIND).isPresent() ? NUMBERED : NAMED;
        String said = fields.maybe(SealField.KIND)
                .or(() -> fields.maybe(SealField.CATEGORY))
                .map(SealedText::letters)
                .orElse("");
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(said))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A seal names no paper that is known"));
    }

    private static boolean verifies(SealKey key, String message, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key.key());
            check.update(message.getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base32.decode(signature));
        } catch (IllegalArgumentException | SignatureException noSignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not verify ECDSA", e);
        }
    }

    private static String counted(LocalDate day) {
        long days = ChronoUnit.DAYS.between(FIRST, day);
        if (days < 0 || days > LAST) {
            throw new IllegalArgumentException("A seal counts its days from 2000 on");
        }
        return "%04X".formatted(days);
    }

    private static LocalDate day(String counted) {
        return FIRST.plusDays(Integer.parseInt(counted, 16));
    }

    private static LocalDate written(SealedText day) {
        return LocalDate.parse(day.letters(), DAY);
    }
}
