package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.personId;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.text.Texts;
import fr.sejour.core.internal.desk.NationalCaseReview;
import fr.sejour.core.internal.desk.NationalFilingDesk;
import fr.sejour.core.internal.desk.NationalPieceDesk;
import fr.sejour.core.internal.notice.LetterWriter;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.paper.PublicCheckDesk;
import fr.sejour.core.internal.people.CounterRecoveries;
import fr.sejour.core.internal.people.RegisteredPeople;
import fr.sejour.core.internal.people.StoredAccounts;
import fr.sejour.core.internal.people.StoredCorrections;
import fr.sejour.core.internal.people.StoredLookAlikes;
import fr.sejour.core.internal.pieces.FileIntake;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.upkeep.ClockDeadlinePass;
import fr.sejour.core.internal.upkeep.NightlyWatchdog;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The desks of the core over a real store, on a day that stands still. */
final class Desks {

    private static final Editions EDITIONS = new Editions();

    private final Store store;
    final NationalFilingDesk filings;
    final NationalCaseReview review;
    final NationalPieceDesk pieces;
    final PublicCheckDesk checks;
    final RegisteredPeople people;
    final StoredCorrections corrections;
    final StoredLookAlikes lookAlikes;
    final StoredAccounts accounts;
    final CounterRecoveries recoveries;
    final NightlyWatchdog watchdog;
    final ClockDeadlinePass pass;

    Desks(Store store, Instant now) {
        this.store = store;
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Upkeep upkeep = new Upkeep(EDITIONS, new NoticeWriter(new Keys()));
        Practices practices = new Practices();
        filings = new NationalFilingDesk(store, upkeep, practices, clock);
        review = new NationalCaseReview(store, upkeep, new LetterWriter(new Keys()), practices, clock);
        FilesHere vault = new FilesHere();
        FileIntake intake = new FileIntake(
                store,
                vault,
                (content, size, mostPages) -> "application/pdf",
                clock,
                new PieceDesk.Limits(10 * 1024 * 1024, 200),
                Duration.ofHours(24));
        pieces = new NationalPieceDesk(store, upkeep, vault, intake, practices, clock);
        checks = new PublicCheckDesk(store, EDITIONS, new JournalsTest.KeyOfOurOwn(), clock);
        people = new RegisteredPeople(store, upkeep, new NoticeWriter(new Keys()), clock);
        NoticeWriter notices = new NoticeWriter(new Keys());
        corrections = new StoredCorrections(store, upkeep, notices, vault, intake, clock);
        lookAlikes = new StoredLookAlikes(store, clock);
        accounts = new StoredAccounts(store, upkeep, notices, clock);
        recoveries = new CounterRecoveries(store, upkeep, notices, clock);
        watchdog = new NightlyWatchdog(store, upkeep, clock);
        pass = new ClockDeadlinePass(store, upkeep, practices, clock);
    }

    /** The case of a student who is known for no more than filing it. */
    CaseNumber filed(int person) {
        store.write(records -> {
            records.people().add(aPerson(person));
            return records;
        });
        Filing filing = FilingBuilder.builder()
                .person(personId(person))
                .channel(FilingChannel.ONLINE)
                .permit(new PermitCode("etudiant"))
                .residence(new Residence("1 place de Verdun", new CommuneCode("38185")))
                .workAuthorisation(false)
                .employed(false)
                .build();
        return filings.file(
                        Caller.applicant(new AccountId("account-" + person), personId(person)),
                        new IdempotencyKey("filing-of-" + person),
                        filing)
                .caseFile()
                .number();
    }

    /** Says every key as itself: how it is worded does not matter here. */
    private static final class Keys implements Texts {

        @Override
        public List<String> languages() {
            return List.of("fr", "en");
        }

        @Override
        public boolean has(String language, String key) {
            return true;
        }

        @Override
        public String say(String language, String key, Map<String, ?> arguments) {
            return key;
        }
    }
}
