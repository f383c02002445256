package fr.sejour.console.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.ContactWords;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.RepresentativeWords;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an agent names who acts for somebody under eighteen. */
final class RepresentativePages {

    private static final String PATH = "/people/{id}/representative";
    private static final String FRENCH = "fr";

    private final People people;

    RepresentativePages(People people) {
        this.people = people;
    }

    List<Page> pages() {
        return List.of(
                Page.get(PATH, Audience.STAFF, this::present),
                Page.post(PATH, Audience.STAFF, this::nameRepresentative));
    }

    private Reply present(Visit visit) {
        PersonProfile person = people.find(visit.signedIn(), personId(visit));
        Map<String, List<String>> fields = person.representative()
                .map(RepresentativeWords::fields)
                .orElse(Map.of("message-language", List.of(FRENCH)));
        return page(visit, person, visit.form(fields), 200);
    }

    private static Reply page(Visit visit, PersonProfile person, Form form, int status) {
        Words words = visit.words();
        return new Reply.Html(
                status,
                words.say("console.representative.name"),
                new StaticTemplates()
                        .representative(
                                form,
                                PeopleSection.path(person.id()),
                                person.civilStatus().givenNames() + " "
                                        + person.civilStatus().familyName(),
                                RepresentativeWords.qualities(words),
                                ContactWords.languages()));
    }

    private Reply nameRepresentative(Visit visit) {
        PersonProfile person = people.find(visit.signedIn(), personId(visit));
        Form form = visit.form();
        Optional<Representative> named = RepresentativeWords.read(form);
        if (named.isPresent()) {
            try {
                people.nameRepresentative(visit.signedIn(), person.id(), named.get());
                return Reply.redirect(PeopleSection.path(person.id()) + "?done=representative");
            } catch (CaseException e) {
                switch (e.code()) {
                    case CONTRADICTORY_INPUT -> form.refuseAll("console.representative.of-age");
                    case NOT_YOURS_TO_DO -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return page(visit, person, form, 422);
    }

    private static PersonId personId(Visit visit) {
        return visit.variable("id", PersonId::new);
    }
}
