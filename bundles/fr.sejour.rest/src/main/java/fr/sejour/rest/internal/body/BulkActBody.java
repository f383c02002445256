package fr.sejour.rest.internal.body;

import fr.sejour.api.bulk.Selection;
import fr.sejour.api.bulk.Selection.Ticked;
import fr.sejour.api.bulk.Selection.TickedCase;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An act on many cases as it is sent.
 *
 * @param cases the cases; when it is absent, those that the filters of the address leave of the queue
 */
public record BulkActBody(@Nullable ActBody act, @Nullable List<@Nullable TickedBody> cases) {

    /** One case, with the version that was seen. */
    public record TickedBody(
            @Nullable String caseNumber,
            @Nullable Long version,
            @Nullable String cardNumber) {

        TickedCase toCase() {
            if (version != null && version < 0) {
                throw new BadInput("cases.version", Rule.VERSION);
            }
            return new TickedCase(
                    Input.value("cases.caseNumber", Rule.CASE_NUMBER, caseNumber, CaseNumber::new),
                    version == null ? OptionalLong.empty() : OptionalLong.of(version),
                    Input.optional(
                            "cases.cardNumber",
                            Rule.CARD_NUMBER,
                            cardNumber,
                            it -> new Act.CardReady(it).cardNumber()));
        }
    }

    public Act toAct() {
        return Input.required("act", act).toAct();
    }

    public Optional<Selection> toTicked() {
        if (cases == null) {
            return Optional.empty();
        }
        if (cases.isEmpty() || cases.size() > Selection.MOST) {
            throw new BadInput("cases", cases.isEmpty() ? Rule.AT_LEAST_ONE : Rule.TOO_LONG);
        }
        List<TickedCase> ticked = new ArrayList<>();
        for (TickedBody one : cases) {
            ticked.add(Input.required("cases", one).toCase());
        }
        return Optional.of(Input.value("cases", Rule.TWICE, ticked, Ticked::new));
    }
}
