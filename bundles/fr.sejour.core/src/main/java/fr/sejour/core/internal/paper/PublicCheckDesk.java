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
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.AttemptRecords;
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
import java.util.function.Function;
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
                (records, now) -> records.papers()
                        .byCheckCode(code)
                        .map(paper -> new Asked<>(paper.person(), holder -> answer(records, paper, holder, now))));
        return proofs.proven(answer);
    }

    @Override
    public ShareAnswer check(ShareCode code, LocalDate birthDate) {
        ShareAnswer answer = guarded(
                "share-code",
                code.value(),
                birthDate,
                (records, now) -> records.shares()
                        .find(code)
                        .filter(share -> share.standsOn(StoredShares.today(now)))
                        .map(share -> new Asked<>(share.person(), holder -> answer(records, share, holder, now))));
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
            String kind, String code, LocalDate birthDate, BiFunction<Records, Instant, Optional<Asked<A>>> found) {
        Instant now = clock.instant();
        String subject = Secrets.digest(kind, code);
        synchronized (turns[Math.floorMod(subject.hashCode(), turns.length)]) {
            Looked<A> looked = store.read(records -> look(records, found.apply(records, now), subject, birthDate, now));
            if (looked.answer().isPresent()) {
                return looked.answer().get();
            }
            if (looked.known()) {
                store.write(records -> {
                    count(records.attempts(), subject, now);
                    return now;
                });
            } else {
                refuseWhenTried(unknown.failures(subject, now.minus(MEMORY)), now);
                unknown.fail(subject, now);
            }
            throw new CaseException(ErrorCode.CHECK_REFUSED);
        }
    }

    private static <A> Looked<A> look(
            Records records, Optional<Asked<A>> asked, String subject, LocalDate birthDate, Instant now) {
        if (asked.isEmpty()) {
            return new Looked<>(false, Optional.empty());
        }
        refuseWhenTried(records.attempts().failures(subject, now.minus(MEMORY)), now);
        PersonRecord holder = records.people().find(DESK, asked.get().person()).orElseThrow();
        return new Looked<>(
                true,
                holder.civilStatus().birthDate().equals(birthDate)
                        ? Optional.of(asked.get().answer().apply(holder))
                        : Optional.empty());
    }

    /** Counts a wrong date, unless those of other nodes have used up the tries meanwhile. */
    private static void count(AttemptRecords attempts, String subject, Instant now) {
        attempts.hold(subject, now);
        refuseWhenTried(attempts.failures(subject, now.minus(MEMORY)), now);
        attempts.fail(subject, now);
    }

    /** Whose code it is, and what it is answered with. */
    private record Asked<A>(PersonId person, Function<PersonRecord, A> answer) {}

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

    private CheckAnswer answer(Records records, Attestation paper, PersonRecord holder, Instant now) {
        CoverageLedger ledger = Ledger.of(
                holder,
                records.papers().ofPerson(DESK, holder.id()),
                edition(now),
                paper.validity().zone(),
                now);
        return new CheckAnswer(
                now,
                PaperStates.of(paper, now),
                paper.kind(),
                paper.number(),
                initials(holder.civilStatus()),
                paper.validity(),
                paper.rights(),
                hasMore(ledger.intervals(), paper, now),
                paper.end().filter(end -> !now.isBefore(end.at())).map(Attestation.End::reason),
                "");
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
                ledger.coveredUntil()
                        .map(end -> end.minusNanos(1).atZone(read.zone()).toLocalDate()),
                SharedRights.of(share.code().purpose(), RightsUnion.of(held)),
                "");
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
