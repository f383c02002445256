package fr.sejour.core.internal.people;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.api.person.Representative.Quality;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.port.ClaimedDelivery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody under eighteen has somebody who acts for them, and is told nothing in their stead from the eighteenth birthday on. */
class MinorsTest {

    private static final Contact MOTHERS = new Contact(Optional.of("mere@example.org"), Optional.empty(), "en");
    private static final Contact OWN = new Contact(Optional.of("soi@example.org"), Optional.empty(), "fr");
    private static final Representative MOTHER = new Representative("Diallo", "Fatou", Quality.PARENT, MOTHERS);

    /** A Monday. Who was born on 15 October 2008 is eighteen on 15 October 2026; ninety days before is 17 July. */
    private final Platform platform = new Platform("2026-06-01T08:00:00Z");

    private final PersonId minor = platform.someoneBorn(LocalDate.of(2008, 10, 15));

    @BeforeEach
    void everybodyIsToldByMail() {
        platform.store.write(records -> {
            records.notices().know("mail");
            return minor;
        });
    }

    @Test
    void online_somebody_under_eighteen_is_told_that_a_representative_is_missing() {
        ErrorCode refusal =
                Refusals.of(() -> platform.file(minor, "etudiant", GRENOBLE)).code();

        assertThat(refusal).isEqualTo(ErrorCode.REPRESENTATIVE_MISSING);
        assertThat(platform.review.ofPerson(Platform.caller(minor), minor)).isEmpty();

        assertThat(name().representative()).contains(MOTHER);
        assertThat(platform.file(minor, "etudiant", GRENOBLE)
                        .caseFile()
                        .status()
                        .isOpen())
                .isTrue();
    }

    @Test
    void on_the_eighteenth_birthday_nobody_is_missing_any_more() {
        platform.clock.moveTo(LocalDate.of(2026, 10, 14));
        assertThat(Refusals.of(() -> platform.file(minor, "etudiant", GRENOBLE)).code())
                .isEqualTo(ErrorCode.REPRESENTATIVE_MISSING);

        platform.clock.moveTo(LocalDate.of(2026, 10, 15));

        assertThat(platform.file(minor, "etudiant", GRENOBLE)
                        .caseFile()
                        .status()
                        .isOpen())
                .isTrue();
        assertThat(Refusals.of(this::name).code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
    }

    @Test
    void at_the_counter_the_filing_is_taken_and_the_representative_is_a_task_until_an_agent_names_them() {
        CaseFile filed = atTheCounter();

        assertThat(filed.tasks())
                .filteredOn(task -> task.kind() == Task.Kind.NAME_REPRESENTATIVE)
                .singleElement()
                // five working days after Monday 1 June
                .satisfies(task -> assertThat(task.dueOn()).isEqualTo("2026-06-08"));

        platform.people.nameRepresentative(AGENT_38, minor, MOTHER);

        assertThat(kinds(filed.number())).doesNotContain(Task.Kind.NAME_REPRESENTATIVE);
        assertThat(Refusals.of(() -> platform.people.nameRepresentative(AGENT_69, minor, MOTHER))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void nobody_is_asked_to_name_who_acts_for_somebody_who_came_of_age_meanwhile() {
        CaseNumber number = atTheCounter().number();

        platform.liveUntil(LocalDate.of(2026, 10, 15));

        assertThat(kinds(number)).doesNotContain(Task.Kind.NAME_REPRESENTATIVE, Task.Kind.ASK_FOR_CONTACT);
    }

    @Test
    void the_representative_is_told_in_their_language_until_the_eighteenth_birthday_and_then_the_person() {
        name();
        CaseNumber number =
                platform.file(minor, "etudiant", GRENOBLE).caseFile().number();
        assertThat(told()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.to()).isEqualTo(MOTHERS);
            assertThat(it.notice().language()).isEqualTo("en");
        });

        platform.liveUntil(LocalDate.of(2026, 10, 14));
        assertThat(told()).allSatisfy(it -> assertThat(it.to()).isEqualTo(MOTHERS));

        platform.clock.moveTo(LocalDate.of(2026, 10, 15));
        platform.pass();
        platform.act(AGENT_38, number, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "décret"));

        assertThat(told())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.to().email()).contains("amina@example.org"));
    }

    @Test
    void what_waits_on_the_eighteenth_birthday_goes_to_the_person() {
        platform.clock.moveTo(LocalDate.of(2026, 10, 14));
        name();
        platform.file(minor, "etudiant", GRENOBLE);

        platform.clock.moveTo(LocalDate.of(2026, 10, 15));

        assertThat(told())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.to().email()).contains("amina@example.org"));
    }

    @Test
    void ninety_days_before_the_young_adult_is_told_once_what_changes() {
        name();
        platform.file(minor, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 7, 16));
        assertThat(comingOfAge()).isEmpty();

        platform.liveUntil(LocalDate.of(2026, 7, 17));
        assertThat(comingOfAge()).hasSize(1);

        name();
        platform.liveUntil(LocalDate.of(2026, 10, 20));
        assertThat(comingOfAge()).hasSize(1);
    }

    @Test
    void who_is_reached_only_where_their_representative_was_is_asked_for_a_contact_of_their_own() {
        platform.people.changeContact(Platform.caller(minor), minor, MOTHERS);
        name();
        CaseNumber number =
                platform.file(minor, "etudiant", GRENOBLE).caseFile().number();
        platform.liveUntil(LocalDate.of(2026, 10, 14));
        assertThat(kinds(number)).doesNotContain(Task.Kind.ASK_FOR_CONTACT);

        platform.liveUntil(LocalDate.of(2026, 10, 15));

        assertThat(platform.review.find(AGENT_38, number).tasks())
                .filteredOn(task -> task.kind() == Task.Kind.ASK_FOR_CONTACT)
                .singleElement()
                // Thursday 15 October; the fifth working day after it is Thursday 22 October
                .satisfies(task -> assertThat(task.dueOn()).isEqualTo("2026-10-22"));

        platform.people.changeContact(Platform.caller(minor), minor, OWN);

        assertThat(kinds(number)).doesNotContain(Task.Kind.ASK_FOR_CONTACT);
    }

    private PersonProfile name() {
        return platform.people.nameRepresentative(Platform.caller(minor), minor, MOTHER);
    }

    private CaseFile atTheCounter() {
        return platform.file(NATIONAL, Platform.by(Platform.filing(minor, "etudiant", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();
    }

    private List<Task.Kind> kinds(CaseNumber number) {
        return platform.review.find(AGENT_38, number).tasks().stream()
                .map(Task::kind)
                .toList();
    }

    private List<Notice> comingOfAge() {
        return platform.store.read(records -> records.notices().ofPerson(minor).stream()
                .filter(notice -> notice.kind().equals("coming-of-age"))
                .toList());
    }

    /** Everything that waits to be delivered, delivered now. */
    private List<ClaimedDelivery> told() {
        Instant now = platform.clock.instant();
        List<ClaimedDelivery> all = new ArrayList<>();
        List<ClaimedDelivery> claimed;
        do {
            claimed = platform.store.write(records -> {
                List<ClaimedDelivery> due = records.notices().claim(Set.of("mail"), now, now.plusSeconds(60), 100);
                due.forEach(it -> records.notices().settle(it.id(), now, Optional.empty()));
                return due;
            });
            all.addAll(claimed);
        } while (!claimed.isEmpty());
        return all;
    }
}
