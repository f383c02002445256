package fr.sejour.core.internal.secret;

import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.report.ReportNumber;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Draws the numbers that nobody can guess. */
public final class Numbers {

    /** Crockford's base 32: no I, L, O or U, so that nothing is read for something else. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final RandomGenerator random;

    public Numbers() {
        this(new SecureRandom());
    }

    /** @param random what they are drawn from */
    public Numbers(RandomGenerator random) {
        this.random = random;
    }

    /** Eighteen random digits and their check digit (Luhn), so that a slip of the hand finds no other case. */
    public CaseNumber caseNumber() {
        String digits = random.ints(18, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
        return new CaseNumber(digits + checkDigit(digits));
    }

    /** Sixty random bits. */
    public AttestationNumber attestationNumber() {
        String drawn = letters();
        return new AttestationNumber(
                "SJ-" + drawn.substring(0, 4) + "-" + drawn.substring(4, 8) + "-" + drawn.substring(8));
    }

    /** Sixty random bits, drawn apart from the number of the paper. */
    public CheckCode checkCode() {
        return new CheckCode(letters());
    }

    /** Sixty random bits behind the letter of its purpose. */
    public ShareCode shareCode(ShareCode.Purpose purpose) {
        return new ShareCode(purpose.letter() + letters());
    }

    /** Fifty-five random bits and a check letter. */
    public AttemptNumber attemptNumber() {
        return AttemptNumber.of(letters(11));
    }

    /** Fifty random bits and two check letters. */
    public FormSerial formSerial() {
        return FormSerial.of(letters(10));
    }

    /** Sixty random bits. */
    public ReportNumber reportNumber() {
        String drawn = letters();
        return new ReportNumber("SI-" + drawn.substring(0, 4) + "-" + drawn.substring(4, 8) + "-" + drawn.substring(8));
    }

    /** Sixty random bits. */
    public CorrectionNumber correctionNumber() {
        String drawn = letters();
        return new CorrectionNumber(
                "CO-" + drawn.substring(0, 4) + "-" + drawn.substring(4, 8) + "-" + drawn.substring(8));
    }

    /** Sixty random bits. */
    public MandateNumber mandateNumber() {
        String drawn = letters();
        return new MandateNumber(
                "MA-" + drawn.substring(0, 4) + "-" + drawn.substring(4, 8) + "-" + drawn.substring(8));
    }

    /** Forty random bits: it is public, and short enough to be typed from a leaflet. */
    public MandataryCode mandataryCode() {
        String drawn = letters(8);
        return new MandataryCode(drawn.substring(0, 4) + "-" + drawn.substring(4));
    }

    /** Sixty random bits: a birth date goes with it, and agents alone may try. */
    public CounterCode counterCode() {
        return new CounterCode(letters());
    }

    /** A hundred random bits, by which somebody without an account finds again what they left. */
    public String secret() {
        return letters(20);
    }

    private String letters() {
        return letters(12);
    }

    private String letters(int count) {
        return random.ints(count, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining());
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int doubled = at % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
