package fr.sejour.core.internal.paper;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.CoverageLedger.Interval;
import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.AttemptRecords;
import fr.sejour.core.port.PaperFile;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers a checker from the store. What is guessed is the birth date, so it is the code that slows down, never an address. */
@Component
public final class PublicCheckDesk implements CheckDesk {

    private static final int FREE_TRIES = 5;
    private static final int TURNS = 256;
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /** The desk reads for whoever holds the code: the code is the right to read. */
    private static final Caller DESK = Caller.national(new AccountId("check-desk"));

    private final Store store;
    private final Editions editions;
    private final CheckProofs proofs;
    private final Clock clock;
    private final UnknownCodes unknown = new UnknownCodes();

    /** Two codes that share a turn wait for each other, no more. */
    private final Object[] turns =
            IntStream.range(0, TURNS).mapToObj(turn -> new Object()).toArray();

    @Activate
    public PublicCheckDesk(
            @Reference Store store,
            @Reference Editions editions,
            @Reference Signatures signatures,
            @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.proofs = new CheckProofs(signatures);
        this.clock = clock;
    }

    @Override
    public CheckAnswer check(CheckCode code, LocalDate birthDate) {
        CheckAnswer answer = guarded(
                "check-code",
                code.value(),
                birthDate,
                (records, counted) -> records.papers()
                        .byCheckCode(code, counted.subject(), counted.since())
                        .map(file -> new Asked<>(file.holder(), file.failures(), () -> answer(file, counted.now()))));
        return proofs.proven(answer);
    }

    @Override
    public ShareAnswer check(ShareCode code, LocalDate birthDate) {
        ShareAnswer answer = guarded(
                "share-code",
                code.value(),
                birthDate,
                (records, counted) -> records.shares()
                        .find(code)
                        .filter(share -> share.standsOn(StoredShares.today(counted.now())))
                        .map(share -> asked(records, share, counted)));
        return proofs.proven(answer);
    }

    @Override
    public Optional<CheckAnswer> paperProven(String proof) {
        return proofs.paper(proof);
    }

    @Override
    public Optional<ShareAnswer> shareProven(String proof) {
        return proofs.share(proof);
    }

    /**
     * Answers who knows the birth date of the holder of a code; a wrong date counts against the code, whoever types it. Dates for one
     * code are compared one after the other, so that many at once are no more than many in a row; nodes of one platform do not wait
     * for each other, and each may compare one date more. A right date writes nothing.
     */
    private <A> A guarded(
            String kind, String code, LocalDate birthDate, BiFunction<Records, Counted, Optional<Asked<A>>> found) {
        Instant now = clock.instant();
        String subject = Secrets.digest(kind, code);
        Counted counted = new Counted(subject, now);
        synchronized (turns[Math.floorMod(subject.hashCode(), turns.length)]) {
            Looked<A> looked = store.read(records -> look(found.apply(records, counted), birthDate, now));
            if (looked.answer().isPresent()) {
                return looked.answer().get();
            }
            if (looked.known()) {
                store.write(records -> {
                    count(records.attempts(), counted);
                    return now;
                });
            } else {
                refuseWhenTried(unknown.failures(subject, counted.since()), now);
                unknown.fail(subject, now);
            }
            throw new CaseException(ErrorCode.CHECK_REFUSED);
        }
    }

    private static <A> Looked<A> look(Optional<Asked<A>> asked, LocalDate birthDate, Instant now) {
        if (asked.isEmpty()) {
            return new Looked<>(false, Optional.empty());
        }
        refuseWhenTried(asked.get().failures(), now);
        CivilStatus holder = asked.get().holder().civilStatus();
        return new Looked<>(
                true,
                holder.birthDate().equals(birthDate)
                        ? Optional.of(asked.get().answer().get())
                        : Optional.empty());
    }

    private Asked<ShareAnswer> asked(Records records, Share share, Counted counted) {
        PersonRecord holder = records.people().find(DESK, share.person()).orElseThrow();
        return new Asked<>(
                holder,
                records.attempts().failures(counted.subject(), counted.since()),
                () -> answer(records, share, holder, counted.now()));
    }

    /** Counts a wrong date, unless those of other nodes have used up the tries meanwhile. */
    private static void count(AttemptRecords attempts, Counted counted) {
        attempts.hold(counted.subject(), counted.now());
        refuseWhenTried(attempts.failures(counted.subject(), counted.since()), counted.now());
        attempts.fail(counted.subject(), counted.now());
    }

    /** A try at a code, and what a wrong one counts against. */
    private record Counted(String subject, Instant now) {

        Instant since() {
            return now.minus(MEMORY);
        }
    }

    /** Whose code it is, how often it was tried in vain, and what it is answered with. */
    private record Asked<A>(PersonRecord holder, AttemptRecords.Failures failures, Supplier<A> answer) {}

    /** @param known whether somebody gave the code */
    private record Looked<A>(boolean known, Optional<A> answer) {}

    private static void refuseWhenTried(AttemptRecords.Failures failures, Instant now) {
        if (failures.count() < FREE_TRIES) {
            return;
        }
        Instant free = failures.last().plus(FIRST_WAIT.multipliedBy(1L << Math.min(failures.count() - FREE_TRIES, 9)));
        if (now.isBefore(free)) {
            long wait = Math.max(1, Duration.between(now, free).toSeconds());
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", wait));
        }
    }

    private CheckAnswer answer(PaperFile file, Instant now) {
        Attestation paper = file.paper();
        CoverageLedger ledger = Ledger.of(
                file.holder(), file.papers(), edition(now), paper.validity().zone(), now);
        State state = PaperStates.of(paper, now);
        return new CheckAnswer(
                now,
                state,
                paper.kind(),
                paper.number(),
                initials(file.holder().civilStatus()),
                paper.validity(),
                state.over() ? Optional.empty() : Optional.of(paper.rights()),
                hasMore(ledger.intervals(), paper, now),
                paper.end().filter(end -> !now.isBefore(end.at())).map(Attestation.End::reason),
                Optional.empty());
    }

    private ShareAnswer answer(Records records, Share share, PersonRecord holder, Instant now) {
        RecordedLedger read = RecordedLedger.read(records, DESK, holder, edition(now), now);
        CoverageLedger ledger = read.ledger();
        List<Interval> held = ledger.intervals().stream()
                .filter(interval -> interval.covers(now))
                .toList();
        return new ShareAnswer(
                now,
                share.code().purpose(),
                initials(holder.civilStatus()),
                ledger.covered(),
                SharedRights.until(share.code().purpose(), ledger)
                        .map(end -> end.minusNanos(1).atZone(read.zone()).toLocalDate()),
                SharedRights.of(share.code().purpose(), RightsUnion.of(held)),
                Optional.empty());
    }

    private Edition edition(Instant now) {
        return editions.at(now);
    }

    private static boolean hasMore(List<Interval> intervals, Attestation paper, Instant now) {
        boolean proves = Ledger.provesStay(paper) && paper.validAt(now);
        WorkRight here = paper.rights().work().value().ifSettled().orElse(WorkRight.NONE);
        return intervals.stream()
                .filter(interval -> !interval.reference().equals(paper.number().value()))
                .filter(interval -> interval.covers(now))
                .anyMatch(interval -> !proves
                        || interval.work()
                                .value()
                                .ifSettled()
                                .filter(work -> !RightsUnion.includes(here, work))
                                .isPresent());
    }

    private static String initials(CivilStatus holder) {
        return initial(holder.givenNames()) + " " + initial(holder.familyName());
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
    }
}
