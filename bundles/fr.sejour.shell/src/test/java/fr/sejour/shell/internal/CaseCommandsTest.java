package fr.sejour.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseCommandsTest {

    private final OneCase cases = new OneCase();
    private final Console console = new Console().with(cases);

    @Test
    void a_case_is_shown_with_whose_turn_it_is_and_what_runs() throws Exception {
        String shown = console.run(ShowCase.class, "0380000000000000017");

        assertThat(shown)
                .startsWith("Case 0380000000000000017: card-ready, version 9")
                .contains("etudiant (L. 422-1)")
                .contains("2026-05-04, online, renewal, in-time")
                .contains("held permit   etudiant until 2026-07-31")
                .contains("38, offered to 75, theirs on 2026-09-08")
                .contains("Préfecture de l'Isère, card by walk-in (rules: fr.sejour.rules.isere 1.0.0)")
                .contains("granted on 2026-07-20, valid 2026-08-01 to 2027-07-31, not notified")
                .contains("ready since 2026-08-20, by walk-in, at Préfecture de l'Isère")
                .contains("person: collect by 2026-11-20")
                .contains("close-as-moot, hand-over")
                .containsPattern(
                        "silence .*2026-05-04 .*2026-08-02 .*met .*implicit-refusal .*R\\.\\* 432-1; R\\. 432-2")
                .containsPattern("nationalite .*given .*application/pdf .*48213")
                .containsPattern("settle-law .*national jurist .*2026-09-30 .*national .*Which fee applies\\?");
    }

    @Test
    void a_case_is_shown_without_names_and_without_what_was_written_about_the_person() throws Exception {
        assertThat(console.run(ShowCase.class, "0380000000000000017")).doesNotContain("Amina");
        assertThat(console.run(ShowQueue.class, "38")).doesNotContain("Amina", "Benali");
    }

    @ParameterizedTest
    @CsvSource({
        "0380000000000000099, Nothing is known under that number or code",
        "17, A case number has nineteen digits",
        "zzz, A case number has nineteen digits",
    })
    void a_number_that_leads_nowhere_is_answered_in_a_sentence(String number, String sentence) {
        assertThatThrownBy(() -> console.run(ShowCase.class, number))
                .isInstanceOf(CommandException.class)
                .hasMessage(sentence)
                .hasNoCause();
    }

    @Test
    void a_queue_shows_what_is_due_and_says_when_there_is_more() throws Exception {
        String shown = console.run(ShowQueue.class, "38");

        assertThat(shown)
                .containsPattern(
                        "0380000000000000017 .*under-review .*etudiant .*2026-05-04 .*no .*2026-10-31 .*prefecture: decide .*2026-08-02")
                .contains("There are more; --limit shows up to 200");
        assertThat(cases.asked)
                .containsExactly(
                        new QueueQuery(Optional.of(new PrefectureCode("38")), Optional.empty(), Optional.empty(), 50));
    }

    @Test
    void a_queue_can_be_narrowed() throws Exception {
        String shown = console.run(ShowQueue.class, "--status", "Refused", "--limit", "5", "01");

        assertThat(shown).contains("No case is waiting there").doesNotContain("There are more");
        assertThat(cases.asked)
                .containsExactly(new QueueQuery(
                        Optional.of(new PrefectureCode("01")), Optional.of(CaseStatus.REFUSED), Optional.empty(), 5));
    }

    @ParameterizedTest
    @CsvSource({
        "99, filed, 5, 'A préfecture code is a département code such as 38, 2A or 976'",
        "38, sleeping, 5, There is no 'sleeping'; there are filed",
        "38, filed, 0, A page has 1 to 200 rows",
        "38, filed, 201, A page has 1 to 200 rows",
    })
    void a_queue_that_cannot_be_asked_for_is_answered_in_a_sentence(
            String prefecture, String status, String limit, String sentence) {
        assertThatThrownBy(() -> console.run(ShowQueue.class, "--status", status, "--limit", limit, prefecture))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith(sentence);
    }
}
