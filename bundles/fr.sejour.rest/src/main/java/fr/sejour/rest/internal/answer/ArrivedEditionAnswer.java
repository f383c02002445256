package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Login;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An edition of the law that arrived. */
public record ArrivedEditionAnswer(
        EditionAnswer edition,
        String digest,
        String signer,
        String state,
        List<StepAnswer> steps,
        @Nullable RehearsalAnswer rehearsal,
        boolean ready) {

    /** Who brought it to a state, and when. */
    public record StepAnswer(String to, String by, @Nullable String login, Instant at) {

        static StepAnswer of(Step step, Map<AccountId, Login> logins) {
            return new StepAnswer(
                    Codes.of(step.to()),
                    step.by().value(),
                    Optional.ofNullable(logins.get(step.by())).map(Login::value).orElse(null),
                    step.at());
        }
    }

    /** What its last rehearsal found. */
    public record RehearsalAnswer(
            Instant startedAt, @Nullable Instant endedAt, int looked, int more, int fewer, int other) {

        static RehearsalAnswer of(Rehearsal found) {
            return new RehearsalAnswer(
                    found.startedAt(),
                    found.endedAt().orElse(null),
                    found.looked(),
                    found.more(),
                    found.fewer(),
                    found.other());
        }
    }

    public static ArrivedEditionAnswer of(ArrivedEdition edition) {
        return new ArrivedEditionAnswer(
                EditionAnswer.of(edition.stamp()),
                edition.digest(),
                edition.signer(),
                Codes.of(edition.state()),
                edition.steps().stream()
                        .map(step -> StepAnswer.of(step, edition.logins()))
                        .toList(),
                edition.rehearsal().map(RehearsalAnswer::of).orElse(null),
                edition.ready());
    }
}
