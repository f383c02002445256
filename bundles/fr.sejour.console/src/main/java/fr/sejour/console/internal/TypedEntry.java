package fr.sejour.console.internal;

import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.Received;
import fr.sejour.api.filing.Reception;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.HeldPermitWords;
import fr.sejour.web.page.PlaceWords;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an agent typed in, read as a filing. */
final class TypedEntry {

    static final String REGISTERED = "registered";
    static final String PRESENTED = "presented";
    static final String KNOWN = "known";
    static final String NEWCOMER = "newcomer";

    /** The only language of letters and of people who say none. */
    private static final String FRENCH = "fr";

    private TypedEntry() {}

    /** What was typed, as a filing; empty while something is missing or wrong, or a place has to be picked. */
    static Optional<Entry> read(Form form, PlaceWords places) {
        Optional<Filer> filer = filer(form);
        Optional<FilingChannel> channel = form.read("channel", TypedEntry::channel);
        Optional<PermitCode> permit = form.read("permit", PermitCode::new);
        Optional<HeldPermit> held = held(form);
        Optional<Article> article = form.readIfGiven("article", Article::new);
        Optional<LocalDate> entered = form.dayIfGiven("entry-date");
        Optional<LocalDate> received = form.day("received-on");
        Optional<FormSerial> serial = form.readIfGiven("form-serial", FormSerial::new);
        Optional<AttemptNumber> attempt = form.readIfGiven("attempt", AttemptNumber::new);
        Optional<CaseNumber> follows = form.readIfGiven("follows", CaseNumber::new);
        Optional<Residence> home = places.read(form);
        Set<PieceType> pieces = pieces(form);
        if (home.isEmpty()) {
            return Optional.empty();
        }
        return form.together(
                "late",
                () -> new Entry(
                        filer.orElseThrow(),
                        channel.orElseThrow(),
                        permit.orElseThrow(),
                        article,
                        held,
                        home.get(),
                        entered,
                        form.given("work-authorisation"),
                        form.given("employed"),
                        attempt.map(number -> new EarlierAttempt(number, said(form, "attempt-reason"))),
                        Optional.of(new Reception(
                                new Received(received.orElseThrow(), serial, pieces), said(form, "late"))),
                        follows));
    }

    private static Set<PieceType> pieces(Form form) {
        try {
            return form.all("pieces").stream().map(PieceType::new).collect(Collectors.toSet());
        } catch (IllegalArgumentException noPiece) {
            form.refuseAsWrong("pieces");
            return Set.of();
        }
    }

    private static Optional<String> said(Form form, String field) {
        return Optional.of(form.text(field)).filter(words -> !words.isEmpty());
    }

    private static FilingChannel channel(String typed) {
        return Words.read(FilingChannel.class, typed)
                .orElseThrow(() -> new IllegalArgumentException("There is no such channel"));
    }

    private static Optional<Filer> filer(Form form) {
        return switch (form.text("who")) {
            case REGISTERED -> registered(form).map(it -> it);
            case PRESENTED -> presented(form).map(it -> it);
            case KNOWN -> form.read("person", PersonId::new).map(Filer.Known::new);
            default -> newcomer(form);
        };
    }

    private static Optional<Filer> newcomer(Form form) {
        Optional<String> family = form.inWords("family-name");
        Optional<String> given = form.inWords("given-names");
        Optional<LocalDate> born = form.day("birth-date");
        Optional<String> nationality = form.inWords("nationality");
        Optional<Contact> contact =
                form.together("email", () -> new Contact(said(form, "email"), said(form, "phone"), FRENCH));
        return form.together(
                "nationality",
                () -> new Filer.Newcomer(
                        new CivilStatus(
                                family.orElseThrow(),
                                given.orElseThrow(),
                                born.orElseThrow(),
                                nationality.orElseThrow()),
                        contact.orElseThrow()));
    }

    private static Optional<HeldPermit> held(Form form) {
        if (!form.given("held-permit") && !form.given("held-number")) {
            return Optional.empty();
        }
        return HeldPermitWords.read(form);
    }

    /** The code that the person shows, and the birth date that they say. */
    static Optional<Filer.Presented> presented(Form form) {
        Optional<CounterCode> code = form.read("counter-code", CounterCode::new);
        Optional<LocalDate> born = form.day("birth-date");
        return form.together("counter-code", () -> new Filer.Presented(code.orElseThrow(), born.orElseThrow()));
    }

    /** Number and birth date, as they stand on a permit. */
    static Optional<Filer.Registered> registered(Form form) {
        Optional<ForeignerNumber> number = form.read("foreigner-number", ForeignerNumber::new);
        Optional<LocalDate> born = form.day("birth-date");
        return form.together("foreigner-number", () -> new Filer.Registered(number.orElseThrow(), born.orElseThrow()));
    }
}
