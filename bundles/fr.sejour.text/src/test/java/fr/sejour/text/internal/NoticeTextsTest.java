package fr.sejour.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeTextsTest {

    private final PropertiesTexts texts = PropertiesTexts.onClassPath();

    @Test
    void a_message_about_a_filing_says_what_to_do_and_what_comes_next() {
        String body = texts.say("fr", "notice.filed.body", aFiling());

        assertThat(body)
                .contains("0380000000000000017", "Étudiant", "Préfecture de l'Isère", "3 mars 2027")
                .contains("Ce que vous avez à faire", "Ce qui se passe ensuite");
    }

    @Test
    void a_paper_without_a_last_day_says_so() {
        Map<String, Object> paper = aPaper();
        paper.put("lastDay", "open");

        assertThat(texts.say("fr", "notice.paper-issued.body", paper))
                .contains("Valable à partir du 3 mars 2027, sans date de fin");
    }

    @Test
    void a_paper_with_a_last_day_says_it_with_the_work_mention() {
        assertThat(texts.say("fr", "notice.paper-issued.body", aPaper()))
                .contains("Valable du 3 mars 2027 au 2 juin 2027 inclus")
                .contains("Ce document autorise son titulaire à travailler");
    }

    @Test
    void a_refusal_names_the_remedies() {
        Map<String, Object> refusal = aFiling();
        refusal.put("outcome", "REFUSED");
        refusal.put("reason", "Les ressources ne sont pas justifiées.");

        assertThat(texts.say("fr", "notice.decided.body", refusal))
                .contains("Les ressources ne sont pas justifiées.", "recours gracieux", "tribunal administratif");
    }

    @Test
    void a_silent_refusal_says_that_the_papers_go_on() {
        Map<String, Object> silence = aFiling();
        silence.put("outcome", "SILENTLY_REFUSED");
        silence.put("reason", "");

        assertThat(texts.say("fr", "notice.decided.body", silence))
                .contains("ce silence vaut refus", "les documents qui prolongent vos droits continuent");
    }

    @Test
    void a_card_without_appointment_comes_with_place_and_hours() {
        Map<String, Object> card = aFiling();
        card.put("mode", "WALK_IN");
        card.put("place", "12 place de Verdun, 38000 Grenoble");
        card.put("hours", "lundi 9 h – 12 h");

        assertThat(texts.say("fr", "notice.card-ready.body", card))
                .contains("sans rendez-vous", "12 place de Verdun", "lundi 9 h – 12 h");

        card.put("mode", "APPOINTMENT");
        assertThat(texts.say("fr", "notice.card-ready.body", card))
                .contains("sur rendez-vous")
                .doesNotContain("lundi");
    }

    private static Map<String, Object> aFiling() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("caseNumber", "0380000000000000017");
        arguments.put("permit", "Étudiant");
        arguments.put("prefecture", "Préfecture de l'Isère");
        arguments.put("day", LocalDate.of(2027, 3, 3));
        return arguments;
    }

    private static Map<String, Object> aPaper() {
        Map<String, Object> arguments = aFiling();
        arguments.put("paper", "Attestation de prolongation d'instruction");
        arguments.put("firstDay", LocalDate.of(2027, 3, 3));
        arguments.put("lastDay", LocalDate.of(2027, 6, 2));
        arguments.put(
                "rights",
                "- Travail: Ce document autorise son titulaire à travailler, dans toute profession, salariée ou non.");
        arguments.put("because", "La demande est un renouvellement.");
        arguments.put("checkCode", "ABCD-EFGH-JKMN");
        return arguments;
    }
}
