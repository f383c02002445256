package fr.sejour.rest.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.AttemptReceipt;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.attempt.Failure;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Gives every failure the same receipt, and keeps the last one for the test to look at. */
final class HandWrittenFailures implements Attempts {

    static final AttemptNumber NUMBER = AttemptNumber.of("00000000001");

    final AtomicReference<Failure> last = new AtomicReference<>();

    @Override
    public Optional<AttemptReceipt> keep(Failure failure) {
        last.set(failure);
        return Optional.of(AttemptReceipt.of(attempt()));
    }

    @Override
    public Attempt find(Caller caller, AttemptNumber number) {
        if (!number.equals(NUMBER)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return attempt();
    }

    @Override
    public List<Attempt> own(Caller caller) {
        return List.of(attempt());
    }

    @Override
    public List<Attempt> waiting() {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public int replay() {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    private static Attempt attempt() {
        return new Attempt(
                NUMBER,
                Situations.NOW,
                Attempt.Operation.FILE,
                "internal",
                "urn:uuid:3f8c1b8e-6a0e-4a8e-9a55-2f1f5f6f7a10",
                new Attempt.Asker(Optional.empty(), Optional.of(Situations.AMINA), Optional.empty()),
                Attempt.Subject.UNSAID,
                Optional.of("a.b.c"),
                Optional.of(new Substitute(
                        Situations.NOW, Substitute.Because.PLATFORM_FAILED, Optional.of(new PrefectureCode("38")))),
                Optional.empty());
    }
}
