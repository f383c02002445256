package fr.sejour.core.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilingWordsTest {

    private static final HeldPermit CARD = new HeldPermit(
            new PermitCode("etudiant"),
            "9924 A 001",
            Optional.of(DocumentKind.CST),
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2026, 8, 31));
    private static final LocalDate ENTRY = LocalDate.of(2024, 8, 20);

    /** Digests of this form are in the databases: a change of it makes every repeated filing look like another one. */
    @Test
    void the_form_of_a_filing_never_changes() {
        assertThat(FilingWords.of(
                        filing("L. 422-1", Optional.of(CARD), "1 rue de l'Exemple", Optional.of(ENTRY), true)))
                .isEqualTo("""
                        person 8 person-1
                        channel 6 ONLINE
                        permit 8 etudiant
                        article 8 L. 422-1
                        held.permit 8 etudiant
                        held.number 10 9924 A 001
                        held.kind 3 CST
                        held.from 10 2025-09-01
                        held.until 10 2026-08-31
                        address 18 1 rue de l'Exemple
                        commune 5 38185
                        entry 10 2024-08-20
                        work-authorisation 4 true
                        """);
    }

    @Test
    void filings_that_differ_anywhere_have_different_forms() {
        List<Filing> filings = List.of(
                filing("L. 422-1", Optional.of(CARD), "1 rue", Optional.of(ENTRY), true),
                filing("L. 422-2", Optional.of(CARD), "1 rue", Optional.of(ENTRY), true),
                filing("L. 422-1", Optional.empty(), "1 rue", Optional.of(ENTRY), true),
                filing("L. 422-1", Optional.of(CARD), "2 rue", Optional.of(ENTRY), true),
                filing("L. 422-1", Optional.of(CARD), "1 rue", Optional.empty(), true),
                filing("L. 422-1", Optional.of(CARD), "1 rue", Optional.of(ENTRY), false));

        assertThat(filings.stream().map(FilingWords::of)).doesNotHaveDuplicates();
    }

    @Test
    void a_job_is_said_at_the_end_and_only_when_there_is_one() {
        Filing silent = filing("L. 422-1", Optional.of(CARD), "1 rue", Optional.of(ENTRY), true);
        Filing employed = silent.withEmployed(true);

        assertThat(FilingWords.of(employed)).isEqualTo(FilingWords.of(silent) + "employed 4 true\n");
    }

    @Test
    void no_value_passes_for_the_next_one() {
        String article = "L. 422-1\naddress 5 1 rue";

        assertThat(FilingWords.of(filing(article, Optional.empty(), "1 rue", Optional.empty(), false)))
                .isNotEqualTo(FilingWords.of(filing("L. 422-1", Optional.empty(), "1 rue", Optional.empty(), false)))
                .contains("article " + article.length() + " ");
    }

    private static Filing filing(
            String article, Optional<HeldPermit> held, String address, Optional<LocalDate> entry, boolean authorised) {
        return FilingBuilder.builder()
                .person(new PersonId("person-1"))
                .channel(FilingChannel.ONLINE)
                .permit(new PermitCode("etudiant"))
                .residence(new Residence(address, new CommuneCode("38185")))
                .workAuthorisation(authorised)
                .employed(false)
                .article(Optional.of(new Article(article)))
                .heldPermit(held)
                .entryDate(entry)
                .build();
    }
}
