package fr.sejour.core.internal.mandate;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.people.PersonRules;
import fr.sejour.core.internal.people.Telling;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps mandates in the store; what happens to one stands in the journal of every open case, and the person is told. */
@Component
public final class StoredMandates implements Mandates {

    private final Store store;
    private final Telling telling;
    private final Clock clock;
    private final Numbers numbers = new Numbers();

    @Activate
    public StoredMandates(
            @Reference Store store, @Reference Upkeep upkeep, @Reference NoticeWriter notices, @Reference Clock clock) {
        this.store = store;
        this.telling = new Telling(notices, upkeep.law());
        this.clock = clock;
    }

    @Override
    public MandateFile give(Caller caller, PersonId person, NewMandate said) {
        return store.write(records -> {
            PersonRecord mandator = held(records, caller, person);
            refuseUnless(caller.isStaff() == said.document().isPresent(), "document");
            Instant now = clock.instant();
            LocalDate today = Reach.today(now);
            LocalDate first = said.firstDay().orElse(today);
            refuseUnless(!first.isBefore(today), "firstDay");
            refuseUnless(!said.lastDay().isBefore(first), "lastDay");
            refuseUnless(said.lastDay().isBefore(first.plusMonths(Mandate.LONGEST_MONTHS)), "lastDay");
            Mandatary mandatary = records.mandates()
                    .mandatary(said.mandatary())
                    .filter(it -> isOpen(records, it))
                    .orElseThrow(() -> new CaseException(ErrorCode.UNKNOWN_MANDATARY));
            records.mandates().ofPerson(person).stream()
                    .filter(it -> it.mandatary().account().equals(mandatary.account()))
                    .filter(it -> it.ended().isEmpty() && !it.lastDay().isBefore(today))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new CaseException(
                                ErrorCode.MANDATE_STANDS,
                                Map.of("mandate", it.number().value()));
                    });
            Mandate fresh = new Mandate(
                    numbers.mandateNumber(),
                    person,
                    mandatary,
                    said.allows(),
                    first,
                    said.lastDay(),
                    new Mandate.Given(now, caller.account(), said.document()),
                    Optional.empty());
            records.mandates().add(fresh);
            note(records, caller, fresh, "mandate-given", now);
            telling.tell(records, mandator, NoticeWriter.mandateGiven(mandatary.name(), said.lastDay()), now);
            return file(records, caller, fresh, today);
        });
    }

    @Override
    public List<MandateFile> ofPerson(Caller caller, PersonId person) {
        LocalDate today = Reach.today(clock.instant());
        return store.read(records -> {
            PersonRules.known(records, caller, person);
            return records.mandates().ofPerson(person).stream()
                    .map(it -> file(records, caller, it, today))
                    .toList();
        });
    }

    @Override
    public void end(Caller caller, PersonId person, MandateNumber number) {
        store.write(records -> {
            PersonRecord mandator = held(records, caller, person);
            Mandate known = records.mandates().ofPerson(person).stream()
                    .filter(it -> it.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            if (known.ended().isEmpty()) {
                Instant now = clock.instant();
                Mandate ended = known.endedBy(caller.account(), now);
                records.mandates().end(ended);
                note(records, caller, ended, "mandate-ended", now);
                Told told = NoticeWriter.mandateEnded(known.mandatary().name());
                telling.tell(records, mandator, told, now);
            }
            return number;
        });
    }

    @Override
    public void close(Caller caller, MandataryCode code) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        Instant now = clock.instant();
        List<Mandate> left = store.write(records -> {
            Mandatary mandatary =
                    records.mandates().mandatary(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            records.accounts().close(mandatary.account(), now);
            return records.mandates().ofMandatary(mandatary.account());
        });
        // from here on nobody acts under them any more; a person at a time, as everywhere
        left.stream()
                .filter(it -> !it.lastDay().isBefore(Reach.today(now)))
                .forEach(it -> end(caller, it.person(), it.number()));
    }

    /** A closed account is not found by its login. */
    private static boolean isOpen(Records records, Mandatary mandatary) {
        return records.accounts()
                .find(mandatary.account())
                .flatMap(it -> records.accounts().find(it.login()))
                .isPresent();
    }

    @Override
    public HelpedPage own(Caller caller, Optional<MandateNumber> after) {
        refuseAllButHelpers(caller);
        LocalDate today = Reach.today(clock.instant());
        return store.read(records -> {
            Optional<Helped> last = after.map(key -> given(records, caller, key)
                    .orElseThrow(() -> new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"))));
            List<Helped> found = records.mandates().helped(caller.account(), today, last, HelpedPage.ROWS + 1);
            List<Helped> people = found.subList(0, Math.min(HelpedPage.ROWS, found.size()));
            return new HelpedPage(
                    people,
                    found.size() > HelpedPage.ROWS
                            ? Optional.of(
                                    people.get(HelpedPage.ROWS - 1).mandate().number())
                            : Optional.empty());
        });
    }

    @Override
    public Helped own(Caller caller, MandateNumber number) {
        refuseAllButHelpers(caller);
        LocalDate today = Reach.today(clock.instant());
        return store.read(records -> given(records, caller, number)
                .filter(it -> it.mandate().standsOn(today))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND)));
    }

    private static void refuseAllButHelpers(Caller caller) {
        if (caller.role() != Role.HELPER) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    /** One that this helper was given, whether it stands or has ended since. */
    private static Optional<Helped> given(Records records, Caller caller, MandateNumber number) {
        return records.mandates()
                .find(number)
                .filter(it -> it.mandatary().account().equals(caller.account()))
                .map(it -> helped(records, it));
    }

    private static Helped helped(Records records, Mandate mandate) {
        CivilStatus known = records.people()
                .find(Upkeep.READS_ALL, mandate.person())
                .orElseThrow()
                .civilStatus();
        return new Helped(mandate, known.familyName(), known.givenNames());
    }

    private static PersonRecord held(Records records, Caller caller, PersonId person) {
        records.people().hold(person);
        PersonRecord found = PersonRules.known(records, caller, person);
        PersonRules.refuseWhoOnlyReads(records, caller, found);
        return found;
    }

    /** What was done under it on the cases that the caller may read. */
    private static MandateFile file(Records records, Caller caller, Mandate mandate, LocalDate today) {
        String trace =
                Reach.trace(Caller.helper(mandate.mandatary().account()).under(mandate.number(), mandate.person()));
        List<MandateFile.Done> done = records.cases().ofPerson(caller, mandate.person()).stream()
                .flatMap(record -> records.cases().journal(record.number()).stream()
                        .filter(line -> line.actor()
                                .equals(mandate.mandatary().account().value()))
                        .filter(line -> (" " + line.detail()).contains(trace))
                        .map(line -> new MandateFile.Done(record.number(), line.at(), line.what())))
                .sorted(Comparator.comparing(MandateFile.Done::at))
                .toList();
        return new MandateFile(mandate, mandate.standsOn(today), done);
    }

    private static void note(Records records, Caller caller, Mandate mandate, String what, Instant now) {
        PersonRules.note(
                records,
                mandate.person(),
                new JournalEntry(
                        now,
                        caller.account().value(),
                        what,
                        mandate.number() + " for " + mandate.mandatary().code(),
                        Optional.empty()));
    }

    private static void refuseUnless(boolean fits, String field) {
        if (!fits) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", field));
        }
    }
}
