package fr.sejour.core.internal.edition;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedEdition.Step;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionFiles;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.EditionRecord.Trial;
import fr.sejour.core.port.EditionRecord.Waking;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes editions in, and says since when they are the law. What takes long is left to the {@link EditionRound}. */
@Component
public final class StoredEditions implements EditionDesk {

    private final Store store;
    private final KeptLaw kept;
    private final Editions editions;
    private final EditionRound round;
    private final Clock clock;

    @Activate
    public StoredEditions(
            @Reference Store store,
            @Reference KeptLaw kept,
            @Reference Editions editions,
            @Reference EditionRound round,
            @Reference Clock clock) {
        this.store = store;
        this.kept = kept;
        this.editions = editions;
        this.round = round;
        this.clock = clock;
    }

    @Override
    public List<ArrivedEdition> arrived(Caller caller) {
        letInNational(caller);
        List<ArrivedEdition> all = new ArrayList<>(store.read(records ->
                records.editions().all().stream().map(it -> value(records, it)).toList()));
        Collections.reverse(all);
        return List.copyOf(all);
    }

    @Override
    public ArrivedEdition receive(Caller caller, byte[] jar) {
        letInNational(caller);
        if (jar.length > LARGEST) {
            throw refused("It is larger than any edition is.");
        }
        Instant now = clock.instant();
        SignedEdition signed = verified(jar, now);
        String digest = SignedEdition.digest(jar);
        String name = signed.files().name();
        return store.write(records -> {
            Optional<EditionRecord> known = records.editions().find(name);
            if (known.filter(it -> it.digest().equals(digest)).isPresent()) {
                return value(records, known.get());
            }
            if (known.isPresent()
                    || editions.all().stream().anyMatch(it -> nameOf(it).equals(name))) {
                throw refused("Another edition is called " + name + " already.");
            }
            EditionStamp stamp = lawWith(records, signed.files()).all().stream()
                    .map(Edition::stamp)
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (stamp.recordedOn().isAfter(Prefecture.nationalDay(now))) {
                throw refused("Edition " + name + " says that it was recorded on " + stamp.recordedOn()
                        + ", which is still to come.");
            }
            EditionRecord fresh = new EditionRecord(
                            stamp,
                            digest,
                            signed.signer(),
                            now,
                            State.RECEIVED,
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            0)
                    .moved(State.RECEIVED, caller.account(), now);
            records.editions().add(fresh, jar);
            return value(records, fresh);
        });
    }

    @Override
    public ArrivedEdition rehearse(Caller caller, String name) {
        ArrivedEdition begun = act(caller, name, (records, edition) -> {
            refuseUnless(edition, edition.state() != State.APPLIES);
            lawWith(records, kept.files(records, edition));
            records.editions().forget(name);
            Instant now = clock.instant();
            Rehearsal nothingYet = new Rehearsal(now, Optional.empty(), 0, 0, 0, 0);
            return edition.moved(State.REHEARSING, caller.account(), now)
                    .withTrial(Optional.of(new Trial(nothingYet, changes(records), Optional.empty())));
        });
        round.wake();
        return begun;
    }

    @Override
    public List<EditionEffect> effects(
            Caller caller, String name, Optional<EditionEffect.Change> only, Optional<CaseNumber> after) {
        letInNational(caller);
        return store.read(records -> {
            found(records, name);
            return records.editions().effects(name, only, after, PAGE);
        });
    }

    @Override
    public ArrivedEdition activate(Caller caller, String name) {
        ArrivedEdition applies = act(caller, name, (records, edition) -> {
            if (edition.steps().get(0).by().equals(caller.account())) {
                throw new CaseException(ErrorCode.SECOND_PERSON_NEEDED);
            }
            refuseUnless(edition, edition.isReady(changes(records)));
            lawWith(records, kept.files(records, edition));
            return changed(edition.moved(State.APPLIES, caller.account(), clock.instant()));
        });
        round.converge();
        return applies;
    }

    @Override
    public ArrivedEdition rollBack(Caller caller, String name) {
        ArrivedEdition taken = act(caller, name, (records, edition) -> {
            refuseUnless(edition, edition.state() == State.APPLIES);
            editions.with(kept.applying(records).stream()
                    .filter(it -> !it.name().equals(name))
                    .toList());
            return changed(edition.moved(State.ROLLED_BACK, caller.account(), clock.instant()));
        });
        round.converge();
        return taken;
    }

    /** Every open case has to be looked at by the law as it is from now on. */
    private static EditionRecord changed(EditionRecord edition) {
        return edition.withWaking(Optional.of(new Waking(Optional.empty())));
    }

    private ArrivedEdition act(Caller caller, String name, BiFunction<Records, EditionRecord, EditionRecord> deed) {
        letInNational(caller);
        return store.write(records -> {
            // of two changes of the law at once the second one sees the first
            records.editions().hold();
            EditionRecord after = deed.apply(records, found(records, name));
            if (!records.editions().change(after)) {
                throw new CaseException(ErrorCode.CASE_CHANGED);
            }
            return value(records, after);
        });
    }

    private static EditionRecord found(Records records, String name) {
        return records.editions().find(name).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    /** The law as it would be with one edition more. */
    private Editions lawWith(Records records, EditionFiles more) {
        List<EditionFiles> all = new ArrayList<>(kept.applying(records));
        all.add(more);
        return editions.with(all);
    }

    private static long changes(Records records) {
        return EditionRecord.changesOfTheLaw(records.editions().all());
    }

    private static ArrivedEdition value(Records records, EditionRecord edition) {
        Map<AccountId, Login> logins = new HashMap<>();
        edition.steps().stream()
                .map(Step::by)
                .distinct()
                .forEach(by -> records.teams().staff(by).ifPresent(staff -> logins.put(by, staff.login())));
        return edition.value(logins, changes(records));
    }

    private SignedEdition verified(byte[] jar, Instant now) {
        try {
            return kept.verified(jar, now);
        } catch (NotSigned why) {
            throw refused(String.valueOf(why.getMessage()));
        }
    }

    private static String nameOf(Edition edition) {
        return edition.stamp().name();
    }

    private static void letInNational(Caller caller) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static void refuseUnless(EditionRecord edition, boolean allowed) {
        if (!allowed) {
            throw new CaseException(
                    ErrorCode.ACT_NOT_ALLOWED, Map.of("state", edition.state().name()));
        }
    }

    private static CaseException refused(String sentence) {
        return new CaseException(ErrorCode.EDITION_REFUSED, Map.of("problem", sentence));
    }
}
