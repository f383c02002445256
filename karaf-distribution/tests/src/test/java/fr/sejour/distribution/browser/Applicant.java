package fr.sejour.distribution.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.distribution.process.Distribution;
import fr.sejour.distribution.process.TryOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Somebody invented whom the register knows and who has no account yet: a student whose card ends in some days.
 *
 * @param lastDay the last day of the card in hand
 */
record Applicant(String familyName, String givenNames, String foreignerNumber, LocalDate lastDay) {

    static final String BIRTH_DATE = "2001-02-03";
    static final String PASSWORD = "quatre mots au hasard";

    private static final String HEADER = "foreigner_number,family_name,given_names,birth_date,nationality,permit,"
            + "document_kind,permit_number,valid_from,valid_until,protection,letter_code";

    /** Begins anywhere, so that the tests can be run again on a platform that kept its people. */
    private static final AtomicLong NUMBERS = new AtomicLong(9_800_000_000L + System.nanoTime() / 1_000 % 90_000_000);

    /** Somebody whose card ends in that many days, not yet known. */
    static Applicant whoseCardEndsIn(int days, String familyName, String givenNames) {
        return new Applicant(familyName, givenNames, String.valueOf(NUMBERS.getAndIncrement()), today().plusDays(days));
    }

    /** The platform's day. */
    static LocalDate today() {
        try {
            return LocalDate.parse(
                    TryOut.distribution().get("/demonstration/state").body().split(" ", -1)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Brings them into the register, as an operator does. */
    static void register(Applicant... applicants) {
        register("", applicants);
    }

    /** Brings somebody into the register to whom that protection was granted. */
    static void registerUnder(String protection, Applicant applicant) {
        register(protection, applicant);
    }

    private static void register(String protection, Applicant... applicants) {
        Distribution platform = TryOut.distribution();
        try {
            Path file = Files.createTempFile(platform.home(), "register", ".csv");
            Files.writeString(
                    file,
                    HEADER + "\r\n"
                            + Arrays.stream(applicants)
                                    .map(one -> one.row(protection))
                                    .collect(Collectors.joining()));
            assertThat(platform.shell("sejour:register-import " + file)).contains(applicants.length + " rows imported");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String row(String protection) {
        return String.join(
                        ",",
                        List.of(
                                foreignerNumber,
                                familyName,
                                givenNames,
                                BIRTH_DATE,
                                "DZ",
                                "etudiant",
                                "CST",
                                "D38" + foreignerNumber,
                                lastDay.minusDays(364).toString(),
                                lastDay.toString(),
                                protection,
                                letterCode()))
                + "\r\n";
    }

    String letterCode() {
        return "LETTRE" + foreignerNumber;
    }

    String login() {
        return "marche." + foreignerNumber;
    }
}
