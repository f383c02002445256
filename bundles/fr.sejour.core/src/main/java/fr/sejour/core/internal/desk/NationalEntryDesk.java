package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.people.RegisterNews;
import fr.sejour.core.internal.people.RegisteredPeople;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Types in what came to the counter, by post or by e-mail, under the national law. */
@Component
public final class NationalEntryDesk implements EntryDesk {

    private final Store store;
    private final CaseOpening opening;
    private final Reach reach;
    private final Clock clock;
    private final RegisterNews news;
    private final Numbers numbers = new Numbers();

    @Activate
    public NationalEntryDesk(
            @Reference Store store, @Reference Upkeep upkeep, @Reference Practices practices, @Reference Clock clock) {
        this.store = store;
        this.opening = new CaseOpening(store, upkeep, practices, clock, numbers);
        this.reach = new Reach(clock);
        this.clock = clock;
        this.news = new RegisterNews(upkeep);
    }

    @Override
    public Registration registered(Caller caller, Filer.Registered filer) {
        ActRules.refuseThePerson(caller);
        return store.read(records -> {
            RegisterEntry entry = Arrival.entry(records, filer);
            return new Registration(
                    entry.number(),
                    entry.civilStatus(),
                    entry.heldPermit(),
                    entry.protection(),
                    records.register()
                            .linked(entry.number())
                            .flatMap(person -> records.people().residence(person))
                            .map(DeclaredResidence::residence));
        });
    }

    @Override
    public Presence presented(Caller caller, Filer.Presented filer) {
        ActRules.refuseThePerson(caller);
        return store.read(records -> {
            PersonRecord person = ShownCode.person(records, filer, clock);
            return new Presence(
                    RegisteredPeople.profile(person),
                    records.people().residence(person.id()).map(DeclaredResidence::residence));
        });
    }

    @Override
    public List<PersonProfile> named(Caller caller, String name, LocalDate birthDate) {
        ActRules.refuseThePerson(caller);
        return store.read(records -> records.people().named(caller, name, birthDate, MOST).stream()
                .map(RegisteredPeople::profile)
                .toList());
    }

    @Override
    public PersonProfile numbered(Caller caller, ForeignerNumber number) {
        ActRules.refuseThePerson(caller);
        return store.read(records -> records.register()
                .linked(number)
                .flatMap(person -> records.people().find(caller, person))
                .map(RegisteredPeople::profile)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND)));
    }

    @Override
    public FormSerial drawForm() {
        return numbers.formSerial();
    }

    @Override
    public Assessment assess(Caller caller, Entry entry) {
        return opening.assess(caller, asking(caller, entry));
    }

    @Override
    public FilingReceipt enter(Caller caller, IdempotencyKey key, Entry entry) {
        String digest = Secrets.digest("entry", FilingWords.of(entry));
        return opening.open(caller, key, digest, asking(caller, entry));
    }

    private CaseOpening.Asking asking(Caller caller, Entry entry) {
        if (!caller.isStaff() || entry.channel() == FilingChannel.ONLINE) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO, Map.of("channel", entry.channel().name()));
        }
        if (entry.filer() instanceof Filer.Known known) {
            return new KnownFiler(caller, entry.by(known.person()), reach);
        }
        return entry.filer() instanceof Filer.Presented presented
                ? new ShownCode(caller, entry, presented, clock)
                : new Arrival(caller, entry, new PersonId(UUID.randomUUID().toString()), news);
    }
}
