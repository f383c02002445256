package fr.sejour.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.RightsCode;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import fr.sejour.law.PaperCell;
import fr.sejour.law.PaperGrant;
import fr.sejour.rest.internal.answer.AttestationAnswer;
import fr.sejour.rest.internal.answer.CheckedPaper;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.text.internal.PropertiesTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every cell of the papers' table, as JSON says it: the codes of the record and the sentences of the catalogue. */
class EveryCellAnsweredTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Edition LAW = new Editions().inForce(DAY);
    private static final Caller AGENT = Caller.national(new AccountId("agent"));

    private final PropertiesTexts texts = PropertiesTexts.onClassPath();
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void every_cell_is_answered_by_its_codes_and_by_the_sentences_of_the_catalogue() {
        int answers = 0;
        for (String language : texts.languages()) {
            Wording wording = Wording.of(texts, Optional.of(language));
            for (PaperCell cell : LAW.papers().cells(DAY)) {
                if (cell.paper().ifSettled().isPresent()) {
                    PaperGrant grant = cell.paper().ifSettled().get();
                    JsonNode paper = json.valueToTree(AttestationAnswer.of(paper(grant), AGENT, wording));
                    JsonNode checked = json.valueToTree(CheckedPaper.of(checked(grant), wording));

                    assertThat(strings(paper.at("/because"), "")).isEqualTo(grant.because());
                    assertThat(strings(paper.at("/reason"), "code")).isEqualTo(grant.because());
                    assertThat(strings(paper.at("/reason"), "sentence"))
                            .isEqualTo(grant.because().stream()
                                    .map(code -> texts.say(language, "because." + code))
                                    .toList());
                    for (JsonNode reason : paper.at("/reason")) {
                        assertThat(Optional.of(reason.at("/about").asText())
                                        .filter(about -> !about.equals("paper"))
                                        .map(about ->
                                                reason.at("/code").asText().startsWith(about + "-"))
                                        .orElse(true))
                                .isTrue();
                    }
                    String code = RightsCode.of(grant.rights()).value();
                    assertThat(letters(paper.at("/rights"), language)).isEqualTo(code);
                    assertThat(letters(checked.at("/rights"), language)).isEqualTo(code);
                    answers++;
                }
            }
        }
        System.out.println(answers + " answers say the cells in " + texts.languages());
    }

    /** The line of letters again, from what the JSON says; its sentence has to be the one of that code. */
    private String letters(JsonNode rights, String language) {
        String stay = letter(
                rights.at("/stay"),
                "stay",
                language,
                Map.of("not-proven", "N", "proven", "P", "proven-with-expired-permit", "X"));
        String travel = letter(
                rights.at("/travel"),
                "travel",
                language,
                Map.of("none", "N", "return", "P", "return-with-expired-permit", "X"));
        String social = letter(rights.at("/social"), "social", language, Map.of("none", "N", "maintained", "M"));
        return "S" + stay + " W" + work(rights.at("/work"), language) + " T" + travel + " C" + social;
    }

    private String letter(JsonNode right, String name, String language, Map<String, String> letters) {
        if (right.at("/undetermined").asBoolean()) {
            assertThat(right.at("/sentence").asText()).isEqualTo(texts.say(language, "right.undetermined"));
            return "0";
        }
        String code = right.at("/code").asText();
        assertThat(right.at("/sentence").asText()).isEqualTo(texts.say(language, "right." + name + "." + code));
        return letters.getOrDefault(code, "?");
    }

    private String work(JsonNode right, String language) {
        if (right.at("/undetermined").asBoolean()) {
            assertThat(right.at("/sentence").asText()).isEqualTo(texts.say(language, "right.undetermined"));
            return "0";
        }
        String code = right.at("/code").asText();
        int hours = right.at("/hoursPerYear").asInt();
        String limit = right.at("/limit").asText();
        Map<String, Object> places = code.equals("hours-per-year")
                ? Map.of("hours", hours)
                : code.equals("as-held")
                        ? Map.of("limit", texts.say(language, "right.limit." + limit.replace('_', '-')))
                        : Map.of();
        assertThat(right.at("/sentence").asText()).isEqualTo(texts.say(language, "right.work." + code, places));
        return switch (code) {
            case "none" -> "N";
            case "any" -> "A";
            case "with-authorisation" -> "E";
            case "hours-per-year" -> "H" + hours;
            default ->
                "L"
                        + Map.of(
                                        "activity_of_the_permit", "AP",
                                        "employee", "EM",
                                        "self_employed_declared_activity", "IC",
                                        "project_activity", "PR",
                                        "max_6_months_per_12", "SE")
                                .getOrDefault(limit.toLowerCase(Locale.ROOT), "??");
        };
    }

    private static List<String> strings(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each ->
                        field.isEmpty() ? each.asText() : each.at("/" + field).asText())
                .toList();
    }

    private static Attestation paper(PaperGrant grant) {
        return new Attestation(
                new AttestationNumber("SJ-7K3M-9QXA-04TZ"),
                grant.kind(),
                new PersonId("person-1"),
                new CaseNumber("0380000000000000017"),
                new PrefectureCode("38"),
                grant.validity(),
                grant.rights(),
                grant.basis(),
                grant.because(),
                LAW.stamp().name(),
                Instant.parse("2026-06-15T08:30:00Z"),
                new CheckCode("7K3M9QXA04TZ"),
                Optional.empty());
    }

    private static CheckAnswer checked(PaperGrant grant) {
        return new CheckAnswer(
                Instant.parse("2026-06-15T08:30:00Z"),
                State.VALID,
                grant.kind(),
                new AttestationNumber("SJ-7K3M-9QXA-04TZ"),
                "A. E.",
                grant.validity(),
                Optional.of(grant.rights()),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
