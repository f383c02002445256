package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseLinks.Standing;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A family is as many cases as it is people: each has its own end, and somebody looks when the one that it hangs on ended. */
class LinkedCasesTest {

    /** A Wednesday; the fifth working day after it is Wednesday 8 July. */
    private final Platform platform = new Platform("2026-07-01T08:00:00Z");

    private final PersonId refugee = platform.someone();
    private final PersonId spouse = platform.someone();

    @Test
    void a_number_that_the_person_typed_is_theirs_to_read_and_an_agents_to_confirm() {
        CaseNumber main = main();
        CaseNumber linked = following(main);

        assertThat(platform.review.links(Platform.caller(spouse), linked))
                .isEqualTo(new CaseLinks(
                        Optional.of(new CaseLinks.Followed(main, Optional.empty(), Optional.empty(), Optional.empty())),
                        List.of()));
        assertThat(platform.review.links(Platform.caller(refugee), main))
                .isEqualTo(new CaseLinks(Optional.empty(), List.of()));
        assertThat(platform.review.links(AGENT_38, linked).follows())
                .contains(new CaseLinks.Followed(
                        main, Optional.of(Standing.DECLARED), Optional.of(CaseStatus.FILED), Optional.empty()));
        assertThat(platform.review.links(AGENT_38, main).followedBy())
                .containsExactly(new CaseLinks.Follower(linked, Standing.DECLARED, CaseStatus.FILED));
        assertThat(task(linked, Task.Kind.CONFIRM_LINK)).satisfies(task -> {
            assertThat(task.dueOn()).isEqualTo("2026-07-08");
            assertThat(task.question()).contains(main.value());
        });

        CaseFile confirmed = platform.act(AGENT_38, linked, follow(main, true));

        assertThat(confirmed.tasks()).noneMatch(task -> task.kind() == Task.Kind.CONFIRM_LINK);
        assertThat(platform.review.links(AGENT_38, main).followedBy())
                .containsExactly(new CaseLinks.Follower(linked, Standing.CONFIRMED, CaseStatus.FILED));
    }

    @Test
    void a_number_of_nobody_is_taken_like_any_other_and_nothing_tells_the_two_apart() {
        CaseNumber nobody = new CaseNumber("0000000000000000018");
        CaseFile known = file(spouse, main());
        CaseFile unknown = file(platform.someone(), nobody);

        assertThat(unknown.tasks()).extracting(Task::kind).isEqualTo(kinds(known));
        assertThat(platform.review
                        .links(Platform.caller(unknown.person()), unknown.number())
                        .follows())
                .contains(new CaseLinks.Followed(nobody, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(refusal(AGENT_38, unknown.number(), follow(nobody, true))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);

        CaseFile refused = platform.act(AGENT_38, unknown.number(), follow(nobody, false));

        assertThat(refused.tasks()).noneMatch(task -> task.kind() == Task.Kind.CONFIRM_LINK);
        assertThat(platform.review
                        .links(AGENT_38, unknown.number())
                        .follows()
                        .orElseThrow()
                        .standing())
                .contains(Standing.REFUSED);
    }

    @Test
    void a_case_out_of_scope_is_to_its_reader_a_number_of_nobody() {
        PersonId elsewhere = platform.someone();
        CaseNumber lyon =
                platform.file(elsewhere, "etudiant", Platform.LYON).caseFile().number();
        CaseNumber linked = following(lyon);

        assertThat(platform.review
                        .links(AGENT_38, linked)
                        .follows()
                        .orElseThrow()
                        .status())
                .isEmpty();
        assertThat(platform.review.links(AGENT_69, lyon).followedBy()).isEmpty();
        assertThat(refusal(AGENT_38, linked, follow(lyon, true))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);

        platform.act(NATIONAL, linked, follow(lyon, true));

        assertThat(platform.review.links(NATIONAL, lyon).followedBy())
                .extracting(CaseLinks.Follower::standing)
                .containsExactly(Standing.CONFIRMED);
    }

    @Test
    void what_ends_the_case_of_one_leaves_the_other_open_and_is_a_task_with_a_day() {
        CaseNumber main = main();
        CaseNumber linked = following(main);
        platform.act(AGENT_38, linked, follow(main, true));
        // a Monday; the fifth working day after it is Monday 13 July
        platform.clock.moveTo(LocalDate.of(2026, 7, 6));
        refuse(main);
        platform.pass();

        CaseFile after = platform.review.find(AGENT_38, linked);

        assertThat(after.status().isOpen()).isTrue();
        assertThat(after.decision()).isEmpty();
        assertThat(task(linked, Task.Kind.LOOK_AGAIN)).satisfies(task -> {
            assertThat(task.dueOn()).isEqualTo("2026-07-13");
            assertThat(task.owner()).map(Object::toString).contains("38");
            assertThat(task.escalation()).isEqualTo(Task.Escalation.TEAM);
            assertThat(task.question()).contains(main.value());
        });
        assertThat(platform.review.links(AGENT_38, linked).follows())
                .contains(new CaseLinks.Followed(
                        main,
                        Optional.of(Standing.CONFIRMED),
                        Optional.of(CaseStatus.REFUSED),
                        Optional.of(LocalDate.of(2026, 7, 6))));

        platform.liveUntil(LocalDate.of(2026, 7, 15));
        assertThat(task(linked, Task.Kind.LOOK_AGAIN).escalation()).isEqualTo(Task.Escalation.CHIEF);
        platform.liveUntil(LocalDate.of(2026, 7, 20));
        assertThat(task(linked, Task.Kind.LOOK_AGAIN).escalation()).isEqualTo(Task.Escalation.NATIONAL);

        assertThat(platform.act(AGENT_38, linked, follow(main, true)).tasks())
                .noneMatch(task -> task.kind() == Task.Kind.LOOK_AGAIN);
        platform.pass();
        assertThat(platform.review.find(AGENT_38, linked).tasks())
                .noneMatch(task -> task.kind() == Task.Kind.LOOK_AGAIN);
        assertThat(platform.review.find(AGENT_38, linked).status().isOpen()).isTrue();
    }

    @Test
    void the_person_reads_nothing_of_how_the_other_case_ended() {
        CaseNumber main = main();
        CaseNumber linked = following(main);
        platform.act(AGENT_38, linked, follow(main, true));
        refuse(main);
        platform.liveUntil(LocalDate.of(2026, 7, 20));

        assertThat(task(linked, Task.Kind.LOOK_AGAIN)).isNotNull();
        assertThat(platform.review.find(Platform.caller(spouse), linked).tasks())
                .noneMatch(task -> task.kind() == Task.Kind.LOOK_AGAIN);
        assertThat(platform.review.journal(Platform.caller(spouse), linked))
                .filteredOn(
                        line -> line.what().equals("follow") || line.detail().contains("look-again"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.detail()).isEmpty();
                    assertThat(line.statement()).isEmpty();
                });
        assertThat(platform.review.journal(AGENT_38, linked))
                .extracting(JournalLine::detail)
                .anyMatch(detail -> detail.startsWith(main + " holds"))
                .anyMatch(detail -> detail.startsWith("look-again to chief"));
    }

    @Test
    void an_end_before_the_link_is_confirmed_is_looked_at_too_and_one_that_is_taken_back_no_more() {
        CaseNumber main = main();
        CaseNumber linked = following(main);
        refuse(main);
        platform.pass();
        assertThat(platform.review.find(AGENT_38, linked).tasks())
                .noneMatch(task -> task.kind() == Task.Kind.LOOK_AGAIN);

        assertThat(platform.act(AGENT_38, linked, follow(main, true)).tasks())
                .anyMatch(task -> task.kind() == Task.Kind.LOOK_AGAIN);

        platform.act(AGENT_38, main, new Act.Reopen("erreur"));
        platform.pass();

        assertThat(platform.review.find(AGENT_38, linked).tasks())
                .noneMatch(task -> task.kind() == Task.Kind.LOOK_AGAIN);
    }

    /** What silence refused is refused expressly later: that is another end, and nobody has looked since the first one. */
    @Test
    void another_end_of_the_followed_case_gives_nobody_more_time_to_look() {
        CaseNumber main = platform.fileComplete(platform.aStudent(), "etudiant", Platform.GRENOBLE);
        CaseNumber linked =
                platform.file(spouse, "etudiant", Platform.GRENOBLE).caseFile().number();
        platform.act(AGENT_38, linked, follow(main, true));
        LocalDate day = LocalDate.of(2026, 7, 1);
        while (platform.review.find(AGENT_38, main).status() != CaseStatus.SILENTLY_REFUSED) {
            day = day.plusDays(1);
            platform.liveUntil(day);
        }
        platform.liveUntil(day.plusDays(20));
        Task before = task(linked, Task.Kind.LOOK_AGAIN);
        assertThat(before.escalation()).isEqualTo(Task.Escalation.NATIONAL);

        platform.act(AGENT_38, main, new Act.Refuse("motif", "arrêté 38-2026-01"));
        platform.pass();

        assertThat(task(linked, Task.Kind.LOOK_AGAIN)).isEqualTo(before);
        assertThat(platform.review.links(AGENT_38, main).followedBy()).hasSize(1);
    }

    @Test
    void an_agent_names_a_case_that_the_person_did_not_and_the_person_reads_no_number() {
        CaseNumber main = main();
        CaseNumber linked =
                platform.file(spouse, "etudiant", Platform.GRENOBLE).caseFile().number();

        platform.act(AGENT_38, linked, follow(main, true));

        assertThat(platform.review
                        .links(AGENT_38, linked)
                        .follows()
                        .orElseThrow()
                        .number())
                .isEqualTo(main);
        assertThat(platform.review.links(Platform.caller(spouse), linked).follows())
                .isEmpty();
    }

    @Test
    void a_case_follows_one_other_and_none_that_follows_it() {
        CaseNumber main = main();
        CaseNumber linked = following(main);
        CaseNumber third = platform.file(platform.someone(), "etudiant", Platform.GRENOBLE)
                .caseFile()
                .number();
        platform.act(AGENT_38, linked, follow(main, true));

        assertThat(refusal(AGENT_38, main, follow(main, true))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(AGENT_38, main, follow(linked, true))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(AGENT_38, linked, follow(main, true))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(AGENT_38, linked, follow(third, true))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(AGENT_38, linked, follow(third, false))).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(Platform.caller(spouse), linked, follow(main, false)))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);

        platform.act(AGENT_38, linked, follow(main, false));
        platform.act(AGENT_38, linked, follow(third, true));

        assertThat(platform.review
                        .links(AGENT_38, linked)
                        .follows()
                        .orElseThrow()
                        .number())
                .isEqualTo(third);
        assertThat(platform.review.links(AGENT_38, main).followedBy()).isEmpty();
    }

    @Test
    void whoever_typed_a_number_is_told_that_the_link_is_refused_and_nothing_of_the_other_case() {
        CaseNumber main = main();
        CaseNumber linked = following(main);
        platform.act(AGENT_38, linked, follow(main, true));
        assertThat(linkNotices(spouse)).isEmpty();

        platform.act(AGENT_38, linked, follow(main, false));

        assertThat(linkNotices(spouse)).singleElement().satisfies(notice -> {
            assertThat(notice.caseNumber()).isEqualTo(linked);
            assertThat(notice.subject() + notice.body()).doesNotContain(main.value(), "Conjointe");
        });
        assertThat(linkNotices(refugee)).isEmpty();
    }

    @Test
    void whoever_typed_no_number_is_told_nothing_of_a_link_that_agents_made_and_took_back() {
        CaseNumber main = main();
        CaseNumber linked =
                platform.file(spouse, "etudiant", Platform.GRENOBLE).caseFile().number();
        platform.act(AGENT_38, linked, follow(main, true));

        platform.act(AGENT_38, linked, follow(main, false));

        assertThat(linkNotices(spouse)).isEmpty();
    }

    private List<Notice> linkNotices(PersonId person) {
        return platform.inbox.open(Platform.caller(person), person).stream()
                .filter(notice -> notice.kind().equals("link-refused"))
                .toList();
    }

    @Test
    void a_link_that_holds_goes_along_when_a_case_with_a_refused_one_takes_the_other_over() {
        CaseNumber main = main();
        CaseNumber first = following(main);
        CaseNumber second = file(spouse, new CaseNumber("0000000000000000018")).number();
        platform.act(AGENT_38, first, follow(main, true));
        platform.act(AGENT_38, second, follow(new CaseNumber("0000000000000000018"), false));

        platform.act(AGENT_38, second, new Act.Absorb(first, "mêmes études"));

        assertThat(platform.review.links(AGENT_38, second).follows()).hasValueSatisfying(it -> {
            assertThat(it.number()).isEqualTo(main);
            assertThat(it.standing()).contains(Standing.CONFIRMED);
        });
        refuse(main);
        platform.pass();
        assertThat(task(second, Task.Kind.LOOK_AGAIN)).isNotNull();
    }

    private CaseNumber main() {
        return platform.file(refugee, "etudiant", Platform.GRENOBLE).caseFile().number();
    }

    private CaseNumber following(CaseNumber main) {
        return file(spouse, main).number();
    }

    private CaseFile file(PersonId person, CaseNumber main) {
        return platform.file(
                        Platform.caller(person),
                        Platform.filing(person, "etudiant", Platform.GRENOBLE).withFollows(Optional.of(main)))
                .caseFile();
    }

    private void refuse(CaseNumber number) {
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));
    }

    private static Act follow(CaseNumber other, boolean holds) {
        return new Act.Follow(other, holds, "Conjointe, acte de mariage vu.");
    }

    private static List<Task.Kind> kinds(CaseFile file) {
        return file.tasks().stream().map(Task::kind).toList();
    }

    private Task task(CaseNumber number, Task.Kind kind) {
        return platform.review.find(AGENT_38, number).tasks().stream()
                .filter(task -> task.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private ErrorCode refusal(Caller caller, CaseNumber number, Act act) {
        return Refusals.of(() -> platform.act(caller, number, act)).code();
    }
}
