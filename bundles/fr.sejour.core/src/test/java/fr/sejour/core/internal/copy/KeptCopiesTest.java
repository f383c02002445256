package fr.sejour.core.internal.copy;

import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.paper.PaperCopies.Copy;
import fr.sejour.api.paper.PaperPress;
import fr.sejour.api.paper.PaperSigner;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.paper.Seals;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptCopiesTest {

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final Workshop workshop = new Workshop();
    private final KeptCopies copies =
            new KeptCopies(platform.store, platform.vault, workshop, workshop, workshop, platform.clock);
    private final SignatureRound round = new SignatureRound(platform.store, platform.vault, workshop, platform.clock);
    private final PersonId student = platform.aStudent();
    private final AttestationNumber number = filed(student);

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void a_page_is_made_once_a_language_and_stays_as_it_is() {
        String first = text(copies.read(caller(student), number, "fr"));
        platform.clock.advance(Duration.ofDays(200));

        assertThat(text(copies.read(NATIONAL, number, "fr"))).isEqualTo(first);
        assertThat(workshop.printed).isEqualTo(1);
        assertThat(text(copies.read(caller(student), number, "ar")))
                .contains("ar")
                .isNotEqualTo(first);
        assertThat(workshop.printed).isEqualTo(2);
    }

    @Test
    void its_seal_names_its_place_in_the_lists_of_states() {
        AttestationNumber second = filed(platform.aStudent());

        assertThat(text(copies.read(NATIONAL, number, "fr"))).contains("SEALED " + number + " AT 0 ");
        assertThat(text(copies.read(NATIONAL, second, "fr"))).contains("SEALED " + second + " AT 1 ");
    }

    @Test
    void a_language_that_no_paper_is_printed_in_gives_the_french_page() {
        assertThat(copies.read(caller(student), number, "tlh").language()).isEqualTo("fr");
        assertThat(copies.languages()).containsExactly("fr", "ar", "en");
    }

    @Test
    void nobody_else_reads_it() {
        assertThat(Refusals.of(() -> copies.read(caller(platform.aStudent()), number, "fr"))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> copies.read(AGENT_69, number, "fr")).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(workshop.printed).isZero();
    }

    @Test
    void without_a_key_the_record_stands_and_its_page_follows() {
        workshop.key = false;

        assertThat(Refusals.of(() -> copies.read(caller(student), number, "fr")).code())
                .isEqualTo(ErrorCode.PAPER_UNAVAILABLE);
        assertThat(platform.papers.find(caller(student), number).number()).isEqualTo(number);

        workshop.key = true;

        assertThat(text(copies.read(caller(student), number, "fr"))).contains("fr");
    }

    @Test
    void what_a_signature_lacked_is_added_later_and_the_words_stay() {
        workshop.stamps = false;
        Copy made = copies.read(caller(student), number, "fr");
        assertThat(level()).isEqualTo(Level.B);
        assertThat(round.read().get(0).value()).isEqualTo(1);
        assertThat(round.complete()).isZero();

        workshop.stamps = true;
        assertThat(round.complete()).as("left alone for ten minutes").isZero();
        platform.clock.advance(Duration.ofMinutes(10));

        assertThat(round.complete()).isEqualTo(1);
        Copy completed = copies.read(caller(student), number, "fr");
        assertThat(level()).isEqualTo(Level.LT);
        assertThat(text(completed)).startsWith(text(made));
        assertThat(round.read().get(0).value()).isZero();
        assertThat(round.complete()).isZero();
    }

    private Level level() {
        return platform.store
                .read(records -> records.copies().find(number, "fr"))
                .orElseThrow()
                .level();
    }

    @Test
    void a_paper_that_a_correction_replaced_has_no_page_unless_it_was_made_before() {
        filed(student);
        AttestationNumber other = platform.papersOf(student).stream()
                .map(Attestation::number)
                .filter(it -> !it.equals(number))
                .findFirst()
                .orElseThrow();
        String made = text(copies.read(caller(student), number, "fr"));
        for (AttestationNumber paper : List.of(number, other)) {
            platform.store.write(records -> {
                records.papers().end(paper, new Attestation.End(platform.clock.instant(), "corrected"));
                return paper;
            });
        }

        assertThat(text(copies.read(caller(student), number, "fr"))).isEqualTo(made);
        assertThat(Refusals.of(() -> copies.read(caller(student), other, "fr")).code())
                .isEqualTo(ErrorCode.PAPER_REPLACED);
    }

    private AttestationNumber filed(PersonId person) {
        platform.fileComplete(person, "etudiant", GRENOBLE);
        return platform.papersOf(person).stream()
                .map(Attestation::number)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String text(Copy copy) {
        try (InputStream content = copy.content()) {
            byte[] page = content.readAllBytes();
            assertThat(page).hasSize((int) copy.size());
            return new String(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes on a page what a press, a seal and a signer would, in words. */
    private static final class Workshop implements PaperPress, Seals, PaperSigner {

        private boolean key = true;
        private boolean stamps = true;
        private int printed;

        @Override
        public List<String> languages() {
            return List.of("ar", "en", "fr");
        }

        @Override
        public String seal(PrintedPaper paper) {
            return "SEALED " + paper.attestation().number() + " AT "
                    + paper.status().value();
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            return List.of();
        }

        @Override
        public byte[] print(PrintedPaper paper, String seal, String language) {
            printed++;
            return (paper.holder().familyName() + " " + language + " " + seal).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] sign(byte[] page) {
            if (!key) {
                throw new SigningUnavailable("There is no key.");
            }
            return with(page, stamps ? " T" : " B");
        }

        @Override
        public byte[] complete(byte[] signed) {
            return stamps ? with(signed, " LT") : signed;
        }

        @Override
        public Level level(byte[] signed) {
            String page = new String(signed, StandardCharsets.UTF_8);
            return Level.valueOf(page.substring(page.lastIndexOf(' ') + 1));
        }

        private static byte[] with(byte[] page, String more) {
            return (new String(page, StandardCharsets.UTF_8) + more).getBytes(StandardCharsets.UTF_8);
        }
    }
}
