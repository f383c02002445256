package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.aPdf;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.EntryDesk.Registration;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Received;
import fr.sejour.api.filing.Reception;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.port.RegisterEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On Wednesday 1 July 2026, 10:00 in Paris. A student's card ends on 31 August; she may file from 3 May to 2 July (R. 431-5 1°). */
class NationalEntryDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final ForeignerNumber NUMBER = new ForeignerNumber("9900000042");
    private static final LocalDate BORN = LocalDate.of(1999, 4, 12);
    private static final Filer REGISTERED = new Filer.Registered(NUMBER, BORN);
    private static final HeldPermit CARD = new HeldPermit(
            new PermitCode("etudiant"),
            "CARTE1",
            Optional.of(DocumentKind.CST),
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2026, 8, 31));
    private static final Filer NEWCOMER = new Filer.Newcomer(
            new CivilStatus("Exemple", "Oumar", LocalDate.of(1990, 1, 2), "ML"),
            new Contact(Optional.empty(), Optional.empty(), "fr"));
    private static final FormSerial FORM = FormSerial.of("0123456789");

    private final Platform platform = new Platform("2026-07-01T08:00:00Z");

    // -- whose filing it is ------------------------------------------------------------------------------------------

    @Test
    void m15_somebody_in_the_register_files_at_the_counter_without_an_account() {
        registered();

        CaseFile file = enter(AGENT_38, counter(REGISTERED)).caseFile();

        PersonProfile person = platform.people.find(AGENT_38, file.person());
        assertThat(person.civilStatus().familyName()).isEqualTo("Exemple");
        assertThat(person.civilStatusLevel()).isEqualTo(FactLevel.VERIFIED);
        assertThat(person.foreignerNumber()).contains(NUMBER);
        assertThat(person.contact().email()).isEmpty();
        assertThat(file.held()).contains(CARD);
        assertThat(file.facts()).isEqualTo(FactLevel.VERIFIED);
        assertThat(file.assessment().timeliness().ifSettled()).contains(Timeliness.IN_TIME);
    }

    @Test
    void the_register_shows_what_nobody_has_to_type_to_whoever_has_number_and_birth_date() {
        registered();

        Registration known = platform.entries.registered(AGENT_38, new Filer.Registered(NUMBER, BORN));

        assertThat(known.civilStatus().givenNames()).isEqualTo("Amina");
        assertThat(known.heldPermit()).contains(CARD);
        assertThat(known.residence()).isEmpty();
        for (Filer.Registered wrong : List.of(
                new Filer.Registered(NUMBER, BORN.plusDays(1)),
                new Filer.Registered(new ForeignerNumber("9900000043"), BORN))) {
            CaseException refusal = Refusals.of(() -> platform.entries.registered(AGENT_38, wrong));
            assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(refusal.details()).isEmpty();
            assertThat(refusalOf(AGENT_38, counter(wrong)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @Test
    void an_agent_finds_by_number_alone_whom_they_may_read_and_nobody_else() {
        registered();
        assertThat(Refusals.of(() -> platform.entries.numbered(NATIONAL, NUMBER))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        CaseFile file = enter(AGENT_38, counter(REGISTERED)).caseFile();

        assertThat(platform.entries.numbered(AGENT_38, NUMBER).id()).isEqualTo(file.person());
        assertThat(platform.entries.numbered(NATIONAL, NUMBER).id()).isEqualTo(file.person());
        CaseException elsewhere = Refusals.of(() -> platform.entries.numbered(AGENT_69, NUMBER));
        assertThat(elsewhere.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(elsewhere.details()).isEmpty();
        assertThat(Refusals.of(() -> platform.entries.numbered(Platform.caller(file.person()), NUMBER))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void what_came_twice_for_one_number_is_of_one_person() {
        registered();

        CaseFile first = enter(AGENT_38, counter(REGISTERED)).caseFile();
        CaseFile second = enter(AGENT_69, counter(REGISTERED)).caseFile();

        assertThat(refusalOf(AGENT_38, counter(new Filer.Registered(NUMBER, BORN.plusDays(1))))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(second.person()).isEqualTo(first.person());
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(platform.entries
                        .registered(AGENT_69, new Filer.Registered(NUMBER, BORN))
                        .residence())
                .contains(new Residence("1 rue de l'Exemple", GRENOBLE));
    }

    /** The register keeps its word; the person gives the date that was found to be theirs, or the one of an old letter. */
    @Test
    void after_a_correction_somebody_is_found_by_their_number_and_either_birth_date() {
        registered();
        CaseFile file = enter(AGENT_38, counter(REGISTERED)).caseFile();
        LocalDate corrected = LocalDate.of(1998, 4, 12);
        platform.corrections.act(
                NATIONAL,
                platform.corrections
                        .propose(
                                AGENT_38,
                                file.person(),
                                new NewCorrection(
                                        new CivilStatus("Exemple", "Amina", corrected, "MA"),
                                        "Acte de naissance vu",
                                        Optional.empty()))
                        .number(),
                new CorrectionAct.Approve(Optional.of("Acte de naissance vu aussi")));

        for (LocalDate born : List.of(corrected, BORN)) {
            Filer.Registered said = new Filer.Registered(NUMBER, born);
            assertThat(enter(AGENT_38, counter(said)).caseFile().person()).isEqualTo(file.person());
            assertThat(platform.entries.registered(AGENT_38, said).number()).isEqualTo(NUMBER);
        }
        assertThat(refusalOf(AGENT_38, counter(new Filer.Registered(NUMBER, BORN.plusDays(1))))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void m15_a_newcomer_needs_neither_account_nor_e_mail_and_what_they_say_is_declared() {
        CaseFile file = enter(AGENT_38, entry(NEWCOMER, FilingChannel.COUNTER, "visiteur", Optional.empty()))
                .caseFile();

        PersonProfile person = platform.people.find(AGENT_38, file.person());
        assertThat(person.civilStatus().givenNames()).isEqualTo("Oumar");
        assertThat(person.civilStatusLevel()).isEqualTo(FactLevel.DECLARED);
        assertThat(person.heldPermits()).isEmpty();
        assertThat(noticesOf(file.person())).extracting(Notice::kind).contains("filed");
    }

    // -- who shows the code of their account -------------------------------------------------------------------------

    /** A salaried worker's permit is filed at the préfecture: the counter of the Isère has no case of hers yet. */
    @Test
    void whoever_shows_the_code_of_their_account_at_the_counter_finds_the_case_in_that_account() {
        PersonId person = platform.someone();
        assertThat(refusalOf(AGENT_38, ofWorker(new Filer.Known(person))).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        Filer.Presented shown = new Filer.Presented(drawn(person), BORN);

        assertThat(platform.entries.presented(AGENT_38, shown).person().id()).isEqualTo(person);
        assertThat(platform.entries.assess(AGENT_38, ofWorker(shown)).pieces()).isNotEmpty();
        FilingReceipt receipt = enter(AGENT_38, ofWorker(shown));

        CaseFile file = receipt.caseFile();
        assertThat(file.person()).isEqualTo(person);
        assertThat(file.channel()).isEqualTo(FilingChannel.COUNTER);
        assertThat(platform.review.ofPerson(caller(person), person))
                .extracting(CaseFile::number)
                .containsExactly(file.number());
        assertThat(noticesOf(person)).extracting(Notice::kind).contains("filed");
        assertThat(platform.people.find(AGENT_38, person).id()).isEqualTo(person);
        assertThat(platform.entries.presented(AGENT_69, shown).residence())
                .contains(new Residence("1 rue de l'Exemple", GRENOBLE));
    }

    @Test
    void a_wrong_code_another_birth_date_a_code_drawn_before_and_one_that_is_over_get_the_same_answer() {
        PersonId person = platform.someone();
        CounterCode before = drawn(person);
        CounterCode last = drawn(person);
        Filer.Presented right = new Filer.Presented(last, BORN);

        assertThat(last).isNotEqualTo(before);
        refused(new Filer.Presented(new CounterCode("0000-0000-0000"), BORN));
        refused(new Filer.Presented(last, BORN.plusDays(1)));
        refused(new Filer.Presented(before, BORN));
        platform.clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(platform.entries.presented(AGENT_38, right).person().id()).isEqualTo(person);
        platform.clock.advance(Duration.ofSeconds(1));
        refused(right);
    }

    private void refused(Filer.Presented filer) {
        for (CaseException refusal : List.of(
                Refusals.of(() -> platform.entries.presented(AGENT_38, filer)),
                Refusals.of(() -> platform.entries.assess(AGENT_38, ofWorker(filer))),
                refusalOf(AGENT_38, ofWorker(filer)))) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(refusal.details()).isEmpty();
        }
    }

    @Test
    void a_filing_sent_again_gives_its_receipt_though_the_code_serves_no_more() {
        PersonId person = platform.someone();
        IdempotencyKey key = new IdempotencyKey("shown-once");
        Entry entry = ofWorker(new Filer.Presented(drawn(person), BORN));

        FilingReceipt first = platform.entries.enter(AGENT_38, key, entry);
        drawn(person);

        assertThat(platform.entries.enter(AGENT_38, key, entry)).isEqualTo(first);
        assertThat(Refusals.of(() -> platform.entries.enter(
                                AGENT_38, key, ofWorker(new Filer.Presented(drawn(person), BORN))))
                        .code())
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void the_person_reads_who_drew_a_code_and_who_filed_with_it() {
        PersonId person = platform.someone();
        Filer.Presented shown = new Filer.Presented(drawn(person), BORN);
        IdempotencyKey key = new IdempotencyKey("shown-once");
        platform.clock.advance(Duration.ofMinutes(1));

        platform.entries.assess(AGENT_38, ofWorker(shown));
        platform.entries.enter(AGENT_38, key, ofWorker(shown));
        platform.entries.enter(AGENT_38, key, ofWorker(shown));

        assertThat(platform.recoveries.history(caller(person), person))
                .extracting(AccessLine::by, it -> it.what().name(), AccessLine::words)
                .containsExactly(
                        tuple(caller(person).account(), "COUNTER_CODE_DRAWN", Optional.empty()),
                        tuple(AGENT_38.account(), "COUNTER_CODE_USED", Optional.empty()));
    }

    @Test
    void the_person_alone_draws_a_code_and_an_agent_alone_is_shown_it() {
        PersonId person = platform.someone();
        Caller other = caller(platform.someone());

        for (Caller caller : List.of(other, AGENT_38, NATIONAL)) {
            assertThat(Refusals.of(() -> platform.counterCodes.draw(caller, person))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }
        Filer.Presented shown = new Filer.Presented(drawn(person), BORN);
        assertThat(Refusals.of(() -> platform.entries.presented(other, shown)).code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refusalOf(other, ofWorker(shown)).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    private CounterCode drawn(PersonId person) {
        return platform.counterCodes.draw(caller(person), person).code();
    }

    private static Entry ofWorker(Filer filer) {
        return entry(filer, FilingChannel.COUNTER, "salarie", Optional.empty());
    }

    @Test
    void people_with_a_case_here_are_found_by_name_and_birth_date_and_nobody_elses() {
        PersonId here = platform.someone();
        platform.file(here, "etudiant", GRENOBLE);
        PersonId there = platform.someone();
        platform.file(there, "etudiant", LYON);

        assertThat(found(AGENT_38, "amina exem", BORN)).containsExactly(here);
        assertThat(found(NATIONAL, "Exemple", BORN)).containsExactlyInAnyOrder(here, there);
        assertThat(found(AGENT_38, "Exemple", BORN.plusDays(1))).isEmpty();
        assertThat(found(AGENT_38, "xemple", BORN)).isEmpty();
        assertThat(found(AGENT_38, " - ", BORN)).isEmpty();
        assertThat(enter(AGENT_38, counter(new Filer.Known(here))).caseFile().person())
                .isEqualTo(here);
        assertThat(refusalOf(AGENT_38, counter(new Filer.Known(there))).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void the_person_types_nothing_in_for_anybody() {
        registered();
        Caller person = caller(platform.someone());

        assertThat(refusalOf(person, counter(REGISTERED)).code()).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(Refusals.of(() -> platform.entries.named(person, "Exemple", BORN))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(Refusals.of(() -> platform.entries.registered(person, new Filer.Registered(NUMBER, BORN)))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void nobody_files_online_through_an_agent() {
        registered();

        assertThat(refusalOf(AGENT_38, entry(REGISTERED, FilingChannel.ONLINE, "etudiant", Optional.empty()))
                        .code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
    }

    @Test
    void the_same_key_gives_the_same_case_and_the_same_newcomer_again() {
        IdempotencyKey key = new IdempotencyKey("typed-once");
        Entry entry = entry(NEWCOMER, FilingChannel.POST, "visiteur", Optional.empty());

        FilingReceipt first = platform.entries.enter(AGENT_38, key, entry);
        FilingReceipt again = platform.entries.enter(AGENT_38, key, entry);

        assertThat(again).isEqualTo(first);
        assertThat(found(NATIONAL, "Oumar", LocalDate.of(1990, 1, 2))).hasSize(1);
        assertThat(Refusals.of(() -> platform.entries.enter(AGENT_38, key, counter(NEWCOMER)))
                        .code())
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    // -- the day on which it came ------------------------------------------------------------------------------------

    @Test
    void the_true_day_of_reception_is_that_of_the_filing_and_the_delays_run_from_it() {
        registered();

        CaseFile file = enter(AGENT_38, received(FilingChannel.SUBSTITUTE, "2026-06-26", "le service a été fermé"))
                .caseFile();

        assertThat(file.filedOn()).isEqualTo("2026-06-26");
        assertThat(file.received().orElseThrow().on()).isEqualTo("2026-06-26");
        // CRPA R. 112-11-2, from Friday 26 June: one working day, ten working days
        assertThat(file.clocks())
                .extracting(ClockFile::kind, ClockFile::startsOn, ClockFile::endsOn)
                .contains(
                        tuple("receipt", LocalDate.of(2026, 6, 26), Optional.of(LocalDate.of(2026, 6, 29))),
                        tuple("acknowledgement", LocalDate.of(2026, 6, 26), Optional.of(LocalDate.of(2026, 7, 10))));
        JournalLine line = line(file.number(), "received");
        assertThat(line.detail()).startsWith("2026-06-26 statement-sha256:");
        assertThat(line.statement()).contains("le service a été fermé");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-02, pourquoi, reception.day",
        "2026-06-30, , reception.late",
    })
    void no_filing_is_of_a_day_to_come_nor_of_an_earlier_one_without_a_reason(
            String day, @Nullable String late, String field) {
        registered();

        CaseException refusal = refusalOf(AGENT_38, received(FilingChannel.POST, day, late));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal.details()).containsEntry("field", field);
    }

    /** The law of 2019 and of the last day of 2025 is not known: as of a case of the stock, nothing is counted from it. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31", "2019-06-03", "2000-01-01"})
    void what_came_before_the_first_law_that_is_known_keeps_its_true_day_and_silence_takes_nothing_away(String day) {
        CaseFile file = enter(AGENT_38, lost(day)).caseFile();

        assertThat(file.filedOn()).isEqualTo(day);
        assertThat(file.received().orElseThrow().on()).isEqualTo(day);
        assertThat(line(file.number(), "received").detail()).startsWith(day + " statement-sha256:");
        assertThat(file.clocks()).isEmpty();
        platform.givePieces(file.person(), file);
        CaseFile complete = platform.review.find(AGENT_38, file.number());
        assertThat(complete.complete()).isTrue();
        assertThat(silence(complete)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-02", "1990-01-01", "1999-12-31", "0001-01-01"})
    void nothing_came_before_the_person_was_born_nor_before_2000_nor_will_have_come(String day) {
        CaseException refusal = refusalOf(AGENT_38, lost(day));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal.details()).containsEntry("field", "reception.day");
    }

    @Test
    void what_came_before_the_person_was_born_is_refused_though_it_came_after_2000() {
        Filer child = new Filer.Newcomer(
                new CivilStatus("Exemple", "Awa", LocalDate.of(2005, 3, 4), "ML"),
                new Contact(Optional.empty(), Optional.empty(), "fr"));

        assertThat(refusalOf(AGENT_38, lost(child, "2005-03-03")).details()).containsEntry("field", "reception.day");
    }

    private static Entry lost(String day) {
        return lost(NEWCOMER, day);
    }

    private static Entry lost(Filer filer, String day) {
        return entry(
                filer,
                FilingChannel.POST,
                "visiteur",
                Optional.of(new Reception(
                        new Received(LocalDate.parse(day), Optional.empty(), Set.of()),
                        Optional.of("courrier égaré"))));
    }

    @Test
    void what_is_typed_in_on_its_own_day_needs_no_reason_and_keeps_the_hour() {
        registered();

        CaseFile file = enter(AGENT_38, received(FilingChannel.POST, "2026-07-01", null))
                .caseFile();

        assertThat(file.filedAt()).isEqualTo("2026-07-01T08:00:00Z");
    }

    /** R. 422-5: ninety days, from the complete file. */
    @Test
    void a_file_whose_pieces_came_along_was_complete_on_the_day_of_its_reception() {
        registered();
        PieceType nationality = new PieceType("nationalite");
        Entry entry = arriving(
                FilingChannel.POST,
                new Reception(
                        new Received(LocalDate.of(2026, 6, 26), Optional.empty(), Set.of(nationality)),
                        Optional.of("courrier ouvert après la grève")));
        CaseFile file = enter(AGENT_38, entry).caseFile();

        CaseFile complete = platform.pieces.give(AGENT_38, file.number(), nationality, aPdf());

        assertThat(complete.complete()).isTrue();
        assertThat(silence(complete)).contains(LocalDate.of(2026, 9, 24));
    }

    @Test
    void a_piece_that_did_not_come_along_counts_from_the_day_on_which_it_came() {
        registered();
        CaseFile file = enter(AGENT_38, received(FilingChannel.POST, "2026-06-26", "courrier ouvert tard"))
                .caseFile();

        CaseFile complete = platform.pieces.give(AGENT_38, file.number(), new PieceType("nationalite"), aPdf());

        assertThat(silence(complete)).contains(LocalDate.of(2026, 9, 29));
    }

    @Test
    void no_piece_comes_along_that_the_permit_does_not_ask_for() {
        registered();
        Reception reception = new Reception(
                new Received(TODAY, Optional.empty(), Set.of(new PieceType("photo"), new PieceType("permis_de_peche"))),
                Optional.empty());

        CaseException refusal = refusalOf(AGENT_38, arriving(FilingChannel.POST, reception));

        assertThat(refusal.details()).containsEntry("field", "reception.pieces");
    }

    // -- what each channel gives -------------------------------------------------------------------------------------

    /** R. 431-15-1 al. 1 for the service and its substitute, R. 431-12 outside it; CRPA L. 112-11 for what is electronic. */
    @ParameterizedTest
    @CsvSource({
        "COUNTER, RECEPISSE, false",
        "POST, RECEPISSE, false",
        "EMAIL, RECEPISSE, true",
        "SUBSTITUTE, ATTESTATION_DE_DEPOT, true",
    })
    void papers_and_delays_are_those_of_the_channel(FilingChannel channel, PaperKind paper, boolean electronic) {
        registered();
        CaseFile file = enter(AGENT_38, entry(REGISTERED, channel, "etudiant", Optional.empty()))
                .caseFile();

        CaseFile complete = platform.pieces.give(AGENT_38, file.number(), new PieceType("nationalite"), aPdf());

        assertThat(platform.papers.ofPerson(AGENT_38, file.person()))
                .extracting(Attestation::kind)
                .containsExactly(paper);
        assertThat(complete.clocks().stream().anyMatch(clock -> clock.kind().equals("acknowledgement")))
                .isEqualTo(electronic);
        assertThat(silence(complete)).contains(LocalDate.of(2026, 9, 29));
    }

    @ParameterizedTest
    @EnumSource(value = FilingChannel.class, names = "ONLINE", mode = EnumSource.Mode.EXCLUDE)
    void whatever_the_channel_the_person_is_told_and_the_case_stands_in_the_queue(FilingChannel channel) {
        registered();
        CaseFile file = enter(AGENT_38, entry(REGISTERED, channel, "etudiant", Optional.empty()))
                .caseFile();

        assertThat(file.channel()).isEqualTo(channel);
        assertThat(file.next()).isPresent();
        assertThat(noticesOf(file.person())).extracting(Notice::kind).contains("filed");
    }

    // -- the printed form --------------------------------------------------------------------------------------------

    /** The platform is down on Thursday 25 June; the form filled in that day is typed in on Tuesday 30 June. */
    @Test
    void m17_a_form_filled_in_while_the_platform_was_down_counts_from_its_day() {
        registered();
        platform.clock.moveTo(LocalDate.of(2026, 6, 30));

        CaseFile file =
                enter(AGENT_38, onForm("2026-06-25", FilingChannel.SUBSTITUTE)).caseFile();

        assertThat(file.filedOn()).isEqualTo("2026-06-25");
        assertThat(file.received().orElseThrow().form()).contains(FORM);
        assertThat(file.assessment().timeliness().ifSettled()).contains(Timeliness.IN_TIME);
        assertThat(file.clocks())
                .extracting(ClockFile::kind, ClockFile::startsOn)
                .contains(tuple("receipt", LocalDate.of(2026, 6, 25)));
        Attestation deposit = platform.papers.ofPerson(AGENT_38, file.person()).get(0);
        assertThat(deposit.kind()).isEqualTo(PaperKind.ATTESTATION_DE_DEPOT);
        assertThat(deposit.validity().firstDay()).isEqualTo("2026-06-25");
        assertThat(line(file.number(), "received").detail()).contains("form " + FORM);
    }

    @Test
    void a_form_is_entered_once_and_whoever_may_read_the_case_learns_which_it_is() {
        registered();
        CaseFile file =
                enter(AGENT_38, onForm("2026-06-30", FilingChannel.COUNTER)).caseFile();

        CaseException here = refusalOf(AGENT_38, onForm("2026-06-30", FilingChannel.COUNTER));
        CaseException there = refusalOf(AGENT_69, onForm("2026-06-30", FilingChannel.COUNTER));

        assertThat(here.code()).isEqualTo(ErrorCode.FORM_ALREADY_ENTERED);
        assertThat(here.details())
                .containsEntry("caseNumber", file.number().value())
                .containsEntry("prefecture", "38");
        assertThat(there.code()).isEqualTo(ErrorCode.FORM_ALREADY_ENTERED);
        assertThat(there.details()).containsEntry("prefecture", "38").doesNotContainKey("caseNumber");
        assertThat(Refusals.of(() -> platform.entries.assess(AGENT_38, onForm("2026-06-30", FilingChannel.COUNTER)))
                        .code())
                .isEqualTo(ErrorCode.FORM_ALREADY_ENTERED);
    }

    // -- how it is said ----------------------------------------------------------------------------------------------

    /** In the register: a student whose card ends on 31 August 2026. Nobody has an account for her. */
    private void registered() {
        platform.store.write(records -> records.register()
                .keep(new RegisterEntry(
                        NUMBER,
                        new CivilStatus("Exemple", "Amina", BORN, "MA"),
                        Optional.of(CARD),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static Entry counter(Filer filer) {
        return entry(filer, FilingChannel.COUNTER, "etudiant", Optional.empty());
    }

    private static Entry received(FilingChannel channel, String day, @Nullable String late) {
        return arriving(
                channel,
                new Reception(
                        new Received(LocalDate.parse(day), Optional.empty(), Set.of()), Optional.ofNullable(late)));
    }

    private static Entry onForm(String day, FilingChannel channel) {
        return arriving(
                channel,
                new Reception(
                        new Received(LocalDate.parse(day), Optional.of(FORM), Set.of()),
                        Optional.of("la plateforme était en panne")));
    }

    private static Entry arriving(FilingChannel channel, Reception reception) {
        return entry(REGISTERED, channel, "etudiant", Optional.of(reception));
    }

    private static Entry entry(Filer filer, FilingChannel channel, String permit, Optional<Reception> reception) {
        return new Entry(
                filer,
                channel,
                new PermitCode(permit),
                Optional.empty(),
                Optional.empty(),
                new Residence("1 rue de l'Exemple", new CommuneCode("38185")),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                reception,
                Optional.empty());
    }

    private FilingReceipt enter(Caller agent, Entry entry) {
        return platform.entries.enter(
                agent, new IdempotencyKey(UUID.randomUUID().toString()), entry);
    }

    private CaseException refusalOf(Caller caller, Entry entry) {
        return Refusals.of(() -> enter(caller, entry));
    }

    private List<PersonId> found(Caller agent, String name, LocalDate born) {
        return platform.entries.named(agent, name, born).stream()
                .map(PersonProfile::id)
                .toList();
    }

    private JournalLine line(CaseNumber number, String what) {
        return platform.review.journal(NATIONAL, number).stream()
                .filter(it -> it.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private List<Notice> noticesOf(PersonId person) {
        return platform.store.read(records -> records.notices().ofPerson(person));
    }

    private static Optional<LocalDate> silence(CaseFile file) {
        return file.clocks().stream()
                .filter(clock -> clock.kind().equals("silence"))
                .flatMap(clock -> clock.endsOn().stream())
                .findFirst();
    }
}
