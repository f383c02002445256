package fr.sejour.core.internal.paper;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.right.WorkCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.AttemptRecords;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers a checker from the store. What is guessed is the birth date, so it is the code that slows down, never an address. */
@Component
public final class PublicCheckDesk implements CheckDesk {

    private static final int FREE_TRIES = 5;
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /** The desk reads for whoever holds the code: the code is the right to read. */
    private static final Caller DESK = Caller.national(new AccountId("check-desk"));

    private final Store store;
    private final Editions editions;
    private final Clock clock;
    private final UnknownCodes unknown = new UnknownCodes();

    @Activate
    public PublicCheckDesk(@Reference Store store, @Reference Editions editions, @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public CheckAnswer check(CheckCode code, LocalDate birthDate) {
        Instant now = clock.instant();
        String subject = Secrets.digest("check-code", code.value());
        Looked looked = store.write(records -> {
            Optional<Attestation> paper = records.papers().byCheckCode(code);
            if (paper.isEmpty()) {
                return new Looked(false, Optional.empty());
            }
            records.attempts().hold(subject, now);
            refuseWhenTried(records.attempts().failures(subject, now.minus(MEMORY)), now);
            PersonRecord holder =
                    records.people().find(DESK, paper.get().person()).orElseThrow();
            if (!holder.civilStatus().birthDate().equals(birthDate)) {
                records.attempts().fail(subject, now);
                return new Looked(true, Optional.empty());
            }
            return new Looked(true, Optional.of(answer(records, paper.get(), holder, now)));
        });
        if (!looked.paper()) {
            synchronized (unknown) {
                refuseWhenTried(unknown.failures(subject, now.minus(MEMORY)), now);
                unknown.fail(subject, now);
            }
        }
        return looked.answer().orElseThrow(() -> new CaseException(ErrorCode.CHECK_REFUSED));
    }

    /** @param paper whether some paper bears the code */
    private record Looked(boolean paper, Optional<CheckAnswer> answer) {}

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
                editions.inForce(now.atZone(ZoneOffset.UTC).toLocalDate()),
                paper.validity().zone(),
                now);
        return new CheckAnswer(
                now,
                state(paper, now),
                paper.kind(),
                paper.number(),
                initials(holder.civilStatus()),
                paper.validity(),
                paper.rights(),
                hasMore(ledger.intervals(), paper, now),
                paper.end().filter(end -> !now.isBefore(end.at())).map(Attestation.End::reason));
    }

    private static State state(Attestation paper, Instant now) {
        if (paper.end().filter(end -> !now.isBefore(end.at())).isPresent()) {
            return State.ENDED;
        }
        if (now.isBefore(paper.validity().start())) {
            return State.NOT_YET_VALID;
        }
        return paper.validAt(now) ? State.VALID : State.EXPIRED;
    }

    private static boolean hasMore(List<CoverageLedger.Interval> intervals, Attestation paper, Instant now) {
        boolean proves = Ledger.provesStay(paper) && paper.validAt(now);
        int here = paper.rights().work().value().fold(PublicCheckDesk::breadth, open -> 0);
        return intervals.stream()
                .filter(interval -> !interval.reference().equals(paper.number().value()))
                .filter(interval -> interval.covers(now))
                .anyMatch(interval ->
                        !proves || interval.work().value().fold(PublicCheckDesk::breadth, open -> 0) > here);
    }

    private static int breadth(WorkRight work) {
        return work.code() == WorkCode.NONE ? 0 : work.code() == WorkCode.ANY ? 2 : 1;
    }

    private static String initials(CivilStatus holder) {
        return initial(holder.givenNames()) + " " + initial(holder.familyName());
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
    }
}
