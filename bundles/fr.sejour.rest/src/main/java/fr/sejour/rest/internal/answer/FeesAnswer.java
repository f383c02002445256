package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.FeeQuote;
import java.time.LocalDate;
import java.util.List;

/** What a permit costs at the rates of a day, in whole euros. */
public record FeesAnswer(LocalDate ratesOn, List<FeeLineAnswer> lines, int totalEuros) {

    /** One line of the fees. */
    public record FeeLineAnswer(String item, int euros, String basis) {}

    static FeesAnswer of(FeeQuote quote) {
        return new FeesAnswer(
                quote.ratesOn(),
                quote.lines().stream()
                        .map(it -> new FeeLineAnswer(
                                Codes.of(it.item()), it.euros(), it.basis().reference()))
                        .toList(),
                quote.total());
    }
}
