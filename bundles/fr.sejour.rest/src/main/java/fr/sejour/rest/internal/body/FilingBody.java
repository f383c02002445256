package fr.sejour.rest.internal.body;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Received;
import fr.sejour.api.filing.Reception;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it is sent.
 *
 * @param personId an applicant may leave it out: they file for themselves
 * @param registered who asks, by their number in the register
 * @param presented who asks, by the code that their account drew for the counter
 * @param newcomer who asks, when nobody knows them yet
 * @param channel an applicant may leave it out: they file online
 */
public record FilingBody(
        @Nullable String personId,
        @Nullable RegisteredBody registered,
        @Nullable PresentedBody presented,
        @Nullable NewcomerBody newcomer,
        @Nullable String channel,
        @Nullable String permit,
        @Nullable String article,
        @Nullable HeldPermitBody heldPermit,
        @Nullable ResidenceBody residence,
        @Nullable String entryDate,
        @Nullable Boolean workAuthorisation,
        @Nullable Boolean employed,
        @Nullable AttemptBody attempt,
        @Nullable ReceptionBody reception,
        @Nullable String follows) {

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

    /** Somebody whom the register knows. */
    public record RegisteredBody(
            @Nullable String foreignerNumber, @Nullable String birthDate) {

        Filer toFiler() {
            return new Filer.Registered(
                    Input.value(
                            "registered.foreignerNumber", Rule.FOREIGNER_NUMBER, foreignerNumber, ForeignerNumber::new),
                    Input.day("registered.birthDate", birthDate));
        }
    }

    /** Somebody who shows the code of their account. */
    public record PresentedBody(
            @Nullable String counterCode, @Nullable String birthDate) {

        Filer toFiler() {
            return new Filer.Presented(
                    Input.value("presented.counterCode", Rule.COUNTER_CODE, counterCode, CounterCode::new),
                    Input.day("presented.birthDate", birthDate));
        }

        /** Never the code. */
        @Override
        public String toString() {
            return "PresentedBody[hidden]";
        }
    }

    /** Somebody whom the platform does not know yet. */
    public record NewcomerBody(
            @Nullable CivilStatusBody civilStatus, @Nullable ContactBody contact) {

        Filer toFiler() {
            return new Filer.Newcomer(
                    Input.required("newcomer.civilStatus", civilStatus).toCivilStatus("newcomer.civilStatus"),
                    Optional.ofNullable(contact)
                            .orElseGet(() -> new ContactBody(null, null, null))
                            .toContact("newcomer.contact"));
        }
    }

    /** How it came in. */
    public record ReceptionBody(
            @Nullable String day,
            @Nullable String late,
            @Nullable String form,
            @Nullable List<@Nullable String> pieces) {

        Reception toReception() {
            Received received = new Received(
                    Input.day("reception.day", day),
                    Input.optional("reception.form", Rule.FORM_SERIAL, form, FormSerial::new),
                    Input.values("reception.pieces", Rule.PIECE_TYPE, pieces, PieceType::new));
            return Input.optional("reception.late", Rule.WORDS, late, it -> new Reception(received, Optional.of(it)))
                    .orElseGet(() -> new Reception(received, Optional.empty()));
        }
    }

    /** Whether an agent keys it for somebody of whom they may have no case, or from what came on another day. */
    public boolean isEntry(Caller caller) {
        return caller.isStaff() && saidByAgentsAlone().isPresent();
    }

    private Optional<String> saidByAgentsAlone() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("registered", registered);
        parts.put("presented", presented);
        parts.put("newcomer", newcomer);
        parts.put("reception", reception);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public Entry toEntry() {
        return said(filer(), Input.code("channel", channel, FilingChannel.class));
    }

    private Filer filer() {
        List<Supplier<Filer>> said = new ArrayList<>();
        if (personId != null) {
            said.add(() -> new Filer.Known(Input.value("personId", Rule.PERSON_ID, personId, PersonId::new)));
        }
        if (registered != null) {
            said.add(registered::toFiler);
        }
        if (presented != null) {
            said.add(presented::toFiler);
        }
        if (newcomer != null) {
            said.add(newcomer::toFiler);
        }
        if (said.isEmpty()) {
            throw new BadInput("personId", Rule.REQUIRED);
        }
        if (said.size() > 1) {
            throw new BadInput("personId", Rule.CONTRADICTS);
        }
        return said.get(0).get();
    }

    public Filing toFiling(Caller caller) {
        Optional<PersonId> named = Input.optional("personId", Rule.PERSON_ID, personId, PersonId::new);
        Optional<FilingChannel> keyed = Input.optionalCode("channel", channel, FilingChannel.class);
        Optional<FilingChannel> own = caller.isStaff() ? Optional.empty() : Optional.of(FilingChannel.ONLINE);
        saidByAgentsAlone().ifPresent(part -> {
            throw new BadInput(part, Rule.NOT_FOR_THIS_ROLE);
        });
        PersonId person = Input.required("personId", named.or(caller::person).orElse(null));
        return said(
                        new Filer.Known(person),
                        Input.required("channel", keyed.or(() -> own).orElse(null)))
                .by(person);
    }

    private Entry said(Filer filer, FilingChannel by) {
        return new Entry(
                filer,
                by,
                Input.value("permit", Rule.PERMIT, permit, PermitCode::new),
                Input.optional("article", Rule.ARTICLE, article, Article::new),
                Optional.ofNullable(heldPermit).map(it -> it.toHeldPermit("heldPermit")),
                Input.required("residence", residence).toResidence("residence"),
                Input.optionalDay("entryDate", entryDate),
                Boolean.TRUE.equals(workAuthorisation),
                Boolean.TRUE.equals(employed),
                Optional.ofNullable(attempt).map(AttemptBody::toAttempt),
                Optional.ofNullable(reception).map(ReceptionBody::toReception),
                Input.optional("follows", Rule.CASE_NUMBER, follows, CaseNumber::new));
    }

    /** Never the person. */
    @Override
    public String toString() {
        return "FilingBody[hidden]";
    }
}
