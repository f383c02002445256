package fr.sejour.rest.internal.body;

import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as it is sent.
 *
 * @param helperCode the public code of the association or the lawyer
 * @param document the reference of the signed paper, from an agent
 */
public record MandateBody(
        @Nullable String helperCode,
        @Nullable List<@Nullable String> allows,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String document) {

    public NewMandate toMandate() {
        MandataryCode mandatary = Input.value("helperCode", Rule.HELPER_CODE, helperCode, MandataryCode::new);
        Set<Permission> allowed = Input.required("allows", allows).stream()
                .map(it -> Input.code("allows", it, Permission.class))
                .collect(Collectors.toUnmodifiableSet());
        if (allowed.isEmpty()) {
            throw new BadInput("allows", Rule.AT_LEAST_ONE);
        }
        Optional<LocalDate> first = Input.optionalDay("firstDay", firstDay);
        LocalDate last = Input.day("lastDay", lastDay);
        return Input.optional(
                        "document",
                        Rule.WORDS,
                        document,
                        it -> new NewMandate(mandatary, allowed, first, last, Optional.of(it)))
                .orElseGet(() -> new NewMandate(mandatary, allowed, first, last, Optional.empty()));
    }

    /** Never the reference. */
    @Override
    public String toString() {
        return "MandateBody[hidden]";
    }
}
