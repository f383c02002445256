package fr.sejour.web.internal;

import fr.sejour.api.attempt.AttemptReceipt;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A receipt as it stands on a page.
 *
 * @param report where to say that it blocks; empty when nobody takes that
 */
public record ReceiptView(
        String number,
        String day,
        String time,
        Optional<String> signature,
        boolean substitute,
        Optional<String> report) {

    /** The page of the site where anybody reports what is wrong. */
    static final String REPORT = "/help/report";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static ReceiptView of(Words words, AttemptReceipt receipt, boolean reported, String page) {
        return new ReceiptView(
                receipt.number().value(),
                words.day(Prefecture.nationalDay(receipt.at())),
                TIME.format(receipt.at().atZone(Prefecture.NATIONAL)),
                receipt.signature(),
                receipt.substitute(),
                report(reported, page).map(it -> it + "&attempt=" + receipt.number()));
    }

    /** The way to that page, which takes along where the person was. */
    static Optional<String> report(boolean reported, String page) {
        return reported
                ? Optional.of(REPORT + "?page=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
