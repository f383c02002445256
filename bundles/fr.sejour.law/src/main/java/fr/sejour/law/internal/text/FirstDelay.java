package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A delay for the people who hold no document.
 *
 * @param permits the permits that it governs; empty when articles do
 * @param articles the articles that it governs
 */
public record FirstDelay(String name, Set<PermitCode> permits, Set<Article> articles, Rule rule, List<Article> basis) {

    public FirstDelay {
        permits = Set.copyOf(permits);
        articles = Set.copyOf(articles);
        basis = List.copyOf(basis);
    }

    public Reading<Span> span(LocalDate birth, Optional<LocalDate> entry) {
        return rule.span(birth, entry);
    }

    /** How the delay is counted. */
    public sealed interface Rule {

        Reading<Span> span(LocalDate birth, Optional<LocalDate> entry);

        /** Whether the delay is counted from the person's age. */
        default boolean byAge() {
            return false;
        }
    }

    /** From the entry into France. */
    public record AfterEntry(Period within) implements Rule {

        /** The token of a delay that cannot be counted because nobody knows the day of entry. */
        public static final String ENTRY_DATE = "entry_date";

        @Override
        public Reading<Span> span(LocalDate birth, Optional<LocalDate> entry) {
            return entry.map(day -> Reading.settled(new Span(Optional.empty(), day.plus(within))))
                    .orElseGet(() -> Reading.undetermined(ENTRY_DATE, "On which day did this person enter France?"));
        }
    }

    /** Up to the day before a birthday. */
    public record EveOfBirthday(int years) implements Rule {

        @Override
        public Reading<Span> span(LocalDate birth, Optional<LocalDate> entry) {
            return Reading.settled(
                    new Span(Optional.empty(), birth.plusYears(years).minusDays(1)));
        }

        @Override
        public boolean byAge() {
            return true;
        }
    }

    /** From a birthday. */
    public record AfterBirthday(int years, Period within) implements Rule {

        @Override
        public Reading<Span> span(LocalDate birth, Optional<LocalDate> entry) {
            return Reading.settled(
                    new Span(Optional.empty(), birth.plusYears(years).plus(within)));
        }

        @Override
        public boolean byAge() {
            return true;
        }
    }

    /** Between two birthdays. */
    public record BetweenBirthdays(int from, int to) implements Rule {

        @Override
        public Reading<Span> span(LocalDate birth, Optional<LocalDate> entry) {
            return Reading.settled(new Span(Optional.of(birth.plusYears(from)), birth.plusYears(to)));
        }

        @Override
        public boolean byAge() {
            return true;
        }
    }

    /** The texts do not settle it. */
    public record Unsettled(String token, String question) implements Rule {

        @Override
        public Reading<Span> span(LocalDate birth, Optional<LocalDate> entry) {
            return Reading.undetermined(token, question);
        }
    }
}
