package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A student whose card ends on 31 August 2026 files from 3 May to 2 July (R. 431-5 1°: the 120th and the 60th day before). On 1 July
 * the platform failed; the filing comes on Monday 20 July.
 */
class EarlierAttemptsTest {

    private static final Instant FAILED = Instant.parse("2026-07-01T14:00:00Z");
    private static final AttemptNumber NUMBER = AttemptNumber.of("00000000001");

    private final Platform platform = new Platform("2026-07-20T08:00:00Z");
    private final PersonId person = platform.aStudent();
    private final Caller applicant = Platform.caller(person);

    @Test
    void m17_an_agent_keys_a_filing_by_the_substitute_channel_whose_day_is_the_attempts() {
        failed(Optional.of(person), "etudiant", true);

        CaseFile file = platform.file(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty()))
                .caseFile();

        assertThat(file.filedOn()).isEqualTo("2026-07-01");
        assertThat(file.filedAt()).isEqualTo(FAILED);
        assertThat(file.assessment().timeliness().ifSettled()).contains(Timeliness.IN_TIME);
        assertThat(file.assessment().warnings()).doesNotContain("late-fee", "late-filing-no-attestation");
        assertThat(platform.review.journal(AGENT_38, file.number()).get(0).detail())
                .contains("SUBSTITUTE", "attempt " + NUMBER + " confirmed");
        // CRPA R. 112-11-2: one working day from the day on which it was received, Monday 20 July
        assertThat(file.clocks())
                .filteredOn(clock -> clock.kind().equals("receipt"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.startsOn()).isEqualTo("2026-07-20"));
        assertThat(platform.store
                        .read(records -> records.traces().find(Platform.NATIONAL, NUMBER))
                        .flatMap(Attempt::filedAs))
                .contains(file.number());
    }

    @Test
    void without_the_attempt_the_same_filing_is_late() {
        Filing late = Platform.by(Platform.filing(person, "etudiant", Platform.GRENOBLE), FilingChannel.SUBSTITUTE);

        CaseFile file = platform.file(Platform.NATIONAL, late).caseFile();

        assertThat(file.filedOn()).isEqualTo("2026-07-20");
        assertThat(file.assessment().timeliness().ifSettled()).contains(Timeliness.LATE);
    }

    @Test
    void named_by_the_person_it_is_proposed_and_the_later_day_stands_until_an_agent_has_confirmed_it() {
        failed(Optional.of(person), "etudiant", false);

        CaseFile proposed = platform.file(applicant, naming(FilingChannel.ONLINE, Optional.empty()))
                .caseFile();

        assertThat(proposed.filedOn()).isEqualTo("2026-07-20");
        assertThat(proposed.assessment().timeliness().ifSettled()).contains(Timeliness.LATE);
        assertThat(platform.review
                        .tasks(AGENT_38, new TaskQuery(TaskQuery.Filter.NONE, Optional.empty(), 50))
                        .tasks())
                .filteredOn(task -> task.kind() == Task.Kind.CONFIRM_ATTEMPT)
                .singleElement()
                .satisfies(task -> {
                    // two working days after Monday 20 July
                    assertThat(task.dueOn()).isEqualTo("2026-07-22");
                    assertThat(task.question()).contains(NUMBER.value());
                });
        CaseFile confirmed = platform.review.act(
                AGENT_38,
                proposed.number(),
                OptionalLong.empty(),
                new Act.ConfirmAttempt(true, "Panne du 1er juillet."));

        assertThat(confirmed.filedOn()).isEqualTo("2026-07-01");
        assertThat(confirmed.assessment().timeliness().ifSettled()).contains(Timeliness.IN_TIME);
        assertThat(confirmed.acts()).doesNotContain(ActKind.CONFIRM_ATTEMPT);
        assertThat(confirmed.tasks()).noneMatch(task -> task.kind() == Task.Kind.CONFIRM_ATTEMPT);
        assertThat(platform.review.journal(AGENT_38, proposed.number()))
                .filteredOn(line -> line.what().equals("confirm-attempt"))
                .singleElement()
                .extracting(JournalLine::statement)
                .isEqualTo(Optional.of("Panne du 1er juillet."));
    }

    @Test
    void refused_it_changes_nothing_and_is_asked_no_more() {
        failed(Optional.of(person), "etudiant", false);
        CaseFile proposed = platform.file(applicant, naming(FilingChannel.ONLINE, Optional.empty()))
                .caseFile();

        CaseFile refused = platform.review.act(
                AGENT_38, proposed.number(), OptionalLong.empty(), new Act.ConfirmAttempt(false, "Aucune panne."));

        assertThat(refused.filedOn()).isEqualTo("2026-07-20");
        assertThat(refused.acts()).doesNotContain(ActKind.CONFIRM_ATTEMPT);
    }

    @Test
    void an_attempt_of_somebody_else_or_for_another_permit_needs_the_agents_reason() {
        failed(Optional.of(platform.someone()), "salarie", true);

        assertRefused(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty()));
        assertRefused(applicant, naming(FilingChannel.ONLINE, Optional.empty()));
        CaseFile file = platform.file(
                        Platform.NATIONAL, naming(FilingChannel.SUBSTITUTE, Optional.of("Fait par son conjoint.")))
                .caseFile();

        assertThat(file.filedOn()).isEqualTo("2026-07-01");
        assertThat(platform.review
                        .journal(Platform.NATIONAL, file.number())
                        .get(0)
                        .statement())
                .contains("Fait par son conjoint.");
    }

    /** The request could not be read: nobody knows where its person lives, and they show the receipt at the counter. */
    @Test
    void the_attempt_of_somebody_unknown_here_is_counted_by_whoever_is_shown_its_number_with_a_reason() {
        platform.file(applicant, Platform.filing(person, "visiteur", Platform.GRENOBLE));
        failedAnywhere(false, platform.someone());

        assertRefused(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty()));
        CaseFile file = platform.file(
                        AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.of("La personne montre son reçu.")))
                .caseFile();

        assertThat(file.filedOn()).isEqualTo("2026-07-01");
        JournalLine filed = platform.review.journal(AGENT_38, file.number()).get(0);
        assertThat(filed.detail()).contains("attempt " + NUMBER + " confirmed");
        assertThat(filed.statement()).contains("La personne montre son reçu.");
    }

    /** A report that named no préfecture opened the channel; the account has no case anywhere. */
    @Test
    void the_substitute_channel_without_a_prefecture_is_open_at_the_counter_that_is_shown_the_receipt() {
        failedAnywhere(true, person);

        assertRefused(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty()));
        CaseFile file = platform.file(
                        AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.of("La personne montre son reçu.")))
                .caseFile();

        assertThat(file.person()).isEqualTo(person);
        assertThat(file.filedOn()).isEqualTo("2026-07-01");
    }

    @Test
    void an_attempt_serves_one_filing() {
        failed(Optional.of(person), "etudiant", true);
        platform.file(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty()));

        assertRefused(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty()));
    }

    /** The person has no case yet: only the right that they were given brings them into the counter's sight. */
    @Test
    void only_the_counter_of_the_right_sees_a_person_without_a_case() {
        failed(Optional.of(person), "etudiant", false);

        assertThatThrownBy(() -> platform.file(AGENT_38, naming(FilingChannel.SUBSTITUTE, Optional.empty())))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertRefused(AGENT_69, naming(FilingChannel.SUBSTITUTE, Optional.empty()));
    }

    @Test
    void a_helper_names_the_receipt_that_they_were_given_for_the_person_and_nobody_elses() {
        Caller helper = helped("asso");
        Caller other = helped("avocat");
        failed(Optional.of(helper.account()), Optional.empty(), "etudiant", false);

        assertRefused(other, naming(FilingChannel.ONLINE, Optional.empty()));
        assertRefused(applicant, naming(FilingChannel.ONLINE, Optional.empty()));
        CaseFile proposed = platform.file(helper, naming(FilingChannel.ONLINE, Optional.empty()))
                .caseFile();

        assertThat(proposed.filedOn()).isEqualTo("2026-07-20");
        assertThat(proposed.tasks()).anyMatch(task -> task.kind() == Task.Kind.CONFIRM_ATTEMPT);
    }

    /** Somebody to whom the person has given a mandate to file. */
    private Caller helped(String login) {
        Mandatary mandatary = platform.accounts.openForHelper(
                new Login(login), "hash", "secret", "Exemple", Mandatary.Kind.ASSOCIATION);
        platform.mandates.give(
                applicant,
                person,
                new NewMandate(
                        mandatary.code(),
                        Set.of(Permission.FILE),
                        Optional.empty(),
                        LocalDate.of(2026, 12, 1),
                        Optional.empty()));
        return Caller.helper(mandatary.account());
    }

    private void failed(Optional<PersonId> asker, String ground, boolean substitute) {
        failed(asker.map(it -> new AccountId("account")), asker, ground, substitute);
    }

    private void failed(Optional<AccountId> account, Optional<PersonId> asker, String ground, boolean substitute) {
        failed(account, asker, ground, Optional.of(new PrefectureCode("38")), substitute);
    }

    /** One that does not say where its person lives. */
    private void failedAnywhere(boolean substitute, PersonId asker) {
        failed(Optional.of(new AccountId("account")), Optional.of(asker), "etudiant", Optional.empty(), substitute);
    }

    private void failed(
            Optional<AccountId> account,
            Optional<PersonId> asker,
            String ground,
            Optional<PrefectureCode> prefecture,
            boolean substitute) {
        Attempt attempt = new Attempt(
                NUMBER,
                FAILED,
                Attempt.Operation.FILE,
                "internal",
                "urn:uuid:1",
                new Attempt.Asker(account, asker, Optional.empty()),
                new Attempt.Subject(
                        Optional.of(new PermitCode(ground)), Optional.empty(), prefecture, Optional.empty()),
                Optional.of("a.b.c"),
                Optional.of(new Substitute(FAILED, Substitute.Because.PLATFORM_FAILED, prefecture))
                        .filter(it -> substitute),
                Optional.empty());
        platform.store.write(records -> records.traces().keep(attempt));
    }

    private Filing naming(FilingChannel channel, Optional<String> reason) {
        Filing filing = Platform.filing(person, "etudiant", Platform.GRENOBLE);
        return filing.with()
                .channel(channel)
                .attempt(Optional.of(new EarlierAttempt(NUMBER, reason)))
                .build();
    }

    private void assertRefused(Caller caller, Filing filing) {
        assertThatThrownBy(() -> platform.file(caller, filing))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT));
    }
}
