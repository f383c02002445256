package fr.sejour.core.internal.edition;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.law.Editions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredEditionsTest {

    /** Who did not send the edition. */
    private static final Caller SECOND = Caller.national(new AccountId("national-2"));

    private static final Pattern WORK = Pattern.compile(".* W(\\S+) .*");

    @TempDir
    static Path keys;

    private static SigningDesk national;
    private static SigningDesk stranger;
    private static SigningDesk expired;

    private final Editions editions = new Editions();
    private final Platform platform = new Platform("2026-06-15T08:00:00Z", editions);
    private Path trusted;
    private KeptLaw kept;
    private EditionRound round;
    private StoredEditions desk;

    @BeforeAll
    static void makeKeys() throws Exception {
        national = new SigningDesk(keys, "national", "2026/01/01", 1000);
        stranger = new SigningDesk(keys, "stranger", "2026/01/01", 1000);
        expired = new SigningDesk(keys, "expired", "2024/01/01", 365);
    }

    @BeforeEach
    void open(@TempDir Path etc) throws Exception {
        trusted = Files.writeString(etc.resolve("signers.pem"), national.pem() + expired.pem());
        kept = new KeptLaw(platform.store, trusted);
        round = new EditionRound(platform.store, kept, editions, platform.clock, false);
        desk = new StoredEditions(platform.store, kept, editions, round, platform.clock);
    }

    @Test
    void an_edition_is_rehearsed_applies_and_is_taken_back_and_no_paper_is_lost() throws Exception {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        assertThat(work(student)).containsExactly("H964");

        ArrivedEdition received = desk.receive(NATIONAL, national.signed(SigningDesk.withHours("more", 1100)));
        assertThat(received.state()).isEqualTo(State.RECEIVED);
        assertThat(received.signer()).isEqualTo("CN=national");
        desk.rehearse(NATIONAL, "more");
        round.work();
        platform.pass();

        ArrivedEdition rehearsed = desk.arrived(NATIONAL).get(0);
        assertThat(rehearsed.state()).isEqualTo(State.REHEARSED);
        assertThat(rehearsed.rehearsal().orElseThrow())
                .extracting("looked", "more", "fewer", "other")
                .containsExactly(1, 1, 0, 0);
        assertThat(desk.effects(NATIONAL, "more", Optional.empty(), Optional.empty()))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.caseNumber()).isEqualTo(number);
                    assertThat(effect.change()).isEqualTo(EditionEffect.Change.MORE);
                    assertThat(effect.before().orElseThrow().rights().value()).contains(" WH964 ");
                    assertThat(effect.after().orElseThrow().rights().value()).contains(" WH1100 ");
                });
        assertThat(work(student)).containsExactly("H964");

        LocalDate end = lasting(student).get(0).validity().lastDay().orElseThrow();
        desk.activate(SECOND, "more");
        apply();
        assertThat(work(student)).containsExactly("H1100");
        assertThat(lasting(student)).singleElement().satisfies(paper -> {
            assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2026, 9, 10));
            assertThat(paper.validity().lastDay().orElseThrow()).isAfterOrEqualTo(end);
            assertThat(paper.edition()).isEqualTo("more");
        });
        assertThat(papers(student))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .filteredOn(paper -> paper.end().isPresent())
                .singleElement()
                .satisfies(
                        paper -> assertThat(paper.end().orElseThrow().reason()).isEqualTo("replaced"));

        LocalDate last = lasting(student).get(0).validity().lastDay().orElseThrow();
        desk.rollBack(NATIONAL, "more");
        apply();
        assertThat(work(student)).containsExactly("H1100");
        assertThat(tasks(number)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.SEE_FEWER_RIGHTS);
            assertThat(task.dueOn()).isEqualTo(last);
        });
        assertThat(desk.arrived(NATIONAL).get(0).steps())
                .extracting(ArrivedEdition.Step::to)
                .containsExactly(State.RECEIVED, State.REHEARSING, State.REHEARSED, State.APPLIES, State.ROLLED_BACK);
    }

    @Test
    void a_paper_and_the_next_one_that_is_there_already_keep_their_days_to_each_other() throws Exception {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        // the paper of 1 September ends on 30 November, and the next one was issued a week before
        platform.liveUntil(LocalDate.of(2026, 11, 26));

        activated("more", 1100);

        // R. 431-15-1 al. 2: three months at most each, one after the other
        assertThat(prolongations(student))
                .containsExactly(
                        tuple(LocalDate.of(2026, 11, 26), Optional.of(LocalDate.of(2026, 11, 30)), "more"),
                        tuple(LocalDate.of(2026, 12, 1), Optional.of(LocalDate.of(2027, 2, 28)), "more"));
        assertThat(work(student)).containsExactly("H1100");
    }

    @Test
    void a_paper_that_has_not_begun_is_followed_by_one_that_begins_no_earlier() throws Exception {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 8, 27));

        activated("more", 1100);

        // R. 431-15-1 al. 2: from the end of the card, which is valid until 31 August
        assertThat(prolongations(student))
                .containsExactly(tuple(LocalDate.of(2026, 9, 1), Optional.of(LocalDate.of(2026, 11, 30)), "more"));
    }

    @Test
    void what_two_cases_gave_for_the_same_days_is_followed_by_one_once_they_are_one() throws Exception {
        PersonId student = platform.aStudent();
        CaseNumber survivor = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber other = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        platform.act(AGENT_38, survivor, new Act.Absorb(other, "mêmes études"));

        activated("more", 1100);

        assertThat(work(student)).containsExactly("H1100");
    }

    /** As an ordinance did in 2020: permits that had ended go on for longer than L. 433-3 says. */
    @Test
    void a_legal_extension_that_the_law_makes_longer_lasts_longer_at_once_and_the_rehearsal_says_so() throws Exception {
        PersonId resident = aResident();
        CaseNumber number =
                platform.file(resident, "carte_resident", GRENOBLE).caseFile().number();
        platform.liveUntil(LocalDate.of(2026, 9, 10));

        activated(SigningDesk.withExtension("longer", 6), "longer");

        // six months from 31 August instead of three; no paper covers backwards
        assertThat(extensions(resident))
                .containsExactly(tuple(LocalDate.of(2026, 9, 10), Optional.of(LocalDate.of(2027, 2, 28)), "longer"));
        assertThat(desk.effects(NATIONAL, "longer", Optional.empty(), Optional.empty()))
                .extracting(EditionEffect::caseNumber)
                .containsExactly(number);
        platform.liveUntil(LocalDate.of(2027, 2, 28));
        assertThat(platform.coverage.of(Platform.caller(resident), resident).covered())
                .isTrue();
    }

    @Test
    void a_legal_extension_that_was_over_goes_on_from_the_day_on_which_the_law_makes_it_longer() throws Exception {
        PersonId resident = aResident();
        platform.file(resident, "carte_resident", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 12, 10));

        activated(SigningDesk.withExtension("longer", 6), "longer");

        assertThat(extensions(resident))
                .containsExactly(
                        tuple(LocalDate.of(2026, 9, 1), Optional.of(LocalDate.of(2026, 11, 30)), "2026-05-01"),
                        tuple(LocalDate.of(2026, 12, 10), Optional.of(LocalDate.of(2027, 2, 28)), "longer"));
    }

    private PersonId aResident() {
        return platform.someoneHolding(
                "carte_resident", DocumentKind.CR, LocalDate.of(2016, 9, 1), LocalDate.of(2026, 8, 31));
    }

    @Test
    void fewer_rights_take_no_paper_away_and_the_next_one_follows_the_law() throws Exception {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        LocalDate end = lasting(student).get(0).validity().lastDay().orElseThrow();

        activated("fewer", 600);

        assertThat(work(student)).containsExactly("H964");
        assertThat(tasks(number)).extracting(Task::kind).contains(Task.Kind.SEE_FEWER_RIGHTS);
        platform.liveUntil(end.plusDays(1));
        assertThat(work(student)).containsExactly("H600");
        assertThat(tasks(number)).extracting(Task::kind).doesNotContain(Task.Kind.SEE_FEWER_RIGHTS);
    }

    @Test
    void cases_are_told_once_every_node_judges_by_the_new_law() throws Exception {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        desk.receive(NATIONAL, national.signed(SigningDesk.withHours("more", 1100)));
        desk.rehearse(NATIONAL, "more");
        round.work();
        Editions elsewhere = new Editions(kept);
        EditionRound otherNode = new EditionRound(platform.store, kept, elsewhere, platform.clock, false);

        desk.activate(SECOND, "more");
        platform.clock.advance(Duration.ofSeconds(59));
        round.work();
        platform.pass();
        assertThat(work(student)).containsExactly("H964");
        otherNode.work();
        assertThat(elsewhere.inForce(LocalDate.of(2026, 9, 10)).stamp().name()).isEqualTo("more");

        platform.clock.advance(Duration.ofSeconds(1));
        otherNode.work();
        platform.pass();
        assertThat(work(student)).containsExactly("H1100");
    }

    @Test
    void who_reads_a_case_that_is_looked_at_for_a_new_law_and_stays_as_it_is_may_act_on_what_they_read()
            throws Exception {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.pass();
        long read = platform.review.find(AGENT_38, number).version();

        activated("more", 1100);

        assertThat(platform.review
                        .act(AGENT_38, number, OptionalLong.of(read), new Act.TakeUp())
                        .version())
                .isEqualTo(read + 1);
    }

    @Test
    void who_read_a_case_before_its_paper_was_replaced_is_told_so() throws Exception {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        // on the first day of the paper: the one in its place lasts as long, and nothing else of the case changes
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        long read = platform.review.find(AGENT_38, number).version();

        activated("more", 1100);

        assertThat(work(student)).containsExactly("H1100");
        assertThat(refused(() -> platform.review.act(AGENT_38, number, OptionalLong.of(read), new Act.TakeUp())))
                .isEqualTo(ErrorCode.CASE_CHANGED);
    }

    @Test
    void whoever_was_refused_and_not_told_yet_gets_the_paper_of_the_new_law() throws Exception {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        platform.act(AGENT_38, number, new Act.Refuse("études non suivies", "arrêté 38-2026-01"));
        assertThat(work(student)).containsExactly("H964");

        activated("more", 1100);

        assertThat(work(student)).containsExactly("H1100");
    }

    @Test
    void a_node_follows_a_law_that_changed_while_it_started() throws Exception {
        Editions starting = new Editions(kept);
        activated("more", 1100);

        new EditionRound(platform.store, kept, starting, platform.clock, false).work();

        assertThat(starting.inForce(LocalDate.of(2026, 6, 20)).stamp().name()).isEqualTo("more");
    }

    @Test
    void only_what_national_IT_signed_is_received() throws Exception {
        Map<String, String> files = SigningDesk.withHours("more", 1100);

        assertThat(problem(SigningDesk.jar(files))).isEqualTo("The file edition.yaml in it is not signed.");
        assertThat(problem(new byte[] {1, 2, 3})).isEqualTo("It is no jar that can be read.");
        assertThat(problem(stranger.signed(files))).startsWith("Its signer is none of those in ");
        assertThat(problem(expired.signed(files)))
                .isEqualTo("The certificate of its signer was not valid on that day.");
        Map<String, String> more = new HashMap<>(files);
        more.put("../etc/passwd", "x");
        assertThat(problem(national.signed(more))).isEqualTo("The file ../etc/passwd is none of an edition.");
        assertThat(desk.arrived(NATIONAL)).isEmpty();
        Files.delete(trusted);
        assertThat(problem(national.signed(files))).startsWith("Nobody may sign editions here");
    }

    @Test
    void one_changed_byte_anywhere_is_one_too_many() throws Exception {
        Map<String, String> files = SigningDesk.withHours("more", 1100);
        byte[] signed = national.signed(files);
        int refused = 0;

        for (int at = 0; at < signed.length; at += Math.max(1, signed.length / 60)) {
            byte[] changed = signed.clone();
            changed[at] ^= 0x20;
            try {
                // what no signature covers: the times and the comments of the archive
                assertThat(kept.verified(changed, platform.clock.instant())
                                .files()
                                .files())
                        .as("byte %s of %s", at, signed.length)
                        .isEqualTo(files);
            } catch (NotSigned sentence) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(40);
    }

    @Test
    void an_edition_that_contradicts_itself_or_another_is_refused_in_one_sentence() throws Exception {
        Map<String, String> files = new HashMap<>(SigningDesk.withHours("more", 1100));
        files.put("work.yaml", files.get("work.yaml").replace("code: none", "code: nothing"));
        assertThat(problem(national.signed(files))).isEqualTo("Work right none has the unknown code nothing.");

        assertThat(problem(national.signed(SigningDesk.withHours("'2026-05-01'", 1100))))
                .isEqualTo("Another edition is called 2026-05-01 already.");

        Map<String, String> later = new HashMap<>(SigningDesk.withHours("later", 1100));
        later.put("edition.yaml", later.get("edition.yaml").replace("2026-06-10", "2026-06-16"));
        assertThat(problem(national.signed(later)))
                .isEqualTo("Edition later says that it was recorded on 2026-06-16, which is still to come.");

        desk.receive(NATIONAL, national.signed(SigningDesk.withHours("more", 1100)));
        assertThat(problem(national.signed(SigningDesk.withHours("more", 1200))))
                .isEqualTo("Another edition is called more already.");
    }

    @Test
    void what_is_recorded_after_midnight_in_paris_may_come_at_once() throws Exception {
        platform.clock.advance(Duration.ofHours(14).plusMinutes(30)); // 22:30 UTC
        Map<String, String> files = new HashMap<>(SigningDesk.withHours("tonight", 1100));
        files.put("edition.yaml", files.get("edition.yaml").replace("2026-06-10", "2026-06-16"));

        assertThat(desk.receive(NATIONAL, national.signed(files)).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void nothing_applies_that_was_not_rehearsed_beside_what_applies_now() throws Exception {
        desk.receive(NATIONAL, national.signed(SigningDesk.withHours("more", 1100)));
        assertThat(refused(() -> desk.activate(SECOND, "more"))).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        desk.rehearse(NATIONAL, "more");
        assertThat(refused(() -> desk.activate(SECOND, "more"))).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        round.work();

        activated("other", 1200);

        assertThat(refused(() -> desk.activate(SECOND, "more"))).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(refused(() -> desk.rollBack(NATIONAL, "more"))).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(refused(() -> desk.rehearse(NATIONAL, "other"))).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
    }

    @Test
    void a_rehearsal_beside_a_law_that_came_and_went_meanwhile_is_none() throws Exception {
        desk.receive(NATIONAL, national.signed(SigningDesk.withHours("passing", 1200)));
        desk.rehearse(NATIONAL, "passing");
        round.work();
        desk.receive(NATIONAL, national.signed(SigningDesk.withHours("more", 1100)));
        desk.rehearse(NATIONAL, "more");

        // the same editions apply before and after, and another law in between
        desk.activate(SECOND, "passing");
        desk.rollBack(SECOND, "passing");
        round.work();

        assertThat(desk.arrived(NATIONAL).get(0).state()).isEqualTo(State.REHEARSED);
        assertThat(desk.arrived(NATIONAL).get(0).ready()).isFalse();
        assertThat(refused(() -> desk.activate(SECOND, "more"))).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        desk.rehearse(NATIONAL, "more");
        round.work();
        assertThat(desk.arrived(NATIONAL).get(0).ready()).isTrue();
        desk.activate(SECOND, "more");
    }

    @Test
    void whoever_sends_an_edition_does_not_make_it_the_law() throws Exception {
        byte[] jar = national.signed(SigningDesk.withHours("more", 1100));
        desk.receive(NATIONAL, jar);
        // sent again by somebody else it stays that of whoever sent it first
        desk.receive(SECOND, jar);
        desk.rehearse(SECOND, "more");
        round.work();

        assertThat(refused(() -> desk.activate(NATIONAL, "more"))).isEqualTo(ErrorCode.SECOND_PERSON_NEEDED);
        ArrivedEdition applies = desk.activate(SECOND, "more");

        assertThat(applies.sender()).isEqualTo(NATIONAL.account());
        assertThat(applies.logins()).containsExactly(Map.entry(NATIONAL.account(), new Login("national")));
        // what does harm is stopped by whoever sees it first
        assertThat(desk.rollBack(NATIONAL, "more").state()).isEqualTo(State.ROLLED_BACK);
    }

    @Test
    void only_national_agents_touch_the_law() throws Exception {
        byte[] jar = national.signed(SigningDesk.withHours("more", 1100));
        desk.receive(NATIONAL, jar);
        Caller applicant = Platform.caller(platform.someone());

        for (Caller caller : List.of(AGENT_38, applicant)) {
            assertThat(List.of(
                            refused(() -> desk.arrived(caller)),
                            refused(() -> desk.receive(caller, jar)),
                            refused(() -> desk.rehearse(caller, "more")),
                            refused(() -> desk.effects(caller, "more", Optional.empty(), Optional.empty())),
                            refused(() -> desk.activate(caller, "more")),
                            refused(() -> desk.rollBack(caller, "more"))))
                    .containsOnly(ErrorCode.NOT_YOURS_TO_DO);
        }
        assertThat(refused(() -> desk.rehearse(NATIONAL, "unknown"))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_node_never_starts_with_another_law_than_the_one_that_applies() throws Exception {
        activated("more", 1100);
        assertThat(new Editions(kept).inForce(LocalDate.of(2026, 6, 20)).stamp().name())
                .isEqualTo("more");

        Files.writeString(trusted, stranger.pem());

        assertThatThrownBy(() -> new Editions(new KeptLaw(platform.store, trusted)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The edition more cannot be judged by: Its signer is none of those in ");
    }

    private void activated(String name, int hours) throws Exception {
        activated(SigningDesk.withHours(name, hours), name);
    }

    private void activated(Map<String, String> files, String name) throws Exception {
        desk.receive(NATIONAL, national.signed(files));
        desk.rehearse(NATIONAL, name);
        round.work();
        desk.activate(SECOND, name);
        apply();
    }

    private void apply() {
        platform.clock.advance(Duration.ofMinutes(1));
        round.work();
        platform.pass();
    }

    private List<Attestation> papers(PersonId person) {
        return platform.papersOf(person);
    }

    private List<Attestation> lasting(PersonId person) {
        return papers(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .filter(paper -> paper.validAt(platform.clock.instant()))
                .toList();
    }

    private List<Tuple> prolongations(PersonId person) {
        return standing(person, PaperKind.ATTESTATION_DE_PROLONGATION);
    }

    private List<Tuple> extensions(PersonId person) {
        return standing(person, PaperKind.LEGAL_EXTENSION);
    }

    /** The first and the last day of each paper that nobody ended, and the law it was issued under. */
    private List<Tuple> standing(PersonId person, PaperKind kind) {
        return papers(person).stream()
                .filter(paper -> paper.kind() == kind)
                .filter(paper -> paper.end().isEmpty())
                .sorted(Comparator.comparing(paper -> paper.validity().firstDay()))
                .map(paper ->
                        tuple(paper.validity().firstDay(), paper.validity().lastDay(), paper.edition()))
                .toList();
    }

    /** The work right of each paper that is valid now, as the code of rights says it. */
    private List<String> work(PersonId person) {
        return lasting(person).stream()
                .map(paper ->
                        WORK.matcher(RightsCode.of(paper.rights()).value()).replaceAll("$1"))
                .toList();
    }

    private List<Task> tasks(CaseNumber number) {
        return platform.store.read(records -> records.cases().find(NATIONAL, number).orElseThrow().tasks().stream()
                .filter(task -> task.kind() == Task.Kind.SEE_FEWER_RIGHTS)
                .toList());
    }

    private String problem(byte[] jar) {
        CaseException refused = Refusals.of(() -> desk.receive(NATIONAL, jar));
        assertThat(refused.code()).isEqualTo(ErrorCode.EDITION_REFUSED);
        return String.valueOf(refused.details().get("problem"));
    }

    private static ErrorCode refused(Runnable act) {
        return Refusals.of(act::run).code();
    }
}
