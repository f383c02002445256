package fr.sejour.core.internal.desk;

import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.person.HeldPermit;
import java.util.Optional;

/**
 * What a filing says, in one form whatever the version of the platform: two filings say the same if and only if their forms are
 * equal. The digests of this form are kept, so it never changes; what is added to a filing is added at the end, when it is said.
 */
final class FilingWords {

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
        return words.form.toString();
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
