package fr.sejour.core.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.LookAlike.Likeness;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResemblanceTest {

    private static final String NUMBER = "9900000001";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // family name | given names | of the other        | alike
                "Diallo        | Aïssatou     | DIALLO | Aissatou   | true",
                "Diallo        | Aïssatou     | Aïssatou | Diallo   | true",
                "Ben Ali       | Mohamed Amine | Ben-Ali | Amine Mohamed | true",
                "N'Guessan     | Marie        | NGuessan | Marie    | true",
                "N'Guessan     | Marie        | N Guessan | Marie   | true",
                "Łoś           | Zoë          | LOS | ZOE           | true",
                "Straße        | Jo           | Strasse | Jo        | true",
                "مُحَمَّد        | علي          | محمد | علي          | true",
                "王            | 小明          | 小明 | 王           | true",
                "Николаёв      | Ян           | НИКОЛАЕВ | ЯН       | true",
                "Diallo        | Aïssatou     | Diallo | Aïssata    | false",
                "Diallo        | Aïssatou     | Diallo | Aïssatou Marie | false",
                "Николаев      | Ян           | Nikolaev | Yan      | false",
                "王            | 小明          | 王 | 大明           | false",
                "ʼ             | ʼ            | ʼ | ʼ               | false",
            })
    void names_of_the_same_words_are_alike_whatever_their_order_accents_and_capitals(
            String family, String given, String otherFamily, String otherGiven, boolean alike) {
        PersonRecord one = person(1, family, given, "1998-05-17");

        assertThat(Resemblance.between(one, person(2, otherFamily, otherGiven, "1998-05-17")))
                .isEqualTo(alike ? Set.of(Likeness.SAME_NAME_AND_BIRTH_DATE) : Set.of());
        assertThat(Resemblance.between(one, person(2, otherFamily, otherGiven, "1998-05-18")))
                .isEmpty();
    }

    @Test
    void nobody_looks_like_themselves() {
        PersonRecord one = holding(person(1, "Diallo", "Aïssatou", "1998-05-17"), "T123");

        assertThat(Resemblance.between(one, one)).isEmpty();
    }

    @Test
    void one_permit_in_two_hands_is_pointed_out_whatever_they_are_called() {
        PersonRecord one = holding(person(1, "Diallo", "Aïssatou", "1998-05-17"), "T123");
        PersonRecord other = person(2, "Ben Ali", "Mohamed", "1970-01-01");

        assertThat(Resemblance.between(one, holding(other, "T123"))).containsExactly(Likeness.SAME_HELD_PERMIT);
        assertThat(Resemblance.between(one, holding(other, "T124"))).isEmpty();
    }

    @Test
    void a_foreigner_number_is_pointed_out_where_it_is_given_as_that_of_a_permit() {
        PersonRecord linked = linked(person(1, "Diallo", "Aïssatou", "1998-05-17"));
        PersonRecord other = person(2, "Ben Ali", "Mohamed", "1970-01-01");

        assertThat(Resemblance.between(linked, linked(other))).containsExactly(Likeness.SAME_FOREIGNER_NUMBER);
        assertThat(Resemblance.between(linked, holding(other, NUMBER))).containsExactly(Likeness.SAME_FOREIGNER_NUMBER);
        assertThat(Resemblance.between(holding(other, NUMBER), linked)).containsExactly(Likeness.SAME_FOREIGNER_NUMBER);
        assertThat(Resemblance.between(linked, other)).isEmpty();
    }

    private static PersonRecord person(int n, String family, String given, String born) {
        return PersonRecordBuilder.builder()
                .id(new PersonId("person-" + n))
                .civilStatus(new CivilStatus(family, given, LocalDate.parse(born), "GN"))
                .civilStatusLevel(FactLevel.DECLARED)
                .contact(new Contact(Optional.empty(), Optional.empty(), "fr"))
                .build();
    }

    private static PersonRecord linked(PersonRecord person) {
        return PersonRecordBuilder.builder()
                .id(person.id())
                .civilStatus(person.civilStatus())
                .civilStatusLevel(FactLevel.VERIFIED)
                .contact(person.contact())
                .foreignerNumber(Optional.of(new ForeignerNumber(NUMBER)))
                .build();
    }

    private static PersonRecord holding(PersonRecord person, String number) {
        HeldPermit permit = new HeldPermit(
                new PermitCode("etudiant"),
                number,
                Optional.empty(),
                LocalDate.parse("2025-09-01"),
                LocalDate.parse("2026-08-31"));
        return person.withHeldPermits(
                List.of(new HeldPermitFact("r-1", permit, FactLevel.DECLARED, Instant.parse("2026-01-01T00:00:00Z"))));
    }
}
