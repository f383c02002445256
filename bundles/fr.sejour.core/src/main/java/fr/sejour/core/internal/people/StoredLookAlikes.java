package fr.sejour.core.internal.people;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.LookAlike.KeptApart;
import fr.sejour.api.person.LookAlike.Likeness;
import fr.sejour.api.person.LookAlike.Somebody;
import fr.sejour.api.person.LookAlikes;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.TwoPeople;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds those who look alike each time somebody asks, so that nothing has to be kept in step; keeps only what agents said of it. */
@Component
public final class StoredLookAlikes implements LookAlikes {

    private static final int MOST_OF_EACH = 200;

    private static final Comparator<LookAlike> TO_LOOK_AT_FIRST = Comparator.comparing(
                    (LookAlike it) -> it.keptApart().isPresent())
            .thenComparing(it -> it.somebody().isEmpty());

    private final Store store;
    private final Clock clock;

    @Activate
    public StoredLookAlikes(@Reference Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<LookAlike> of(Caller caller, PersonId person) {
        return store.read(records -> {
            PersonRecord found = forAgents(records, caller, person);
            Map<PersonId, KeptApart> said = records.lookAlikes().keptApart(person);
            return records.lookAlikes().candidates(found, MOST_OF_EACH).stream()
                    .map(other -> new LookAlike(
                            records.people().find(caller, other.id()).map(StoredLookAlikes::somebody),
                            Resemblance.between(found, other),
                            Optional.ofNullable(said.get(other.id()))))
                    .filter(it -> !it.reasons().isEmpty())
                    .filter(it -> it.somebody().isPresent() || it.keptApart().isEmpty())
                    .sorted(TO_LOOK_AT_FIRST)
                    .toList();
        });
    }

    @Override
    public LookAlike keepApart(Caller caller, PersonId person, PersonId other, TwoPeople said) {
        return store.write(records -> {
            Two two = held(records, caller, person, other);
            Set<Likeness> reasons = Resemblance.between(two.person(), two.other());
            if (reasons.isEmpty()) {
                throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "other"));
            }
            Instant now = clock.instant();
            KeptApart kept = new KeptApart(now, caller.account(), said.words());
            records.lookAlikes().keepApart(person, other, kept);
            note(records, caller, two, "person-kept-apart", now);
            return new LookAlike(Optional.of(somebody(two.other())), reasons, Optional.of(kept));
        });
    }

    @Override
    public void takeBack(Caller caller, PersonId person, PersonId other) {
        store.write(records -> {
            Two two = held(records, caller, person, other);
            if (records.lookAlikes().keptApart(person).containsKey(other)) {
                records.lookAlikes().takeBack(person, other);
                note(records, caller, two, "person-pointed-out-again", clock.instant());
            }
            return two;
        });
    }

    private record Two(PersonRecord person, PersonRecord other) {}

    /** Both, in one order whoever is named first, so that two agents never wait for each other. */
    private static Two held(Records records, Caller caller, PersonId person, PersonId other) {
        Stream.of(person, other)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .forEach(records.people()::hold);
        PersonRecord found = forAgents(records, caller, person);
        PersonRules.refuseWhoOnlyReads(records, caller, found);
        return new Two(found, PersonRules.known(records, caller, other));
    }

    private static PersonRecord forAgents(Records records, Caller caller, PersonId person) {
        PersonRecord found = PersonRules.known(records, caller, person);
        if (!caller.isStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        return found;
    }

    private static Somebody somebody(PersonRecord other) {
        return new Somebody(other.id(), other.civilStatus());
    }

    /** The person reads their journal: it says that an agent looked, and nothing of the other one. */
    private static void note(Records records, Caller caller, Two two, String what, Instant now) {
        JournalEntry line = new JournalEntry(now, caller.account().value(), what, "", Optional.empty());
        PersonRules.note(records, two.person().id(), line);
        PersonRules.note(records, two.other().id(), line);
    }
}
