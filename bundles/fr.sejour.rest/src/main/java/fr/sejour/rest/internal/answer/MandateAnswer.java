package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the person sees it.
 *
 * @param stands whether it allows anything now
 */
public record MandateAnswer(
        String number,
        MandataryAnswer helper,
        List<String> allows,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean stands,
        Instant givenAt,
        String givenBy,
        @Nullable String document,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        List<DoneAnswer> done) {

    /** The association or the lawyer. */
    public record MandataryAnswer(String code, String name, String kind) {}

    /** One thing done under it. */
    public record DoneAnswer(String caseNumber, Instant at, String what) {}

    public static MandateAnswer of(MandateFile file) {
        Mandate mandate = file.mandate();
        return new MandateAnswer(
                mandate.number().value(),
                new MandataryAnswer(
                        mandate.mandatary().code().value(),
                        mandate.mandatary().name(),
                        Codes.of(mandate.mandatary().kind())),
                allows(mandate),
                mandate.firstDay(),
                mandate.lastDay(),
                file.stands(),
                mandate.given().at(),
                mandate.given().by().value(),
                mandate.given().document().orElse(null),
                mandate.ended().map(Mandate.Ended::at).orElse(null),
                mandate.ended().map(Mandate.Ended::by).map(AccountId::value).orElse(null),
                file.done().stream()
                        .map(it -> new DoneAnswer(it.caseNumber().value(), it.at(), it.what()))
                        .toList());
    }

    static List<String> allows(Mandate mandate) {
        return mandate.allows().stream().sorted().map(Codes::of).toList();
    }
}
