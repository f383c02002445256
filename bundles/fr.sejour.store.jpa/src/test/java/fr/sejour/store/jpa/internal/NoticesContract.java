package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aNotice;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.notice.Notice;
import fr.sejour.api.operation.Deliveries.Delivery;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.PersonRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person is told, once per rung, and what is still owed. */
abstract class NoticesContract extends ShelfContract {

    NoticesContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_notice_goes_where_it_was_said_to_until_the_instant_that_was_said_with_it() {
        Contact elsewhere = new Contact(Optional.of("mere@example.org"), Optional.empty(), "en");
        keep(aCase(1, 1));
        know("email");
        Instant until = MORNING.plusSeconds(600);
        write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, MORNING), elsewhere, until));

        assertThat(claim(Set.of("email"), MORNING.plusSeconds(299), 10))
                .extracting(ClaimedDelivery::to)
                .containsExactly(elsewhere);
        assertThat(claim(Set.of("email"), until, 10))
                .extracting(ClaimedDelivery::to)
                .containsExactly(aPerson(1).contact());
    }

    @Test
    void a_notice_comes_back_in_its_words_newest_first() {
        keep(aCase(1, 1), aCase(2, 2));
        Notice first = new Notice(
                "n-1",
                "paper-issued",
                caseNumber(1),
                "en",
                "Your paper 📄",
                "Récépissé délivré. ".repeat(3000),
                NANOSECONDS,
                Optional.empty());
        write(records -> {
            records.notices().owe(personId(1), first);
            records.notices().owe(personId(1), aNotice("n-2", 1, NANOSECONDS));
            records.notices().owe(personId(1), aNotice("n-3", 1, NANOSECONDS.plusSeconds(1)));
            records.notices().owe(personId(2), aNotice("n-4", 2, NANOSECONDS));
        });

        List<Notice> notices = store.read(records -> records.notices().ofPerson(personId(1)));

        assertThat(notices)
                .containsExactly(
                        aNotice("n-3", 1, MICROSECONDS.plusSeconds(1)),
                        aNotice("n-2", 1, MICROSECONDS),
                        new Notice(
                                "n-1",
                                "paper-issued",
                                caseNumber(1),
                                "en",
                                "Your paper 📄",
                                "Récépissé délivré. ".repeat(3000),
                                MICROSECONDS,
                                Optional.empty()));
    }

    @Test
    void only_the_notices_named_and_only_those_of_the_person_are_marked_as_seen() {
        keep(aCase(1, 1));
        write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, MORNING)));
        write(records -> records.notices().owe(personId(1), aNotice("n-2", 1, MORNING.plusSeconds(1))));

        write(records -> records.notices().seen(personId(1), Set.of("n-2", "unknown"), MORNING));
        write(records -> records.notices().seen(personId(2), Set.of("n-1"), MORNING));
        write(records -> records.notices().seen(personId(1), Set.of(), MORNING));

        assertThat(store.<List<Notice>>read(records -> records.notices().ofPerson(personId(1))))
                .extracting(Notice::id, Notice::seenAt)
                .containsExactly(tuple("n-2", Optional.of(MORNING)), tuple("n-1", Optional.empty()));
    }

    @Test
    void what_was_seen_keeps_the_instant_it_was_first_seen() {
        keep(aCase(1, 1));
        write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, MORNING)));
        write(records -> records.notices().seen(personId(1), Set.of("n-1"), NANOSECONDS));
        write(records -> records.notices().owe(personId(1), aNotice("n-2", 1, MORNING.plusSeconds(1))));
        write(records -> records.notices().seen(personId(1), Set.of("n-1", "n-2"), MORNING.plusSeconds(60)));

        assertThat(store.<List<Notice>>read(records -> records.notices().ofPerson(personId(1))))
                .extracting(Notice::id, Notice::seenAt)
                .containsExactly(
                        tuple("n-2", Optional.of(MORNING.plusSeconds(60))), tuple("n-1", Optional.of(MICROSECONDS)));
    }

    @Test
    void a_delivery_is_owed_to_each_consumer_known_and_to_none_that_comes_later() {
        keep(aCase(1, 1));
        know("email", "search");
        write(records -> records.notices().know("email"));
        write(records -> records.notices().owe(personId(1), aNotice("n-1", 1, NANOSECONDS)));
        know("sms");

        assertThat(store.<Set<String>>read(records -> records.notices().known()))
                .containsExactlyInAnyOrder("email", "search", "sms");
        assertThat(store.<List<Delivery>>read(records -> records.notices().waiting(10)))
                .extracting(
                        Delivery::consumer,
                        Delivery::noticeKind,
                        Delivery::caseNumber,
                        Delivery::owedSince,
                        Delivery::dueAt,
                        Delivery::failures,
                        Delivery::lastFault)
                .containsExactly(
                        tuple("email", "filed", "0000000000000000001", MICROSECONDS, MICROSECONDS, 0, Optional.empty()),
                        tuple(
                                "search",
                                "filed",
                                "0000000000000000001",
                                MICROSECONDS,
                                MICROSECONDS,
                                0,
                                Optional.empty()));
    }

    @Test
    void a_claimed_delivery_has_what_its_carrier_needs() {
        Contact contact = new Contact(Optional.of("a@example.org"), Optional.empty(), "fr");
        write(records -> {
            records.people()
                    .add(PersonRecordBuilder.builder()
                            .id(personId(1))
                            .civilStatus(aPerson(1).civilStatus())
                            .civilStatusLevel(FactLevel.SEEN)
                            .contact(contact)
                            .build());
            records.cases().add(aCase(1, 1));
        });
        know("email");
        owe("n-1", 1, MORNING);

        List<ClaimedDelivery> claimed = claim(Set.of("email"), MORNING, 10);

        assertThat(claimed)
                .extracting(
                        ClaimedDelivery::consumer,
                        ClaimedDelivery::to,
                        ClaimedDelivery::notice,
                        ClaimedDelivery::failures)
                .containsExactly(tuple("email", contact, aNotice("n-1", 1, MORNING), 0));
    }

    @Test
    void the_longest_due_leave_first_and_of_each_case_and_consumer_the_oldest_alone() {
        keep(aCase(1, 1), aCase(2, 1));
        know("email", "search");
        owe("n-1", 1, MORNING.plusSeconds(5));
        owe("n-2", 1, MORNING.plusSeconds(4));
        owe("n-3", 2, MORNING.plusSeconds(3));
        owe("n-4", 2, MORNING.plusSeconds(6));

        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(60), 10))).containsExactly("n-3", "n-1");
        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(60), 10))).isEmpty();
        assertThat(ids(claim(Set.of("search"), MORNING.plusSeconds(60), 1))).containsExactly("n-3");
        assertThat(ids(claim(Set.of("search", "email"), MORNING.plusSeconds(60), 10)))
                .containsExactly("n-1");
        assertThat(ids(claim(Set.of(), MORNING.plusSeconds(60), 10))).isEmpty();
        assertThat(ids(claim(Set.of("sms"), MORNING.plusSeconds(60), 10))).isEmpty();
    }

    @Test
    void a_claim_ends_when_it_said() {
        keep(aCase(1, 1));
        know("email");
        owe("n-1", 1, MORNING);
        claim(Set.of("email"), MORNING, 10);

        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(299), 10))).isEmpty();
        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(300), 10))).containsExactly("n-1");
    }

    @Test
    void a_delivery_made_lets_the_next_one_go() {
        keep(aCase(1, 1));
        know("email");
        owe("n-1", 1, MORNING);
        owe("n-2", 1, MORNING);
        String first = claim(Set.of("email"), MORNING, 10).get(0).id();

        write(records -> records.notices().settle(first, MORNING, Optional.empty()));

        assertThat(ids(claim(Set.of("email"), MORNING, 10))).containsExactly("n-2");
        assertThat(count()).isEqualTo(1);
        assertThat(raw.rows("SELECT notice_id, undeliverable FROM delivery WHERE settled_at IS NOT NULL"))
                .containsExactly("n-1|-");
    }

    @Test
    void a_delivery_that_can_never_be_made_waits_no_more_and_says_why() {
        keep(aCase(1, 1));
        know("email");
        owe("n-1", 1, MORNING);
        String id = claim(Set.of("email"), MORNING, 10).get(0).id();

        write(records -> records.notices().settle(id, MORNING, Optional.of("No address. ".repeat(200))));
        write(records -> records.notices().postpone(id, MORNING.plusSeconds(1), "too late"));

        assertThat(count()).isZero();
        assertThat(raw.rows("SELECT {fn LENGTH(undeliverable)}, failures FROM delivery"))
                .containsExactly("1000|0");
    }

    @Test
    void a_delivery_that_failed_is_due_again_when_it_said_and_holds_the_next_one_back() {
        keep(aCase(1, 1));
        know("email");
        owe("n-1", 1, MORNING);
        owe("n-2", 1, MORNING);
        String id = claim(Set.of("email"), MORNING, 10).get(0).id();

        write(records -> records.notices().postpone(id, MORNING.plusSeconds(30), "SocketTimeoutException"));

        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(29), 10))).isEmpty();
        assertThat(store.<List<Delivery>>read(records -> records.notices().waiting(1)))
                .extracting(Delivery::id, Delivery::dueAt, Delivery::failures, Delivery::lastFault)
                .containsExactly(tuple(id, MORNING.plusSeconds(30), 1, Optional.of("SocketTimeoutException")));
        assertThat(claim(Set.of("email"), MORNING.plusSeconds(30), 10))
                .extracting(ClaimedDelivery::id, ClaimedDelivery::failures)
                .containsExactly(tuple(id, 1));
    }

    @Test
    void a_waiting_delivery_can_be_made_due_at_once_and_no_other_can() {
        keep(aCase(1, 1));
        know("email");
        owe("n-1", 1, MORNING);
        String id = claim(Set.of("email"), MORNING, 10).get(0).id();
        write(records -> records.notices().postpone(id, MORNING.plusSeconds(3600), "down"));

        assertThat(store.<Boolean>write(records -> records.notices().makeDue(id, MORNING.plusSeconds(1))))
                .isTrue();
        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(1), 10))).containsExactly("n-1");
        write(records -> records.notices().settle(id, MORNING, Optional.empty()));
        assertThat(store.<Boolean>write(records -> records.notices().makeDue(id, MORNING)))
                .isFalse();
        assertThat(store.<Boolean>write(records -> records.notices().makeDue("unknown", MORNING)))
                .isFalse();
    }

    @Test
    void a_delivery_in_a_hand_stays_there_when_it_is_made_due() {
        keep(aCase(1, 1));
        know("email");
        owe("n-1", 1, MORNING);
        String id = claim(Set.of("email"), MORNING, 10).get(0).id();

        write(records -> records.notices().makeDue(id, MORNING));

        assertThat(ids(claim(Set.of("email"), MORNING.plusSeconds(1), 10))).isEmpty();
    }

    @Test
    void eight_carriers_never_have_one_delivery_twice_and_keep_the_order_of_each_case() throws Exception {
        int cases = 10;
        int each = 12;
        keep(IntStream.rangeClosed(1, cases).mapToObj(n -> aCase(n, 1)).toArray(CaseRecord[]::new));
        know("email", "search");
        write(records -> {
            for (int i = 0; i < each; i++) {
                for (int n = 1; n <= cases; n++) {
                    records.notices()
                            .owe(personId(1), aNotice("n-%02d-%02d".formatted(n, i), n, MORNING.plusMillis(i)));
                }
            }
        });
        List<String> carried = Collections.synchronizedList(new ArrayList<>());

        Together.run(8, thread -> {
            while (carried.size() < cases * each * 2) {
                for (ClaimedDelivery delivery : claim(Set.of("email", "search"), MORNING.plusSeconds(60), 7)) {
                    carried.add(delivery.consumer() + "/" + delivery.notice().id());
                    write(records -> records.notices().settle(delivery.id(), MORNING, Optional.empty()));
                }
            }
            return true;
        });

        List<String> expected = new ArrayList<>();
        for (String consumer : List.of("email", "search")) {
            for (int n = 1; n <= cases; n++) {
                String ofThisCase = consumer + "/n-%02d-".formatted(n);
                List<String> order = IntStream.range(0, each)
                        .mapToObj(i -> ofThisCase + "%02d".formatted(i))
                        .toList();
                assertThat(carried.stream().filter(it -> it.startsWith(ofThisCase)))
                        .isEqualTo(order);
                expected.addAll(order);
            }
        }
        assertThat(carried).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(count()).isZero();
    }

    private void know(String... consumers) {
        write(records -> Stream.of(consumers).forEach(records.notices()::know));
    }

    private void owe(String id, long number, Instant createdAt) {
        write(records -> records.notices().owe(personId(1), aNotice(id, number, createdAt)));
    }

    private List<ClaimedDelivery> claim(Set<String> consumers, Instant now, int limit) {
        return store.write(records -> records.notices().claim(consumers, now, now.plusSeconds(300), limit));
    }

    private List<String> ids(List<ClaimedDelivery> claimed) {
        return claimed.stream().map(it -> it.notice().id()).toList();
    }

    private long count() {
        return store.read(records -> records.notices().countWaiting());
    }
}
