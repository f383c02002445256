package fr.sejour.core.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.sejour.api.fault.CaseException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the platform answers to a request it does not serve. */
public final class Refusals {

    private Refusals() {}

    /** The refusal of a request; the test fails when the request is served. */
    public static CaseException of(ThrowingCallable request) {
        CaseException refusal = catchThrowableOfType(CaseException.class, request);
        if (refusal == null) {
            throw new AssertionError("The request was served");
        }
        return refusal;
    }
}
