package fr.sejour.console.internal;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.LookAlike.KeptApart;
import fr.sejour.api.person.LookAlike.Somebody;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Optional;

/** A person beside somebody who looks like them. */
public record LookAlikeView(
        String path,
        String personPath,
        String otherPath,
        List<String> reasons,
        List<CivilStatusWords.Row> rows,
        List<Case> cases,
        List<Case> otherCases,
        Optional<Said> said) {

    public LookAlikeView {
        reasons = List.copyOf(reasons);
        rows = List.copyOf(rows);
        cases = List.copyOf(cases);
        otherCases = List.copyOf(otherCases);
    }

    /** A case of one of the two. */
    public record Case(String number, String path, String status) {

        static List<Case> of(Words words, List<CaseFile> files) {
            return files.stream()
                    .map(file -> new Case(
                            file.number().value(),
                            "/console/cases/" + file.number(),
                            words.code("status", file.status())))
                    .toList();
        }
    }

    /** That they are two. */
    public record Said(String at, String by, String words) {

        static Said of(Words words, KeptApart said) {
            return new Said(
                    words.moment(said.at(), Prefecture.NATIONAL), said.by().value(), said.words());
        }
    }

    /** Somebody who looks like a person, as a line of the person's page. */
    public record Line(Optional<String> path, Optional<String> name, List<String> reasons, Optional<Said> said) {

        public Line {
            reasons = List.copyOf(reasons);
        }

        static Line of(Words words, PersonProfile person, LookAlike it) {
            return new Line(
                    it.somebody().map(other -> LookAlikeView.path(person, other)),
                    it.somebody()
                            .map(Somebody::civilStatus)
                            .map(other -> other.familyName() + " " + other.givenNames()),
                    LookAlikeView.reasons(words, it),
                    it.keptApart().map(said -> Said.of(words, said)));
        }
    }

    static LookAlikeView of(
            Words words,
            PersonProfile person,
            Somebody other,
            LookAlike lookAlike,
            List<CaseFile> cases,
            List<CaseFile> otherCases) {
        return new LookAlikeView(
                path(person, other),
                PeopleSection.path(person.id()),
                PeopleSection.path(other.person()),
                reasons(words, lookAlike),
                CivilStatusWords.compare(words, person.civilStatus(), other.civilStatus(), Optional.empty()),
                Case.of(words, cases),
                Case.of(words, otherCases),
                lookAlike.keptApart().map(said -> Said.of(words, said)));
    }

    private static String path(PersonProfile person, Somebody other) {
        return PeopleSection.path(person.id()) + "/look-alikes/" + other.person();
    }

    private static List<String> reasons(Words words, LookAlike lookAlike) {
        return lookAlike.reasons().stream()
                .sorted()
                .map(reason -> words.code("look-alike", reason))
                .toList();
    }
}
