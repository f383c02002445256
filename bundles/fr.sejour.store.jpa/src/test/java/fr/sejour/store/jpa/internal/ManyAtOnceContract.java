package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.aHeldPermit;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.agentOf;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers that name no version, and callers who guess, get from the core's desks when they all come at once. */
abstract class ManyAtOnceContract extends ShelfContract {

    private final CommuneCode grenoble = new CommuneCode("38185");
    private final LocalDate wrongDay = LocalDate.of(1970, 1, 1);
    private Desks desks;

    ManyAtOnceContract(StoreContract contract) {
        super(contract);
    }

    @BeforeEach
    void somebodyIsKnown() {
        desks = new Desks(store, MORNING);
        write(records -> records.people().add(aPerson(1)));
    }

    @Test
    void twenty_filings_of_one_person_open_twenty_cases() throws Exception {
        List<FilingReceipt> receipts = Together.run(20, thread -> file(Optional.of(aHeldPermit())));

        assertThat(receipts.stream().map(it -> it.caseFile().number()))
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(raw.count("permit_case")).isEqualTo(20);
        assertThat(raw.count("held_permit")).isOne();
    }

    @Test
    void pieces_of_one_case_are_all_kept() throws Exception {
        CaseFile file = file().caseFile();
        List<PieceType> types = file.assessment().pieces().stream()
                .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                .map(PieceRequirement::type)
                .toList();

        Together.run(
                20,
                thread -> desks.pieces.give(
                        applicant(personId(1)), file.number(), types.get(thread % types.size()), aPdf()));

        assertThat(desks.review.find(NATIONAL, file.number()).version()).isEqualTo(1 + types.size());
        // the same bytes each time: one file of hers, and a version a piece however often it is given
        assertThat(raw.count("evidence")).isOne();
        assertThat(raw.count("piece_version")).isEqualTo(types.size());
    }

    @Test
    void of_twenty_agents_who_take_one_case_up_one_does_and_the_others_read_that_it_is_done() throws Exception {
        CaseNumber number = file().caseFile().number();

        List<Optional<ErrorCode>> refusals = Together.run(20, thread -> {
            try {
                desks.review.act(agentOf(ISERE), number, OptionalLong.empty(), new Act.TakeUp());
                return Optional.empty();
            } catch (CaseException refused) {
                return Optional.of(refused.code());
            }
        });

        assertThat(Collections.frequency(refusals, Optional.empty())).isOne();
        assertThat(Collections.frequency(refusals, Optional.of(ErrorCode.ACT_NOT_ALLOWED)))
                .isEqualTo(19);
    }

    @Test
    void of_fifty_wrong_birth_dates_for_one_code_five_are_looked_at() throws Exception {
        CheckCode code = file().papers().get(0).checkCode();

        List<ErrorCode> answers = Together.run(50, thread -> refusalOf(() -> desks.checks.check(code, wrongDay)));

        assertThat(Collections.frequency(answers, ErrorCode.CHECK_REFUSED)).isEqualTo(5);
        assertThat(Collections.frequency(answers, ErrorCode.TOO_MANY_ATTEMPTS)).isEqualTo(45);
    }

    @Test
    void of_fifty_tries_of_a_code_that_no_paper_has_five_are_answered_alike() throws Exception {
        CheckCode code = new CheckCode("000000000001");

        List<ErrorCode> answers = Together.run(50, thread -> refusalOf(() -> desks.checks.check(code, wrongDay)));

        assertThat(Collections.frequency(answers, ErrorCode.CHECK_REFUSED)).isEqualTo(5);
    }

    @Test
    void of_fifty_wrong_links_by_one_person_ten_are_looked_at() throws Exception {
        List<ErrorCode> answers = Together.run(
                50,
                thread -> refusalOf(() -> desks.people.link(
                        applicant(personId(1)),
                        personId(1),
                        new ForeignerNumber("9900000099"),
                        wrongDay,
                        new LetterCode("EXEMPLE-0099"))));

        assertThat(Collections.frequency(answers, ErrorCode.LINK_REFUSED)).isEqualTo(10);
        assertThat(Collections.frequency(answers, ErrorCode.TOO_MANY_ATTEMPTS)).isEqualTo(40);
    }

    private FilingReceipt file() {
        return file(Optional.empty());
    }

    /** @param said what they say they hold: it is kept before anything around the person is read */
    private FilingReceipt file(Optional<HeldPermit> said) {
        return desks.filings.file(
                applicant(personId(1)),
                new IdempotencyKey(UUID.randomUUID().toString()),
                FilingBuilder.builder()
                        .person(personId(1))
                        .channel(FilingChannel.ONLINE)
                        .permit(new PermitCode("etudiant"))
                        .residence(new Residence("1 rue de l'Exemple", grenoble))
                        .workAuthorisation(false)
                        .employed(false)
                        .heldPermit(said)
                        .build());
    }

    private SentFile aPdf() {
        return SentFile.of(new ByteArrayInputStream("%PDF-1.7 exemple".getBytes(UTF_8)));
    }

    private ErrorCode refusalOf(ThrowingCallable call) {
        return catchThrowableOfType(CaseException.class, call).code();
    }
}
