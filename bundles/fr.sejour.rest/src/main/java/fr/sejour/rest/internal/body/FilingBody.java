package fr.sejour.rest.internal.body;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.PersonId;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it is sent.
 *
 * @param personId an applicant may leave it out: they file for themselves
 * @param channel an applicant may leave it out: they file online
 */
public record FilingBody(
        @Nullable String personId,
        @Nullable String channel,
        @Nullable String permit,
        @Nullable String article,
        @Nullable HeldPermitBody heldPermit,
        @Nullable ResidenceBody residence,
        @Nullable String entryDate,
        @Nullable Boolean workAuthorisation,
        @Nullable Boolean employed,
        @Nullable AttemptBody attempt) {

    /**
     * The attempt that failed before.
     *
     * @param reason why an agent counts it, when it is of somebody else or for another permit
     */
    public record AttemptBody(
            @Nullable String number, @Nullable String reason) {

        EarlierAttempt toAttempt() {
            AttemptNumber printed = Input.value("attempt.number", Rule.ATTEMPT_NUMBER, number, AttemptNumber::new);
            Optional<String> words = Input.optional(
                    "attempt.reason",
                    Rule.WORDS,
                    reason,
                    it -> new EarlierAttempt(printed, Optional.of(it)).reason().orElseThrow());
            return new EarlierAttempt(printed, words);
        }
    }

    public Filing toFiling(Caller caller) {
        Optional<PersonId> named = Input.optional("personId", Rule.PERSON_ID, personId, PersonId::new);
        Optional<FilingChannel> keyed = Input.optionalCode("channel", channel, FilingChannel.class);
        Optional<FilingChannel> own = caller.person().map(it -> FilingChannel.ONLINE);
        return new Filing(
                Input.required("personId", named.or(caller::person).orElse(null)),
                Input.required("channel", keyed.or(() -> own).orElse(null)),
                Input.value("permit", Rule.PERMIT, permit, PermitCode::new),
                Input.optional("article", Rule.ARTICLE, article, Article::new),
                Optional.ofNullable(heldPermit).map(it -> it.toHeldPermit("heldPermit")),
                Input.required("residence", residence).toResidence("residence"),
                Input.optionalDay("entryDate", entryDate),
                Boolean.TRUE.equals(workAuthorisation),
                Boolean.TRUE.equals(employed),
                Optional.ofNullable(attempt).map(AttemptBody::toAttempt));
    }

    /** Never the person. */
    @Override
    public String toString() {
        return "FilingBody[hidden]";
    }
}
