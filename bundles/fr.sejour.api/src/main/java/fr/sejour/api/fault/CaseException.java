package fr.sejour.api.fault;

import java.util.Map;

/**
 * A request that the platform cannot serve. Details hold codes and bounds that help to mend the request, never personal data:
 * they are shown to the caller and may be logged.
 */
public final class CaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;

    public CaseException(ErrorCode code) {
        this(code, Map.of());
    }

    /** @param details names to codes, numbers, or lists of codes */
    public CaseException(ErrorCode code, Map<String, ?> details) {
        super(code.slug() + (details.isEmpty() ? "" : " " + details));
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
