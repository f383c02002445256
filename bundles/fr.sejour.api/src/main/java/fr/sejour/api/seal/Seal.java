package fr.sejour.api.seal;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
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

    /** Our own words in the field that every document may be named by: the paper, and its place in the lists of states. */
    private static final Pattern NUMBER = Pattern.compile("(SJ[0-9A-Z]{12}) (0|[1-9][0-9]{0,17})");

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
        SealFields fields = new SealFields().with(SealField.NUMBER, numbered(paper));
        String kind = NUMBERED.get(paper.kind());
        if (kind == null) {
            fields.with(SealField.CATEGORY, String.valueOf(NAMED.get(paper.kind())));
        } else {
            fields.with(SealField.KIND, kind);
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

    /**
     * A line as somebody typed or pasted it: the separators, which no keyboard has, may be written {@code <GS>}, {@code <RS>} and
     * {@code <US>} or as their pictures; the ends of lines do not count, nor do small letters, nor the marks that nobody sees.
     */
    public static String typed(String text) {
        return text.replaceAll("[\\r\\n\\t\\p{Cf}]", "")
                .replaceAll("\\p{Zs}", " ")
                .toUpperCase(Locale.ROOT)
                .replaceAll("<GS>|\u241D", "\u001D")
                .replaceAll("<RS>|\u241E", "\u001E")
                .replaceAll("<US>|\u241F", "\u001F")
                // spaces, and the separators that a reader may send at an end
                .strip();
    }

    /** Whether it begins as a seal does, so that it may be one that was cut. */
    static boolean begins(String line) {
        return line.startsWith("DC0");
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
        Matcher numbered = NUMBER.matcher(fields.get(SealField.NUMBER).letters());
        if (!numbered.matches()) {
            throw new IllegalArgumentException("A seal names its paper, and where the state of it is listed");
        }
        return new SealedPaper(
                new AttestationNumber(numbered.group(1).replaceFirst("^(..)(.{4})(.{4})(.{4})$", "$1-$2-$3-$4")),
                new StatusIndex(Long.parseLong(numbered.group(2))),
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

    private static String numbered(SealedPaper paper) {
        return paper.number().value().replace("-", "") + ' ' + paper.status().value();
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
            return P256.verifies(key.key(), message, Base32.decode(signature));
        } catch (IllegalArgumentException noSignature) {
            return false;
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
