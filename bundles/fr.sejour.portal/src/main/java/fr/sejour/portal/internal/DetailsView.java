package fr.sejour.portal.internal;

import fr.sejour.api.person.PersonProfile;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who somebody is known as, how sure that is, and what they have proposed. */
public record DetailsView(
        String familyName,
        String givenNames,
        LocalDate birthDate,
        String nationality,
        String level,
        Optional<String> foreignerNumber,
        boolean minor,
        Optional<String> representative,
        List<CorrectionView> corrections) {

    public DetailsView {
        corrections = List.copyOf(corrections);
    }

    /** Whether another correction may be proposed now. */
    public boolean proposes() {
        return corrections.stream().noneMatch(CorrectionView::open);
    }

    static DetailsView of(Words words, PersonProfile person, LocalDate today, List<CorrectionView> corrections) {
        return new DetailsView(
                person.civilStatus().familyName(),
                person.civilStatus().givenNames(),
                person.civilStatus().birthDate(),
                CivilStatusWords.country(words, person.civilStatus().nationality()),
                words.code("fact", person.civilStatusLevel()),
                person.foreignerNumber().map(number -> number.value()),
                today.isBefore(person.civilStatus().comesOfAgeOn()),
                person.representative()
                        .map(it -> words.say(
                                "representative.of",
                                "name",
                                it.familyName() + " " + it.givenNames(),
                                "quality",
                                words.code("quality", it.quality()))),
                corrections);
    }
}
