package fr.sejour.console.internal;

import fr.sejour.api.person.PersonProfile;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.MandateWords;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is, what was proposed of them, whom they look like, who helps them, and what happened to the ways into their
 * account.
 */
public record PersonView(
        String path,
        String familyName,
        String givenNames,
        LocalDate birthDate,
        String nationality,
        String level,
        Optional<String> foreignerNumber,
        Optional<String> protection,
        boolean minor,
        Optional<String> representative,
        List<CorrectionLine> corrections,
        List<Line> access,
        List<LookAlikeView.Line> lookAlikes,
        List<MandateLine> mandates,
        List<Choice> permissions) {

    public PersonView {
        corrections = List.copyOf(corrections);
        access = List.copyOf(access);
        lookAlikes = List.copyOf(lookAlikes);
        mandates = List.copyOf(mandates);
        permissions = List.copyOf(permissions);
    }

    /** One thing that happened to the ways in. */
    public record Line(String at, String what, String by, Optional<String> words) {}

    static PersonView of(
            Words words,
            PersonProfile person,
            LocalDate today,
            List<CorrectionLine> corrections,
            List<Line> access,
            List<LookAlikeView.Line> lookAlikes,
            List<MandateLine> mandates) {
        return new PersonView(
                PeopleSection.path(person.id()),
                person.civilStatus().familyName(),
                person.civilStatus().givenNames(),
                person.civilStatus().birthDate(),
                CivilStatusWords.country(words, person.civilStatus().nationality()),
                words.code("fact", person.civilStatusLevel()),
                person.foreignerNumber().map(number -> number.value()),
                person.protection().flatMap(code -> words.ifSaid("protection." + Words.kebab(code.value()))),
                today.isBefore(person.civilStatus().comesOfAgeOn()),
                person.representative()
                        .map(it -> words.say(
                                "representative.of",
                                "name",
                                it.givenNames() + " " + it.familyName(),
                                "quality",
                                words.code("quality", it.quality()))),
                corrections,
                access,
                lookAlikes,
                mandates,
                MandateWords.choices(words, "helped.allows"));
    }
}
