package fr.sejour.rest.internal.problem;

import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.ErrorCode.Fault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A kind of problem: its stable address, its HTTP status and whose fault it is. There is one per {@link ErrorCode}, and a few
 * that only HTTP knows.
 */
public record ProblemKind(String slug, int status, Fault fault) {

    public static final ProblemKind BODY_TOO_LARGE = new ProblemKind("body-too-large", 413, Fault.CALLER);
    public static final ProblemKind BODY_UNREADABLE = new ProblemKind("body-unreadable", 400, Fault.CALLER);
    public static final ProblemKind METHOD_NOT_ALLOWED = new ProblemKind("method-not-allowed", 405, Fault.CALLER);
    public static final ProblemKind NOT_ACCEPTABLE = new ProblemKind("not-acceptable", 406, Fault.CALLER);

    public static final ProblemKind UPLOAD_PROTOCOL = new ProblemKind("upload-protocol", 412, Fault.CALLER);

    private static final Map<ErrorCode, ProblemKind> BY_CODE = new EnumMap<>(ErrorCode.class);

    static {
        for (ErrorCode code : ErrorCode.values()) {
            BY_CODE.put(code, new ProblemKind(code.slug(), statusOf(code), code.fault()));
        }
    }

    public static ProblemKind of(ErrorCode code) {
        ProblemKind kind = BY_CODE.get(code);
        return kind == null ? new ProblemKind(code.slug(), 500, code.fault()) : kind;
    }

    /** Every kind there is; the sentences and the contract have to know each. */
    public static List<ProblemKind> all() {
        return Stream.concat(
                        Arrays.stream(ErrorCode.values()).map(ProblemKind::of),
                        Stream.of(BODY_TOO_LARGE, BODY_UNREADABLE, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UPLOAD_PROTOCOL))
                .toList();
    }

    /** The {@code type} of the problem: a reference to its own page. */
    public String type() {
        return "/problems/" + slug;
    }

    private static int statusOf(ErrorCode code) {
        return switch (code) {
            case MALFORMED_INPUT, IDEMPOTENCY_KEY_MISSING -> 400;
            case NOT_SIGNED_IN, SIGN_IN_REFUSED -> 401;
            case NOT_YOURS_TO_DO, SECOND_PERSON_NEEDED -> 403;
            case NOT_FOUND -> 404;
            case ACT_NOT_ALLOWED,
                    CASE_CHANGED,
                    FORM_ALREADY_ENTERED,
                    TRANSFER_OFFERED,
                    TRANSFER_BOUNCES,
                    MERGE_TAKES_AWAY,
                    LOGIN_TAKEN,
                    CORRECTION_OPEN,
                    CORRECTION_SETTLED,
                    PIECE_NOT_SCANNED,
                    UPLOAD_ELSEWHERE,
                    MANDATE_STANDS,
                    TOO_MANY_SHARES,
                    PAPER_REPLACED,
                    GROUND_TAKEN -> 409;
            case PIECE_TOO_LARGE -> 413;
            case MEDIA_TYPE_NOT_ACCEPTED -> 415;
            case CONTRADICTORY_INPUT,
                    UNKNOWN_PERMIT,
                    UNKNOWN_COMMUNE,
                    UNKNOWN_MANDATARY,
                    PERMIT_NOT_OPEN,
                    FILED_AT_THE_PREFECTURE,
                    REPRESENTATIVE_MISSING,
                    PIECE_NOT_EXPECTED,
                    FILE_CONTRADICTS_ITS_NAME,
                    FILE_UNREADABLE,
                    FILE_CUT_SHORT,
                    FILE_LOCKED,
                    FILE_HAS_TOO_MANY_PAGES,
                    IMAGE_TOO_LARGE,
                    FILE_SWELLS,
                    FILE_INFECTED,
                    LINK_REFUSED,
                    RECOVERY_REFUSED,
                    CHECK_REFUSED,
                    PROOF_REFUSED,
                    IDEMPOTENCY_KEY_REUSED,
                    NOT_ON_MANY_CASES,
                    FULL_TEXT_UNAVAILABLE,
                    EDITION_REFUSED -> 422;
            case TOO_MANY_ATTEMPTS -> 429;
            case INTERNAL -> 500;
            case STORAGE_FULL -> 507;
            case EXTENSION_FAULT, STORE_UNAVAILABLE, PAPER_UNAVAILABLE, SIGNATURE_UNAVAILABLE, TOO_BUSY -> 503;
        };
    }
}
