package fr.sejour.rest.internal.answer;

import fr.sejour.api.person.LookAlike;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks like a person.
 *
 * @param person left out when the caller may read nothing of them
 * @param keptApart left out while nobody has said that they are two
 */
public record LookAlikeAnswer(
        @Nullable SomebodyAnswer person,
        List<String> reasons,
        @Nullable KeptApartAnswer keptApart) {

    /** Who they are. */
    public record SomebodyAnswer(
            String personId, String familyName, String givenNames, LocalDate birthDate, String nationality) {

        static SomebodyAnswer of(LookAlike.Somebody somebody) {
            return new SomebodyAnswer(
                    somebody.person().value(),
                    somebody.civilStatus().familyName(),
                    somebody.civilStatus().givenNames(),
                    somebody.civilStatus().birthDate(),
                    somebody.civilStatus().nationality());
        }
    }

    /** An agent's word that they are two. */
    public record KeptApartAnswer(Instant at, String by, String words) {

        static KeptApartAnswer of(LookAlike.KeptApart said) {
            return new KeptApartAnswer(said.at(), said.by().value(), said.words());
        }
    }

    public static LookAlikeAnswer of(LookAlike lookAlike) {
        return new LookAlikeAnswer(
                lookAlike.somebody().map(SomebodyAnswer::of).orElse(null),
                lookAlike.reasons().stream().sorted().map(Codes::of).toList(),
                lookAlike.keptApart().map(KeptApartAnswer::of).orElse(null));
    }
}
