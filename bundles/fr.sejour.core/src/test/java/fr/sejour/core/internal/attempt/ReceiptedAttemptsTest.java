package fr.sejour.core.internal.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.AttemptReceipt;
import fr.sejour.api.attempt.Failure;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.MovableClock;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptedAttemptsTest {

    private static final String TOKEN = "t".repeat(43);

    @TempDir
    private Path folder;

    private final Platform platform = new Platform("2026-06-15T08:00:00Z");
    private final PersonId person = platform.aStudent();
    private final Caller applicant = Caller.applicant(new AccountId("amina"), person);
    private final Outage store = new Outage(platform.store);

    @Test
    void what_failed_leaves_a_numbered_dated_signed_receipt_that_its_person_reads() {
        AttemptReceipt receipt =
                attempts().keep(failure("unknown-permit", false)).orElseThrow();

        assertThat(receipt.at()).isEqualTo("2026-06-15T08:00:00Z");
        assertThat(receipt.signature().orElseThrow())
                .contains("number=" + receipt.number(), "at=2026-06-15T08:00:00Z", "ground=etudiant")
                .doesNotContain(person.value(), "amina");
        assertThat(attempts().find(applicant, receipt.number()).code()).isEqualTo("unknown-permit");
        assertThat(attempts().own(applicant)).extracting(Attempt::number).containsExactly(receipt.number());
    }

    @Test
    void while_there_is_no_key_a_receipt_is_given_and_it_is_signed_when_it_is_read_later() {
        platform.signatures.gone(true);

        AttemptReceipt receipt = attempts().keep(failure("internal", true)).orElseThrow();

        assertThat(receipt.signature()).isEmpty();
        assertThat(receipt.at()).isEqualTo("2026-06-15T08:00:00Z");
        assertThat(receipt.substitute()).isTrue();
        assertThat(attempts().find(applicant, receipt.number()).signature()).isEmpty();
        platform.clock.advance(Duration.ofHours(2));
        platform.signatures.gone(false);
        assertThat(attempts().find(applicant, receipt.number()).signature().orElseThrow())
                .contains(
                        "number=" + receipt.number(),
                        "at=2026-06-15T08:00:00Z",
                        "ground=etudiant",
                        "signedAt=2026-06-15T10:00:00Z");
        assertThat(attempts().own(applicant))
                .singleElement()
                .satisfies(it -> assertThat(it.signature()).isPresent());
    }

    @Test
    void without_a_key_and_without_a_database_it_waits_unsigned_and_nothing_of_it_is_lost() {
        platform.signatures.gone(true);
        store.down = true;
        AttemptReceipt receipt =
                attempts().keep(failure("store-unavailable", true)).orElseThrow();

        assertThat(attempts().waiting())
                .singleElement()
                .satisfies(it -> assertThat(it.signature()).isEmpty());

        store.down = false;
        assertThat(attempts().replay()).isEqualTo(1);
        platform.signatures.gone(false);
        assertThat(attempts().find(applicant, receipt.number()).signature().orElseThrow())
                .contains("number=" + receipt.number(), "at=2026-06-15T08:00:00Z");
    }

    @Test
    void an_agent_finds_those_of_the_prefecture_those_of_nobody_known_and_no_person_finds_anothers() {
        AttemptNumber hers =
                attempts().keep(failure("internal", true)).orElseThrow().number();
        AttemptNumber nobodys = attempts()
                .keep(new Failure(
                        Attempt.Operation.OPEN_ACCOUNT,
                        "login-taken",
                        false,
                        "urn:1",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Attempt.Subject.UNSAID))
                .orElseThrow()
                .number();

        assertThat(attempts().find(Platform.AGENT_38, hers).number()).isEqualTo(hers);
        assertThat(attempts().find(Platform.AGENT_69, nobodys).number()).isEqualTo(nobodys);
        assertUnknown(Caller.applicant(new AccountId("other"), platform.someone()), hers);
        assertUnknown(applicant, nobodys);
    }

    /** What could not be read says not where the person lives: the number that they show is all there is. */
    @Test
    void whoever_at_a_counter_is_shown_a_number_finds_the_attempt_and_its_person_reads_that_they_did() {
        AttemptNumber hers = attempts().keep(unread()).orElseThrow().number();

        assertThat(attempts().find(Platform.AGENT_69, hers).number()).isEqualTo(hers);

        assertThat(platform.recoveries.history(applicant, person))
                .extracting(AccessLine::by, line -> line.what().name(), AccessLine::words)
                .containsExactly(tuple(Platform.AGENT_69.account(), "ATTEMPT_READ", Optional.of(hers.value())));
        attempts().find(applicant, hers);
        assertThat(platform.recoveries.history(applicant, person)).hasSize(1);
        assertThat(attempts().own(Platform.AGENT_69)).isEmpty();
    }

    private Failure unread() {
        return new Failure(
                Attempt.Operation.FILE,
                "malformed-input",
                false,
                "urn:1",
                Optional.of(applicant),
                Optional.empty(),
                Optional.empty(),
                Attempt.Subject.UNSAID);
    }

    /** R. 431-2: the service could not be used because of its operation. */
    @Test
    void a_filing_that_the_platform_itself_fails_gives_the_substitute_channel_and_a_mistake_does_not() {
        AttemptNumber ours =
                attempts().keep(failure("internal", true)).orElseThrow().number();
        AttemptNumber theirs =
                attempts().keep(failure("unknown-permit", false)).orElseThrow().number();

        assertThat(attempts().find(applicant, ours).substitute().map(Substitute::because))
                .contains(Substitute.Because.PLATFORM_FAILED);
        assertThat(attempts().find(applicant, theirs).substitute()).isEmpty();
    }

    /** A morning on which the platform fails, at an association with a full waiting room. */
    @Test
    void a_helper_gets_a_receipt_for_each_of_many_people() {
        Failure failed = new Failure(
                Attempt.Operation.FILE,
                "internal",
                true,
                "urn:1",
                Optional.of(Caller.helper(new AccountId("asso"))),
                Optional.empty(),
                Optional.empty(),
                Attempt.Subject.UNSAID);

        for (int at = 0; at < 100; at++) {
            assertThat(attempts().keep(failed)).as("%d", at).isPresent();
        }
    }

    @Test
    void what_a_helper_fails_to_do_under_a_mandate_is_found_by_the_person_and_by_the_agents_of_their_case() {
        platform.file(person, "etudiant", Platform.GRENOBLE);
        Mandatary association = mandatary("asso");
        Caller helper = Caller.helper(association.account());
        MandateNumber mandate = give(association, Set.of(Permission.FILE));

        AttemptNumber byPerson = failed(helper, Attempt.Operation.FILE, behalf(person));
        AttemptNumber byMandate =
                failed(helper, Attempt.Operation.FILE, new Attempt.Behalf(Optional.empty(), Optional.of(mandate)));

        assertThat(attempts().own(applicant)).extracting(Attempt::number).containsOnly(byPerson, byMandate);
        assertThat(attempts().own(applicant))
                .allSatisfy(it -> assertThat(it.asker().account()).contains(helper.account()));
        assertThat(attempts().find(Platform.AGENT_38, byPerson).signature().orElseThrow())
                .doesNotContain(person.value());
        assertThat(attempts().own(helper)).isEmpty();
    }

    @Test
    void what_a_helper_fails_to_do_on_a_case_is_that_of_its_person() {
        CaseNumber number =
                platform.file(person, "etudiant", Platform.GRENOBLE).caseFile().number();
        Mandatary association = mandatary("asso");
        Caller helper = Caller.helper(association.account());
        give(association, Set.of(Permission.COMPLETE));

        AttemptReceipt receipt = attempts()
                .keep(new Failure(
                        Attempt.Operation.GIVE_PIECE,
                        "piece-too-large",
                        false,
                        "urn:1",
                        Optional.of(helper),
                        Optional.empty(),
                        Optional.empty(),
                        new Attempt.Subject(Optional.empty(), Optional.of(number), Optional.empty(), Optional.empty())))
                .orElseThrow();

        assertThat(attempts().own(applicant)).extracting(Attempt::number).containsExactly(receipt.number());
    }

    @Test
    void without_a_mandate_that_stands_and_allows_it_nothing_of_a_helper_is_left_at_the_person() {
        Mandatary reader = mandatary("reader");
        MandateNumber read = give(reader, Set.of(Permission.READ));
        Mandatary former = mandatary("former");
        MandateNumber ended = give(former, Set.of(Permission.FILE));
        platform.mandates.end(applicant, person, ended);
        Mandatary stranger = mandatary("stranger");

        for (Mandatary mandatary : List.of(reader, former, stranger)) {
            Caller helper = Caller.helper(mandatary.account());
            failed(helper, Attempt.Operation.FILE, behalf(person));
            failed(helper, Attempt.Operation.FILE, new Attempt.Behalf(Optional.empty(), Optional.of(read)));
            failed(helper, Attempt.Operation.FILE, new Attempt.Behalf(Optional.empty(), Optional.of(ended)));
        }
        failed(Caller.applicant(new AccountId("other"), platform.someone()), Attempt.Operation.FILE, behalf(person));

        assertThat(attempts().own(applicant)).isEmpty();
    }

    @Test
    void what_a_helper_fails_to_do_while_the_database_is_down_is_looked_up_when_it_is_back() {
        Mandatary association = mandatary("asso");
        Caller helper = Caller.helper(association.account());
        give(association, Set.of(Permission.FILE));
        session(helper);
        store.down = true;
        AttemptNumber number = attempts().keep(whileDown()).orElseThrow().number();
        store.down = false;

        attempts().replay();

        assertThat(attempts().own(applicant)).extracting(Attempt::number).containsExactly(number);
        assertThat(attempts().find(applicant, number).asker().behalf()).isEmpty();
    }

    private Mandatary mandatary(String login) {
        return platform.accounts.openForHelper(
                new Login(login), "hash", "secret", "Exemple", Mandatary.Kind.ASSOCIATION);
    }

    private MandateNumber give(Mandatary mandatary, Set<Permission> allows) {
        return platform.mandates
                .give(
                        applicant,
                        person,
                        new NewMandate(
                                mandatary.code(),
                                allows,
                                Optional.empty(),
                                LocalDate.of(2026, 12, 1),
                                Optional.empty()))
                .mandate()
                .number();
    }

    private AttemptNumber failed(Caller caller, Attempt.Operation operation, Attempt.Behalf behalf) {
        return attempts()
                .keep(new Failure(
                        operation,
                        "internal",
                        true,
                        "urn:1",
                        Optional.of(caller),
                        Optional.empty(),
                        Optional.of(behalf),
                        Attempt.Subject.UNSAID))
                .orElseThrow()
                .number();
    }

    private static Attempt.Behalf behalf(PersonId person) {
        return new Attempt.Behalf(Optional.of(person), Optional.empty());
    }

    private void session(Caller caller) {
        platform.store.write(records -> {
            records.accounts()
                    .openSession(
                            SessionFingerprint.of(TOKEN).orElseThrow().value(),
                            caller.account(),
                            platform.clock.instant().plusSeconds(60));
            return records;
        });
    }

    @Test
    void nobody_fills_the_disk_and_agents_get_none() {
        for (int at = 0; at < 20; at++) {
            assertThat(attempts().keep(failure("internal", true))).isPresent();
        }

        assertThat(attempts().keep(failure("internal", true))).isEmpty();
        platform.clock.advance(Duration.ofMinutes(61));
        assertThat(attempts().keep(failure("internal", true))).isPresent();
        assertThat(attempts()
                        .keep(new Failure(
                                Attempt.Operation.ACT,
                                "act-not-allowed",
                                false,
                                "urn:1",
                                Optional.of(Platform.AGENT_38),
                                Optional.empty(),
                                Optional.empty(),
                                Attempt.Subject.UNSAID)))
                .isEmpty();
    }

    @Test
    void while_the_database_is_down_it_waits_and_then_reaches_it_once_with_whoever_asked() {
        platform.store.write(records -> {
            records.accounts()
                    .add(new Account(new Login("amina"), applicant, "hash", Optional.empty(), 0, 0, Optional.empty()));
            return records;
        });
        session(applicant);
        store.down = true;
        AttemptNumber number = attempts().keep(whileDown()).orElseThrow().number();

        assertThat(attempts().waiting()).extracting(Attempt::number).containsExactly(number);
        assertThat(attempts().look().sentence()).startsWith("1 receipts");
        assertThatThrownBy(() -> attempts().replay()).isInstanceOf(CaseException.class);
        store.down = false;
        platform.clock.advance(Duration.ofHours(3));

        assertThat(attempts().replay()).isEqualTo(1);
        assertThat(attempts().replay()).isZero();
        assertThat(attempts().find(applicant, number).asker().person()).contains(person);
        assertThat(attempts().look().sentence()).startsWith("No receipt");
    }

    @Test
    void a_stop_in_the_middle_of_a_replay_loses_and_doubles_nothing() {
        store.down = true;
        List<AttemptNumber> numbers = List.of(
                attempts().keep(whileDown()).orElseThrow().number(),
                attempts().keep(whileDown()).orElseThrow().number(),
                attempts().keep(whileDown()).orElseThrow().number());
        store.down = false;
        store.writesLeft.set(2);

        assertThatThrownBy(() -> attempts().replay()).isInstanceOf(CaseException.class);
        store.writesLeft.set(Integer.MAX_VALUE);
        attempts().replay();

        assertThat(numbers)
                .allSatisfy(number -> assertThat(
                                attempts().find(Platform.NATIONAL, number).number())
                        .isEqualTo(number));
        assertThat(platform.store.<Long>read(
                        records -> records.traces().countSince(Optional.empty(), java.time.Instant.EPOCH)))
                .isEqualTo(3);
        assertThat(attempts().waiting()).isEmpty();
    }

    @Test
    void a_line_that_broke_off_is_passed_over_and_the_next_one_is_whole() throws IOException {
        store.down = true;
        AttemptNumber first = attempts().keep(whileDown()).orElseThrow().number();
        Path file = folder.resolve("attempts");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2), StandardOpenOption.APPEND);

        AttemptNumber second = attempts().keep(whileDown()).orElseThrow().number();

        assertThat(attempts().waiting()).extracting(Attempt::number).containsExactly(first, second);
    }

    @Test
    void what_waits_comes_back_as_it_was() {
        store.down = true;
        attempts().keep(failure("internal", true));

        Attempt read = attempts().waiting().get(0);

        assertThat(AttemptLine.read(AttemptLine.of(read))).contains(read);
        assertThat(read.asker().person()).contains(person);
        assertThat(read.subject().ground()).contains(new PermitCode("etudiant"));
        assertThat(read.substitute().flatMap(Substitute::prefecture)).contains(new PrefectureCode("38"));
    }

    @Test
    void a_slip_in_a_number_is_noticed() {
        // Luhn in base 32, by hand: of eleven zeros the check letter is 0; of ten zeros and a 1, 2 * 1 = 2 lacks U (30
        // -> Y).
        assertThat(AttemptNumber.of("00000000000").value()).isEqualTo("TE-0000-0000-0000");
        assertThat(AttemptNumber.of("00000000001").value()).isEqualTo("TE-0000-0000-001Y");
        assertThatThrownBy(() -> new AttemptNumber("TE-0000-0000-002Y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AttemptNumber("TE-0000-0000-010Y")).isInstanceOf(IllegalArgumentException.class);
    }

    private ReceiptedAttempts attempts() {
        MovableClock clock = platform.clock;
        return new ReceiptedAttempts(folder, platform.signatures, clock, store);
    }

    private Failure failure(String code, boolean ours) {
        return new Failure(
                Attempt.Operation.FILE,
                code,
                ours,
                "urn:uuid:1",
                Optional.of(applicant),
                Optional.empty(),
                Optional.empty(),
                new Attempt.Subject(
                        Optional.of(new PermitCode("etudiant")),
                        Optional.empty(),
                        Optional.of(new PrefectureCode("38")),
                        Optional.of("0".repeat(64))));
    }

    private Failure whileDown() {
        return new Failure(
                Attempt.Operation.FILE,
                ErrorCode.STORE_UNAVAILABLE.slug(),
                true,
                "urn:uuid:1",
                Optional.empty(),
                SessionFingerprint.of(TOKEN),
                Optional.of(new Attempt.Behalf(Optional.of(person), Optional.empty())),
                Attempt.Subject.UNSAID);
    }

    private void assertUnknown(Caller caller, AttemptNumber number) {
        assertThatThrownBy(() -> attempts().find(caller, number))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    /** A store that can be down, or stop after some writes. */
    private static final class Outage implements Store {

        private final Store behind;
        private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
        private boolean down;

        Outage(Store behind) {
            this.behind = behind;
        }

        @Override
        public <T> T write(Function<Records, T> work) {
            if (down || writesLeft.getAndDecrement() == 0) {
                throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
            }
            return behind.write(work);
        }

        @Override
        public <T> T read(Function<Records, T> work) {
            if (down) {
                throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
            }
            return behind.read(work);
        }
    }
}
