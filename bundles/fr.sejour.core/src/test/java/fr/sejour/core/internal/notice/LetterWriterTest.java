package fr.sejour.core.internal.notice;

import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Letter;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Editions;
import fr.sejour.text.internal.PropertiesTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWriterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final String REASON = "l'étudiant n'a {pas} l'âge <b> # '";

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId student = platform.aStudent();
    private final CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

    static Stream<Act> decisions() {
        return Stream.of(
                new Act.Grant(TODAY, TODAY.plusYears(1), "arrêté 38-2026-01"),
                new Act.Refuse(REASON, "arrêté 38-2026-01"),
                new Act.RefuseRegistration(REASON),
                new Act.GiveReasons(REASON, "arrêté 38-2026-01"),
                new Act.RevokePaper(new AttestationNumber("SJ-7K3M-9QXA-04TZ"), REASON, "arrêté 38-2026-01"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_letter_says_who_to_whom_on_what_and_why_and_nothing_is_left_open(Act act) {
        String letter = letter(act);

        assertThat(letter)
                .contains("Isère", "Grenoble", "1er juin 2026", "Exemple Amina", "12 avril 1999", number.value())
                .contains("L. 422-1");
        act.statement()
                .filter(said -> said.startsWith(REASON))
                .ifPresent(said -> assertThat(letter).contains(REASON));
        assertThat(letter.replace("{pas}", "")).doesNotContain("{", "}", "null", "letter.", "Optional", "select,");
        if (!(act instanceof Act.RefuseRegistration)) {
            assertThat(letter).contains("arrêté 38-2026-01");
        }
        if (!(act instanceof Act.Grant)) {
            // CJA R. 421-5: no delay can be held against whom it was not said
            assertThat(letter).contains("tribunal administratif", "dans les deux mois");
        }
    }

    @Test
    void every_decision_and_nothing_else_makes_a_letter() {
        assertThat(decisions().map(act -> LetterWriter.kind(act).orElseThrow()).distinct())
                .containsExactlyInAnyOrder("granted", "refused", "registration-refused", "reasons", "paper-revoked");
        assertThat(LetterWriter.kind(new Act.TakeUp())).isEmpty();
        assertThat(LetterWriter.kind(new Act.Withdraw("je pars"))).isEmpty();
    }

    @Test
    void the_letter_of_a_decision_is_kept_with_its_digest_in_the_journal() {
        platform.act(Platform.AGENT_38, number, new Act.TakeUp());
        platform.act(Platform.AGENT_38, number, new Act.Refuse("études non suivies", "arrêté 38-2026-01"));

        List<Letter> letters = platform.review.letters(caller(student), number);
        List<JournalLine> lines = platform.review.journal(caller(student), number);
        JournalLine line = lines.get(lines.size() - 1);

        assertThat(letters).extracting(Letter::kind).containsExactly("refused");
        assertThat(lines).extracting(JournalLine::what).endsWith("refuse", "letter");
        assertThat(line.detail()).startsWith("refused statement-sha256:").doesNotContain("Exemple");
        assertThat(line.statement()).contains(letters.get(0).text());
    }

    @Test
    void an_act_that_decides_nothing_makes_no_letter() {
        platform.act(Platform.AGENT_38, number, new Act.TakeUp());

        assertThat(platform.review.letters(caller(student), number)).isEmpty();
        assertThat(platform.review.find(Platform.AGENT_38, number).acts()).contains(ActKind.GRANT);
    }

    private String letter(Act act) {
        CaseRecord record = platform.store.read(
                records -> records.cases().find(Upkeep.READS_ALL, number).orElseThrow());
        PersonRecord person = platform.store.read(
                records -> records.people().find(Upkeep.READS_ALL, student).orElseThrow());
        return new LetterWriter(PropertiesTexts.onClassPath())
                .write(LetterWriter.kind(act).orElseThrow(), act, record, person, new Editions().inForce(TODAY), TODAY);
    }
}
