package fr.sejour.console.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an agent names who acts for somebody under eighteen. */
final class RepresentativePages {

    private static final String PATH = "/people/{id}/representative";
    private static final String FRENCH = "fr";
    private static final List<Choice> LANGUAGES = List.of(Choice.of(FRENCH, "Français"), Choice.of("en", "English"));

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
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("message-language", List.of(FRENCH));
        person.representative().ifPresent(it -> {
            fields.put("family-name", List.of(it.familyName()));
            fields.put("given-names", List.of(it.givenNames()));
            fields.put("quality", List.of(Words.kebab(it.quality())));
            fields.put("message-language", List.of(it.contact().language()));
            it.contact().email().ifPresent(email -> fields.put("email", List.of(email)));
            it.contact().phone().ifPresent(phone -> fields.put("phone", List.of(phone)));
        });
        return page(visit, person, visit.form(fields), 200);
    }

    private static Reply page(Visit visit, PersonProfile person, Form form, int status) {
        Words words = visit.words();
        List<Choice> qualities = Arrays.stream(Representative.Quality.values())
                .map(it -> Choice.of(Words.kebab(it), words.code("quality", it)))
                .toList();
        return new Reply.Html(
                status,
                words.say("console.representative.name"),
                new StaticTemplates()
                        .representative(
                                form,
                                PeopleSection.path(person.id()),
                                person.civilStatus().givenNames() + " "
                                        + person.civilStatus().familyName(),
                                qualities,
                                LANGUAGES));
    }

    private Reply nameRepresentative(Visit visit) {
        PersonProfile person = people.find(visit.signedIn(), personId(visit));
        Form form = visit.form();
        Optional<Contact> contact = contact(form);
        Optional<Representative.Quality> quality = form.code("quality", Representative.Quality.class);
        Optional<String> family = form.inWords("family-name");
        Optional<String> given = form.inWords("given-names");
        Optional<Representative> named = form.together(
                "family-name",
                () -> new Representative(
                        family.orElseThrow(), given.orElseThrow(), quality.orElseThrow(), contact.orElseThrow()));
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

    private static Optional<Contact> contact(Form form) {
        Optional<Contact> silent =
                form.read("message-language", it -> new Contact(Optional.empty(), Optional.empty(), it));
        Optional<Contact> written = silent.map(it -> form.readIfGiven(
                        "email", email -> new Contact(Optional.of(email), it.phone(), it.language()))
                .orElse(it));
        return written.map(it -> form.readIfGiven(
                        "phone", phone -> new Contact(it.email(), Optional.of(phone), it.language()))
                .orElse(it));
    }

    private static PersonId personId(Visit visit) {
        return visit.variable("id", PersonId::new);
    }
}
