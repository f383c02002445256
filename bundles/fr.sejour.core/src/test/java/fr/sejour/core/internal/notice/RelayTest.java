package fr.sejour.core.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.operation.Deliveries.Delivery;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.spi.channel.ChannelName;
import fr.sejour.spi.channel.NoticeChannel;
import fr.sejour.spi.channel.UndeliverableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final CaseNumber ONE = new CaseNumber("0000000000000000018");
    private static final CaseNumber OTHER = new CaseNumber("0000000000000000026");
    private static final Duration NEVER = Duration.ofHours(1);

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId person = platform.someone();
    private final Relay relay = new Relay(platform.store, platform.clock, NEVER, Duration.ofSeconds(5));
    private final Mailbox email = new Mailbox();
    private final Mailbox sms = new Mailbox();

    @BeforeEach
    void theInstallationKnowsBothChannels() {
        arrive("email", email);
        arrive("sms", sms);
        carryAll();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void every_notice_leaves_by_every_channel_known() {
        owe("filed", ONE);

        carryAll();

        assertThat(email.taken).containsExactly("filed");
        assertThat(sms.taken).containsExactly("filed");
        assertThat(relay.waiting(10)).isEmpty();
        carryAll();
        assertThat(email.taken).hasSize(1);
    }

    @Test
    void the_messages_of_a_case_leave_in_the_order_they_were_owed() {
        for (int at = 0; at < 50; at++) {
            owe("notice-" + at, ONE);
        }

        carryAll();

        assertThat(email.taken).hasSize(50);
        assertThat(email.taken).containsExactlyElementsOf(numbered(50));
    }

    @Test
    void a_message_that_fails_holds_back_the_later_ones_of_its_case_and_no_other_case() {
        email.refuses("first");
        owe("first", ONE);
        owe("second", ONE);
        owe("elsewhere", OTHER);

        carryAll();

        assertThat(email.taken).containsExactly("elsewhere");
        email.refusesNothing();
        platform.clock.advance(Duration.ofSeconds(10));
        carryAll();
        assertThat(email.taken).containsExactly("elsewhere", "first", "second");
    }

    @Test
    void pauses_grow_from_ten_seconds_to_an_hour() {
        email.refuses("first");
        owe("first", ONE);
        List<Long> pauses = new ArrayList<>();

        for (int at = 0; at < 12; at++) {
            carryAll();
            Delivery waiting = emailWaiting();
            pauses.add(
                    Duration.between(platform.clock.instant(), waiting.dueAt()).toSeconds());
            assertThat(waiting.failures()).isEqualTo(at + 1);
            assertThat(waiting.lastFault().orElseThrow()).startsWith("IOException");
            platform.clock.advance(Duration.between(platform.clock.instant(), waiting.dueAt()));
        }

        assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L, 3600L);
    }

    @Test
    void a_message_is_not_tried_again_before_its_pause_is_over() {
        email.refuses("first");
        owe("first", ONE);
        carryAll();
        email.refusesNothing();

        platform.clock.advance(Duration.ofSeconds(9));
        carryAll();
        assertThat(email.taken).isEmpty();
        platform.clock.advance(Duration.ofSeconds(1));
        carryAll();

        assertThat(email.taken).containsExactly("first");
    }

    @Test
    void what_can_never_be_delivered_waits_no_more_and_holds_nothing_back() {
        email.neverDelivers("first");
        owe("first", ONE);
        owe("second", ONE);

        carryAll();

        assertThat(email.taken).containsExactly("second");
        assertThat(relay.waiting(10)).isEmpty();
    }

    @Test
    void somebody_whom_a_channel_cannot_reach_is_settled_there_and_reached_elsewhere() {
        email.reachesNobody = true;
        owe("first", ONE);

        carryAll();

        assertThat(email.taken).isEmpty();
        assertThat(sms.taken).containsExactly("first");
        assertThat(relay.waiting(10)).isEmpty();
    }

    @Test
    void messages_wait_while_their_channel_is_away_and_leave_in_order_when_it_is_back() {
        relay.unbindChannel(email);
        owe("first", ONE);
        owe("second", ONE);
        carryAll();
        assertThat(relay.waiting(10)).extracting(Delivery::consumer).containsExactly("email", "email");

        Mailbox updated = new Mailbox();
        arrive("email", updated);
        carryAll();

        assertThat(updated.taken).containsExactly("first", "second");
        assertThat(email.taken).isEmpty();
    }

    @Test
    void the_old_channel_that_leaves_after_the_new_one_came_takes_nothing_away() {
        Mailbox updated = new Mailbox();
        arrive("email", updated);
        relay.unbindChannel(email);
        owe("first", ONE);

        carryAll();

        assertThat(updated.taken).containsExactly("first");
    }

    @Test
    void a_channel_without_a_name_is_refused_and_nothing_is_owed_to_it() {
        Mailbox nameless = new Mailbox();

        assertThatIllegalArgumentException().isThrownBy(() -> relay.bindChannel(nameless, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> relay.bindChannel(nameless, Map.of(ChannelName.PROPERTY, " ")));

        owe("first", ONE);
        carryAll();
        assertThat(nameless.taken).isEmpty();
    }

    @Test
    void no_channel_at_all_is_a_normal_state() {
        relay.unbindChannel(email);
        relay.unbindChannel(sms);
        owe("first", ONE);

        carryAll();

        assertThat(relay.waiting(10)).hasSize(2);
    }

    @Test
    void a_channel_that_breaks_with_an_error_is_tried_again_and_stops_nobody() {
        email.breaks = true;
        owe("first", ONE);

        carryAll();

        assertThat(sms.taken).containsExactly("first");
        assertThat(emailWaiting().lastFault()).contains("NoClassDefFoundError: gone with its bundle");

        email.breaks = false;
        platform.clock.advance(Duration.ofSeconds(10));
        carryAll();
        assertThat(email.taken).containsExactly("first");
        assertThat(relay.waiting(10)).isEmpty();
    }

    @Test
    void a_channel_that_hangs_keeps_no_other_channel_waiting() {
        Relay hasty = new Relay(platform.store, platform.clock, NEVER, Duration.ofMillis(100));
        CountDownLatch released = new CountDownLatch(1);
        hasty.bindChannel(hangingUntil(released), Map.of(ChannelName.PROPERTY, "email"));
        hasty.bindChannel(sms, Map.of(ChannelName.PROPERTY, "sms"));
        owe("first", ONE);
        carryAll(hasty, Duration.ofMillis(100));
        owe("second", ONE);

        carryAll(hasty, Duration.ofMillis(100));

        assertThat(sms.taken).containsExactly("first", "second");
        released.countDown();
        hasty.close();
    }

    @Test
    void a_channel_that_hangs_is_interrupted_and_its_message_tried_again() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        owe("first", ONE);
        Relay running = new Relay(platform.store, platform.clock, Duration.ofMillis(20), Duration.ofMillis(50));
        running.bindChannel(hangingUntil(never), Map.of(ChannelName.PROPERTY, "email"));

        Instant giveUp = Instant.now().plusSeconds(20);
        while (emailWaiting().failures() == 0 && Instant.now().isBefore(giveUp)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        assertThat(emailWaiting().lastFault()).contains("InterruptedException");
        running.close();
    }

    @Test
    void a_message_sent_again_by_hand_is_due_at_once_whatever_its_failures() {
        email.refuses("first");
        owe("first", ONE);
        carryAll();
        email.refusesNothing();

        assertThat(relay.resend(emailWaiting().id())).isTrue();
        carryAll();
        assertThat(email.taken).containsExactly("first");
        assertThat(relay.resend("unknown")).isFalse();
    }

    @Test
    void a_message_that_left_is_not_sent_again_by_hand() {
        owe("first", ONE);
        List<String> ids = relay.waiting(10).stream().map(Delivery::id).toList();
        carryAll();

        assertThat(ids).hasSize(2).noneMatch(relay::resend);
    }

    @Test
    void a_fault_says_what_went_wrong_and_not_whose_address_it_was() {
        email.refuses("first");
        owe("first", ONE);

        carryAll();

        assertThat(emailWaiting().lastFault()).contains("IOException: (address): greylisted");
    }

    private void carryAll() {
        carryAll(relay, Duration.ofSeconds(5));
    }

    /** A round of every channel, until it is over or hangs. */
    private static void carryAll(Relay relay, Duration patience) {
        for (Future<?> round : relay.start()) {
            try {
                round.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException hangs) {
                assertThat(round).isNotDone();
            } catch (InterruptedException | ExecutionException fault) {
                throw new AssertionError(fault);
            }
        }
    }

    private void arrive(String name, NoticeChannel channel) {
        relay.bindChannel(channel, Map.of(ChannelName.PROPERTY, name));
    }

    private void owe(String subject, CaseNumber number) {
        platform.store.write(records -> {
            records.notices()
                    .owe(
                            person,
                            new Notice(
                                    "notice-" + subject + "-" + number,
                                    "filed",
                                    number,
                                    "fr",
                                    subject,
                                    "body",
                                    platform.clock.instant(),
                                    Optional.empty()));
            return person;
        });
    }

    private Delivery emailWaiting() {
        return relay.waiting(10).stream()
                .filter(delivery -> delivery.consumer().equals("email"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> numbered(int count) {
        List<String> subjects = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            subjects.add("notice-" + at);
        }
        return subjects;
    }

    private static NoticeChannel hangingUntil(CountDownLatch released) {
        return new NoticeChannel() {
            @Override
            public boolean reaches(Contact contact) {
                return true;
            }

            @Override
            public void carry(Message message) throws InterruptedException {
                released.await();
            }
        };
    }

    /** A channel that does what the test tells it to. */
    private static final class Mailbox implements NoticeChannel {

        private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile String refused = "";
        private volatile String undeliverable = "";
        private volatile boolean reachesNobody;
        private volatile boolean breaks;

        void refuses(String subject) {
            refused = subject;
        }

        void refusesNothing() {
            refused = "";
        }

        void neverDelivers(String subject) {
            undeliverable = subject;
        }

        @Override
        public boolean reaches(Contact contact) {
            return !reachesNobody;
        }

        @Override
        public void carry(Message message) throws Exception {
            if (breaks) {
                throw new NoClassDefFoundError("gone with its bundle");
            }
            if (message.subject().equals(refused)) {
                throw new IOException("Amina@example.org: greylisted");
            }
            if (message.subject().equals(undeliverable)) {
                throw new UndeliverableException("no such mailbox");
            }
            taken.add(message.subject());
        }
    }
}
