package fr.sejour.lives.house;

import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.signature.Signatures;
import fr.sejour.api.text.Texts;
import fr.sejour.core.internal.desk.BulkRunner;
import fr.sejour.core.internal.desk.NationalCaseReview;
import fr.sejour.core.internal.desk.NationalFilingDesk;
import fr.sejour.core.internal.desk.NationalPieceDesk;
import fr.sejour.core.internal.desk.StoredBulkActs;
import fr.sejour.core.internal.mandate.StoredMandates;
import fr.sejour.core.internal.notice.LetterWriter;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.people.StoredCorrections;
import fr.sejour.core.internal.people.StoredResidences;
import fr.sejour.core.internal.pieces.EvidenceRound;
import fr.sejour.core.internal.pieces.FileIntake;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.record.StoredJournals;
import fr.sejour.core.internal.upkeep.ClockDeadlinePass;
import fr.sejour.core.internal.upkeep.NightlyWatchdog;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The core put together over a store and a vault, under a clock that the lives move. */
final class House {

    /** Read once: an edition never changes. */
    private static final Editions EDITIONS = new Editions();

    final HandClock clock;
    final Store store;
    final PieceVault vault;
    final NationalFilingDesk filings;
    final NationalCaseReview review;
    final BulkRunner runner;
    final StoredBulkActs bulk;
    final NationalPieceDesk pieces;
    final EvidenceRound evidence;
    final StoredResidences residences;
    final StoredCorrections corrections;
    final StoredMandates mandates;
    final StoredJournals journals;
    final ClockDeadlinePass pass;
    final NightlyWatchdog watchdog;

    House(Store store, PieceVault vault, Instant now) {
        this.clock = new HandClock(now);
        this.store = store;
        this.vault = vault;
        Upkeep upkeep = new Upkeep(EDITIONS, new NoticeWriter(new Keys()));
        Practices practices = new Practices();
        filings = new NationalFilingDesk(store, upkeep, practices, clock);
        review = new NationalCaseReview(store, upkeep, new LetterWriter(new Keys()), practices, clock);
        runner = new BulkRunner(store, review, false);
        bulk = new StoredBulkActs(store, review, runner, clock);
        FileIntake intake = new FileIntake(
                store,
                vault,
                (content, size, mostPages) -> "application/pdf",
                clock,
                new PieceDesk.Limits(1024 * 1024, 200),
                Duration.ofHours(24));
        pieces = new NationalPieceDesk(store, upkeep, vault, intake, practices, clock);
        evidence = new EvidenceRound(store, upkeep, vault, clock, null);
        residences = new StoredResidences(store, upkeep, practices, clock);
        corrections = new StoredCorrections(store, upkeep, upkeep.notices(), vault, intake, clock);
        mandates = new StoredMandates(store, upkeep, upkeep.notices(), clock);
        journals = new StoredJournals(store, new NoSeal(), clock);
        pass = new ClockDeadlinePass(store, upkeep, practices, clock);
        watchdog = new NightlyWatchdog(store, upkeep, clock);
    }

    /** A clock that stands where it was put. */
    static final class HandClock extends Clock {

        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        void moveTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
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

    /** Nothing is sealed here: a chain is verified without a key. */
    private static final class NoSeal implements Signatures {

        @Override
        public String sign(String type, Map<String, String> statement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String token(String type, Map<String, ?> claims) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Map<String, String>> verify(String type, String signed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void requireKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            throw new UnsupportedOperationException();
        }
    }
}
