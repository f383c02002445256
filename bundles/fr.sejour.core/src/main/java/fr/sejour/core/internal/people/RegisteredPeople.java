package fr.sejour.core.internal.people;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.AttemptRecords;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.Represented;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people desk over the store and the register. */
@Component
public final class RegisteredPeople implements People {

    private static final int REFUSALS_OF_A_PERSON = 10;

    /** Far beyond what one person can do, so that nobody keeps somebody else from their own number. */
    private static final int REFUSALS_OF_A_NUMBER = 1000;

    private static final Duration DAY = Duration.ofDays(1);

    private final Store store;
    private final Upkeep upkeep;
    private final RegisterNews news;
    private final Telling telling;
    private final Clock clock;

    @Activate
    public RegisteredPeople(
            @Reference Store store, @Reference Upkeep upkeep, @Reference NoticeWriter notices, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.news = new RegisterNews(upkeep);
        this.telling = new Telling(notices, upkeep.law());
        this.clock = clock;
    }

    @Override
    public PersonProfile find(Caller caller, PersonId person) {
        return store.read(records -> profile(PersonRules.known(records, caller, person)));
    }

    @Override
    public PersonProfile changeContact(Caller caller, PersonId person, Contact contact) {
        return store.write(records -> {
            records.people().hold(person);
            PersonRecord before = PersonRules.known(records, caller, person);
            if (!caller.speaksFor(person)) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
            }
            PersonRecord after = before.withContact(contact);
            if (!after.equals(before)) {
                Instant now = clock.instant();
                changeContact(records, caller, before, after, now);
                if (after.represented().isPresent()) {
                    upkeep.tick(records, person, now);
                }
            }
            return profile(after);
        });
    }

    @Override
    public PersonProfile nameRepresentative(Caller caller, PersonId person, Representative representative) {
        return store.write(records -> {
            records.people().hold(person);
            PersonRecord before = PersonRules.known(records, caller, person);
            List<CaseRecord> cases = records.cases().ofPerson(caller, person);
            boolean theirs = caller.speaksFor(person)
                    || cases.stream().anyMatch(it -> caller.serves(it.standing().prefecture()));
            if (!theirs) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
            }
            Instant now = clock.instant();
            if (!before.isMinorOn(upkeep.today(cases.stream().findFirst(), now))) {
                throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "representative"));
            }
            boolean told = before.represented().filter(Represented::told).isPresent();
            PersonRecord after = before.withRepresented(new Represented(representative, told));
            if (!after.equals(before)) {
                changeContact(records, caller, before, after, now);
                upkeep.tick(records, person, now);
            }
            return profile(after);
        });
    }

    @Override
    public PersonProfile link(
            Caller caller, PersonId person, ForeignerNumber number, LocalDate birthDate, LetterCode letterCode) {
        Optional<PersonProfile> linked = store.write(records -> {
            Stream.concat(Stream.of(person), records.register().linked(number).stream())
                    .distinct()
                    .sorted(Comparator.comparing(PersonId::value))
                    .forEach(records.people()::hold);
            PersonRecord found = PersonRules.known(records, caller, person);
            Instant now = clock.instant();
            String tries = "link-person:" + person.value();
            String tried = Secrets.digest("link-number", number.value());
            records.attempts().hold(tries, now);
            records.attempts().hold(tried, now);
            refuseWhenTried(records.attempts(), tries, REFUSALS_OF_A_PERSON, now);
            refuseWhenTried(records.attempts(), tried, REFUSALS_OF_A_NUMBER, now);
            boolean somebodyElse = found.foreignerNumber()
                    .filter(known -> !known.equals(number))
                    .isPresent();
            Optional<RegisterEntry> entry = records.register()
                    .find(number)
                    .filter(it -> !somebodyElse)
                    .filter(it -> it.civilStatus().birthDate().equals(birthDate))
                    .filter(it -> it.letterCodeDigest()
                            .map(digest -> Secrets.same(digest, letterDigest(number, letterCode)))
                            .orElse(false))
                    .filter(it -> records.register()
                            .linked(number)
                            .filter(known -> !known.equals(person))
                            .map(known -> becomes(records, caller, found, known))
                            .orElse(true));
            if (entry.isEmpty()) {
                records.attempts().fail(tries, now);
                records.attempts().fail(tried, now);
                return Optional.empty();
            }
            PersonId self = records.register().linked(number).orElse(person);
            news.reach(records, self, records.register().link(number, self), now);
            return Optional.of(profile(PersonRules.known(records, Upkeep.READS_ALL, self)));
        });
        return linked.orElseThrow(() -> new CaseException(ErrorCode.LINK_REFUSED));
    }

    /** Both the old and the new way to reach them are told. */
    private void changeContact(Records records, Caller caller, PersonRecord before, PersonRecord after, Instant now) {
        records.people().change(after);
        records.accounts()
                .write(
                        after.id(),
                        new AccessLine(1, now, caller.account(), AccessLine.What.CONTACT_CHANGED, Optional.empty()));
        telling.tell(records, before, NoticeWriter.contactChanged(), now);
        telling.tell(records, after, NoticeWriter.contactChanged(), now);
    }

    /**
     * Whoever proves to be somebody whose cases came from an earlier system, and for whom nobody speaks here yet, is that person
     * from now on, reached where they said last. Somebody with cases of their own here is two people until a human has looked.
     */
    private static boolean becomes(Records records, Caller caller, PersonRecord present, PersonId known) {
        boolean theirs = caller.speaksFor(present.id())
                && records.cases().ofPerson(Upkeep.READS_ALL, present.id()).isEmpty()
                && !records.cases().ofPerson(Upkeep.READS_ALL, known).isEmpty()
                && records.accounts().move(caller.account(), known);
        if (theirs) {
            PersonRecord before = PersonRules.known(records, Upkeep.READS_ALL, known);
            records.people()
                    .change(before.with()
                            .contact(present.contact())
                            .represented(present.represented())
                            .build());
        }
        return theirs;
    }

    /** The digest under which a letter's code is kept: bound to the number, so that equal codes do not look equal. */
    static String letterDigest(ForeignerNumber number, LetterCode code) {
        return Secrets.digest("letter-" + number.value(), code.value());
    }

    /** The wait ends in the second after the first of the refusals counts no more. */
    static void refuseWhenTried(AttemptRecords attempts, String subject, int most, Instant now) {
        AttemptRecords.Failures failures = attempts.failures(subject, now.minus(DAY));
        if (failures.count() >= most) {
            long wait = Duration.between(now, failures.first().plus(DAY)).toSeconds() + 1;
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", wait));
        }
    }

    /** A person as the desks show them. */
    public static PersonProfile profile(PersonRecord person) {
        return new PersonProfile(
                person.id(),
                person.civilStatus(),
                person.civilStatusLevel(),
                person.contact(),
                person.foreignerNumber(),
                person.heldPermits(),
                person.protection(),
                person.represented().map(Represented::by));
    }
}
