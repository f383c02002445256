package fr.sejour.core.internal.desk;

import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.Received;
import fr.sejour.api.filing.Reception;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a filing says, in one form whatever the version of the platform: two filings say the same if and only if their forms are
 * equal. The digests of this form are kept, so it never changes; what is added to a filing is added at the end, when it is said.
 */
final class FilingWords {

    /** Stands where the platform may not know the person yet. */
    private static final PersonId NOBODY_YET = new PersonId("somebody");

    private final StringBuilder form = new StringBuilder();

    private FilingWords() {}

    static String of(Filing filing) {
        FilingWords words = new FilingWords();
        words.say("person", filing.person().value());
        words.say("channel", filing.channel().name());
        words.say("permit", filing.permit().value());
        words.say("article", filing.article());
        words.say("held.permit", filing.heldPermit().map(HeldPermit::permit));
        words.say("held.number", filing.heldPermit().map(HeldPermit::number));
        words.say("held.kind", filing.heldPermit().flatMap(HeldPermit::kind).map(Enum::name));
        words.say("held.from", filing.heldPermit().map(HeldPermit::validFrom));
        words.say("held.until", filing.heldPermit().map(HeldPermit::validUntil));
        words.say("address", filing.residence().address());
        words.say("commune", filing.residence().commune().value());
        words.say("entry", filing.entryDate());
        words.say("work-authorisation", String.valueOf(filing.workAuthorisation()));
        words.say("attempt", filing.attempt().map(EarlierAttempt::number));
        words.say("employed", Optional.of(true).filter(it -> filing.employed()));
        Optional<Received> received = filing.reception().map(Reception::received);
        words.say("received", received.map(Received::on));
        words.say("form", received.flatMap(Received::form));
        words.say(
                "pieces",
                received.map(Received::pieces)
                        .filter(pieces -> !pieces.isEmpty())
                        .map(TreeSet::new));
        words.say("follows", filing.follows());
        return words.form.toString();
    }

    /** What an agent types in, in one form too: whose filing it is stands in it as the agent said it. */
    static String of(Entry entry) {
        FilingWords words = new FilingWords();
        if (entry.filer() instanceof Filer.Registered registered) {
            words.say("number", registered.number().value());
            words.say("born", registered.birthDate().toString());
        } else if (entry.filer() instanceof Filer.Presented presented) {
            words.say("counter-code", presented.code().value());
            words.say("born", presented.birthDate().toString());
        } else if (entry.filer() instanceof Filer.Newcomer newcomer) {
            words.say("family-name", newcomer.civilStatus().familyName());
            words.say("given-names", newcomer.civilStatus().givenNames());
            words.say("born", newcomer.civilStatus().birthDate().toString());
            words.say("nationality", newcomer.civilStatus().nationality());
            words.say("email", newcomer.contact().email());
            words.say("phone", newcomer.contact().phone());
            words.say("language", newcomer.contact().language());
        }
        PersonId person = entry.filer() instanceof Filer.Known known ? known.person() : NOBODY_YET;
        return words.form + of(entry.by(person));
    }

    private void say(String name, Optional<?> value) {
        value.ifPresent(said -> say(name, said.toString()));
    }

    /** The length stands before the value, so that no value looks like the next name. */
    private void say(String name, String value) {
        form.append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }
}
