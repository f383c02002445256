package fr.sejour.web.page;

import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Nationalities;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who somebody is, as forms ask for it and as pages show it. */
public final class CivilStatusWords {

    private static final String STATELESS = Nationalities.STATELESS;

    private CivilStatusWords() {}

    /**
     * The civil status of a form with the fields {@code family-name}, {@code given-names}, {@code birth-date} and
     * {@code nationality}; empty, with the faults noted at them, when they hold none.
     */
    public static Optional<CivilStatus> read(Form form) {
        Optional<String> familyName = form.read("family-name", CivilStatusWords::name);
        Optional<String> givenNames = form.read("given-names", CivilStatusWords::name);
        Optional<LocalDate> birthDate = form.day("birth-date");
        Optional<String> nationality = form.read("nationality", CivilStatusWords::state);
        return form.together(
                "birth-date",
                () -> new CivilStatus(
                        familyName.orElseThrow(),
                        givenNames.orElseThrow(),
                        birthDate.orElseThrow(),
                        nationality.orElseThrow()));
    }

    /** The same fields filled in with who somebody is. */
    public static Map<String, List<String>> fields(CivilStatus person) {
        LocalDate born = person.birthDate();
        return Map.of(
                "family-name", List.of(person.familyName()),
                "given-names", List.of(person.givenNames()),
                "birth-date-day", List.of(String.valueOf(born.getDayOfMonth())),
                "birth-date-month", List.of(String.valueOf(born.getMonthValue())),
                "birth-date-year", List.of(String.valueOf(born.getYear())),
                "nationality", List.of(person.nationality()));
    }

    /** Every foreign State by its name, and those who have none. */
    public static List<Choice> countries(Words words) {
        List<Choice> countries = new ArrayList<>();
        for (String code : Nationalities.states()) {
            countries.add(Choice.of(code, country(words, code)));
        }
        Collator alphabet = Collator.getInstance(words.locale());
        countries.sort(Comparator.comparing(Choice::label, alphabet));
        countries.add(Choice.of(STATELESS, country(words, STATELESS)));
        return countries;
    }

    /** The name of a State. */
    public static String country(Words words, String code) {
        return code.equals(STATELESS)
                ? words.say("field.nationality.stateless")
                : new Locale("", code).getDisplayCountry(words.locale());
    }

    /**
     * One part of who somebody is, beside what it should be.
     *
     * @param register what the register says, when it knows the person
     * @param changes whether it should be otherwise
     * @param contradicts whether the register says otherwise than it should be
     */
    public record Row(
            String label,
            String before,
            String proposed,
            Optional<String> register,
            boolean changes,
            boolean contradicts) {}

    /** Who somebody is, part by part, beside who they should be. */
    public static List<Row> compare(
            Words words, CivilStatus before, CivilStatus proposed, Optional<CivilStatus> register) {
        return List.of(
                row(words, "family-name", CivilStatus::familyName, before, proposed, register),
                row(words, "given-names", CivilStatus::givenNames, before, proposed, register),
                row(words, "birth-date", it -> words.day(it.birthDate()), before, proposed, register),
                row(words, "nationality", it -> country(words, it.nationality()), before, proposed, register));
    }

    private static Row row(
            Words words,
            String field,
            Function<CivilStatus, String> part,
            CivilStatus before,
            CivilStatus proposed,
            Optional<CivilStatus> register) {
        String was = part.apply(before);
        String becomes = part.apply(proposed);
        Optional<String> said = register.map(part);
        return new Row(
                words.say("field." + field),
                was,
                becomes,
                said,
                !was.equals(becomes),
                said.filter(it -> !it.equals(becomes)).isPresent());
    }

    /** A name as a civil status takes it, whatever the day and the State. */
    private static String name(String written) {
        return new CivilStatus(written, written, LocalDate.EPOCH, STATELESS).familyName();
    }

    private static String state(String code) {
        if (!Nationalities.has(code)) {
            throw new IllegalArgumentException("No such State");
        }
        return code;
    }
}
