package fr.sejour.law;

import static fr.sejour.law.Situation.aStudentRenewing;
import static fr.sejour.law.Situation.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.filing.FilingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingFactsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ONLINE, true", "SUBSTITUTE, true", "COUNTER, false", "POST, false", "EMAIL, false"})
    void the_substitute_is_worth_the_online_service(FilingChannel channel, boolean online) {
        assertThat(aStudentRenewing().by(channel).facts().online()).isEqualTo(online);
    }

    /** CRPA L. 112-11 is about whatever is sent by an electronic way. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ONLINE, true", "SUBSTITUTE, true", "EMAIL, true", "COUNTER, false", "POST, false"})
    void an_e_mail_is_electronic_though_it_is_not_the_service(FilingChannel channel, boolean electronic) {
        assertThat(aStudentRenewing().by(channel).facts().electronic()).isEqualTo(electronic);
    }

    @ParameterizedTest(name = "born {0}, entered {1}, filed {2}")
    @CsvSource({
        "2026-06-16, , 2026-06-15",
        "1996-03-10, 1996-03-09, 2026-06-15",
        "1996-03-10, 2026-06-16, 2026-06-15",
    })
    void days_that_contradict_each_other_are_refused(String born, String entered, String filed) {
        Situation situation = asking("visiteur").bornOn(born).on(filed);
        if (entered != null) {
            situation.enteredOn(entered);
        }

        assertThatThrownBy(situation::facts).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_person_may_enter_and_file_on_the_day_of_birth() {
        FilingFacts facts = asking("dcem")
                .bornOn("2026-06-15")
                .enteredOn("2026-06-15")
                .on("2026-06-15")
                .facts();

        assertThat(facts.filedOn()).isEqualTo(facts.birthDate());
    }

    @Test
    void a_document_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> asking("etudiant").holding("etudiant", "2026-09-30", "2026-09-29"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
