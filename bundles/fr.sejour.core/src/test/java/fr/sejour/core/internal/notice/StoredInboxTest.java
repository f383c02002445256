package fr.sejour.core.internal.notice;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StoredInboxTest {

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId student = platform.aStudent();

    @Test
    void messages_stand_newest_first() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.clock.moveTo(LocalDate.of(2026, 6, 15));
        platform.act(AGENT_38, number, new Act.Refuse("études non suivies", "arrêté 38-2026-01"));

        List<Notice> notices = platform.inbox.open(caller(student), student);

        assertThat(notices).extracting(Notice::kind).containsExactly("decided", "filed");
        assertThat(notices.get(0).body()).contains("études non suivies");
    }

    @Test
    void what_an_agent_reads_is_not_seen_by_the_person() {
        platform.file(student, "etudiant", GRENOBLE);

        platform.inbox.open(AGENT_38, student);
        platform.inbox.open(NATIONAL, student);

        assertThat(platform.inbox.open(caller(student), student))
                .allSatisfy(notice -> assertThat(notice.seenAt()).isEmpty());
    }

    @Test
    void a_message_keeps_the_instant_at_which_it_was_first_seen() {
        platform.file(student, "etudiant", GRENOBLE);
        platform.inbox.open(caller(student), student);
        Instant first = platform.clock.instant();
        platform.clock.moveTo(LocalDate.of(2026, 6, 15));

        assertThat(platform.inbox.open(caller(student), student))
                .singleElement()
                .satisfies(notice -> assertThat(notice.seenAt()).contains(first));
    }

    @Test
    void a_message_that_comes_while_the_others_are_marked_is_still_unseen() {
        platform.file(student, "etudiant", GRENOBLE);
        StoredInbox inbox = new StoredInbox(new LateFiling(), platform.clock);

        inbox.open(caller(student), student);

        List<Notice> notices = platform.inbox.open(caller(student), student);
        assertThat(notices).extracting(Notice::kind).containsExactly("filed", "filed");
        assertThat(notices.get(0).seenAt().isPresent() ^ notices.get(1).seenAt().isPresent())
                .isTrue();
    }

    @Test
    void somebody_elses_inbox_reads_like_an_unknown_one() {
        platform.file(student, "etudiant", GRENOBLE);

        for (Caller stranger : List.of(caller(platform.aStudent()), AGENT_69)) {
            assertThat(Refusals.of(() -> platform.inbox.open(stranger, student)).code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    /** Between the reading and the marking, something else happens to the person. */
    private final class LateFiling implements Store {
        @Override
        public <T> T write(Function<Records, T> work) {
            platform.file(student, "etudiant", GRENOBLE);
            return platform.store.write(work);
        }

        @Override
        public <T> T read(Function<Records, T> work) {
            return platform.store.read(work);
        }
    }
}
