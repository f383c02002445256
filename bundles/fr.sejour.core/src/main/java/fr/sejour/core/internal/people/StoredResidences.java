package fr.sejour.core.internal.people;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.upkeep.Home;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Clocks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where people live, as the store keeps it; the upkeep makes their cases follow. */
@Component
public final class StoredResidences implements Residences {

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;
    private final Clock clock;

    @Activate
    public StoredResidences(
            @Reference Store store, @Reference Upkeep upkeep, @Reference Practices practices, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public Moved find(Caller caller, PersonId person) {
        return store.read(records -> moved(records, caller, PersonRules.known(records, caller, person)));
    }

    @Override
    public Moved declare(Caller caller, PersonId person, Residence residence) {
        List<CaseRecord> seen = store.read(records -> {
            PersonRules.refuseWhoOnlyReads(records, caller, PersonRules.known(records, caller, person));
            return records.cases().ofPerson(Upkeep.READS_ALL, person);
        });
        Commune place = upkeep.law()
                .commune(residence.commune(), today())
                .orElseThrow(() -> new CaseException(
                        ErrorCode.UNKNOWN_COMMUNE,
                        Map.of("commune", residence.commune().value())));
        Residence home = new Residence(residence.address(), place.residence());
        Answers answers = practices.answer(Home.following(seen, home.commune()));
        return store.write(records -> {
            records.people().hold(person);
            PersonRecord found = PersonRules.known(records, caller, person);
            PersonRules.refuseWhoOnlyReads(records, caller, found);
            boolean said = records.people()
                    .residence(person)
                    .filter(before -> before.residence().equals(home))
                    .isPresent();
            if (!said) {
                Instant now = clock.instant();
                records.people().keepResidence(person, new DeclaredResidence(home, now));
                PersonRules.note(
                        records,
                        person,
                        new JournalEntry(
                                now,
                                caller.account().value(),
                                "residence-declared",
                                home.commune().value(),
                                Optional.of("R. 431-23")));
                upkeep.tick(records, person, answers, now);
            }
            return moved(records, caller, found);
        });
    }

    private Moved moved(Records records, Caller caller, PersonRecord person) {
        Optional<DeclaredResidence> home = records.people().residence(person.id());
        return new Moved(
                home,
                home.flatMap(it -> upkeep.law().commune(it.residence().commune(), today())),
                open(records, caller, person)
                        .map(record -> new FollowingCase(
                                record.number(),
                                record.standing().prefecture(),
                                record.standing().transfer()))
                        .toList(),
                duty(person));
    }

    private static Stream<CaseRecord> open(Records records, Caller caller, PersonRecord person) {
        return records.cases().ofPerson(caller, person.id()).stream()
                .filter(record -> record.standing().status().isOpen());
    }

    /** Only what they hold today obliges anybody (R. 431-23); everybody may declare. */
    private Optional<Duty> duty(PersonRecord person) {
        LocalDate today = today();
        Clocks clocks = upkeep.law().inForce(today).clocks();
        return person.heldPermits().stream()
                .map(HeldPermitFact::permit)
                .filter(permit -> !today.isBefore(permit.validFrom()) && !today.isAfter(permit.validUntil()))
                .filter(permit -> obliges(clocks, permit))
                .findFirst()
                .map(permit -> new Duty(clocks.residenceMonths(), clocks.residenceBasis()));
    }

    private static boolean obliges(Clocks clocks, HeldPermit permit) {
        return clocks.residenceIsDeclared(permit.validFrom(), permit.validUntil());
    }

    private LocalDate today() {
        return Prefecture.nationalDay(clock.instant());
    }
}
