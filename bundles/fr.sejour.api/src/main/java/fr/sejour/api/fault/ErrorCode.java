package fr.sejour.api.fault;

import fr.sejour.api.text.Codes;

/** Why a request was not served. The name is stable: it makes the {@code type} of the problem answer. */
public enum ErrorCode {
    MALFORMED_INPUT(Fault.CALLER),
    CONTRADICTORY_INPUT(Fault.CALLER),
    UNKNOWN_PERMIT(Fault.CALLER),
    UNKNOWN_COMMUNE(Fault.CALLER),
    PERMIT_NOT_OPEN(Fault.CALLER),
    FILED_AT_THE_PREFECTURE(Fault.CALLER),
    /** Somebody under eighteen files through a representative, and none is named. */
    REPRESENTATIVE_MISSING(Fault.CALLER),
    PIECE_NOT_EXPECTED(Fault.CALLER),
    PIECE_TOO_LARGE(Fault.CALLER),
    MEDIA_TYPE_NOT_ACCEPTED(Fault.CALLER),
    FILE_CONTRADICTS_ITS_NAME(Fault.CALLER),
    FILE_UNREADABLE(Fault.CALLER),
    FILE_CUT_SHORT(Fault.CALLER),
    FILE_LOCKED(Fault.CALLER),
    FILE_HAS_TOO_MANY_PAGES(Fault.CALLER),
    IMAGE_TOO_LARGE(Fault.CALLER),
    /** It grows out of all proportion once it is unpacked. */
    FILE_SWELLS(Fault.CALLER),
    FILE_INFECTED(Fault.CALLER),
    /** No agent reads what the malware scanner has not seen yet. */
    PIECE_NOT_SCANNED(Fault.CALLER),
    /** The upload has come to another place than the part sent says. */
    UPLOAD_ELSEWHERE(Fault.CALLER),
    NOT_SIGNED_IN(Fault.CALLER),
    SIGN_IN_REFUSED(Fault.CALLER),
    TOO_MANY_ATTEMPTS(Fault.CALLER),
    LOGIN_TAKEN(Fault.CALLER),
    LINK_REFUSED(Fault.CALLER),
    RECOVERY_REFUSED(Fault.CALLER),
    /** Another correction of the person waits for its answer. */
    CORRECTION_OPEN(Fault.CALLER),
    /** Nobody is named by that code. */
    UNKNOWN_MANDATARY(Fault.CALLER),
    /** The person has given the same mandatary a mandate that still stands. */
    MANDATE_STANDS(Fault.CALLER),
    /** So many codes of the person are answered that no more are given. */
    TOO_MANY_SHARES(Fault.CALLER),
    NOT_YOURS_TO_DO(Fault.CALLER),
    /** Also the answer for what exists but is out of the reader's scope. */
    NOT_FOUND(Fault.CALLER),
    CHECK_REFUSED(Fault.CALLER),
    /** The platform gave no such proof of a check, or it was changed since. */
    PROOF_REFUSED(Fault.CALLER),
    IDEMPOTENCY_KEY_MISSING(Fault.CALLER),
    IDEMPOTENCY_KEY_REUSED(Fault.CALLER),
    ACT_NOT_ALLOWED(Fault.CALLER),
    /** Somebody has answered the correction already, or its person has been corrected otherwise since. */
    CORRECTION_SETTLED(Fault.CALLER),
    /** Somebody else changed the case meanwhile. */
    CASE_CHANGED(Fault.CALLER),
    /** The printed form was typed in before: it is a case already. */
    FORM_ALREADY_ENTERED(Fault.CALLER),
    /** The case is on offer to a préfecture already. */
    TRANSFER_OFFERED(Fault.CALLER),
    /** The préfecture that the case is offered to has given it on, and the person does not live there: the national services decide. */
    TRANSFER_BOUNCES(Fault.CALLER),
    /** Taking the other case over would take something from the person. */
    MERGE_TAKES_AWAY(Fault.CALLER),
    /** Another team of the préfecture takes the same cases. */
    GROUND_TAKEN(Fault.CALLER),
    /** It is done on one case at a time, with reasons of its own. */
    NOT_ON_MANY_CASES(Fault.CALLER),
    /** The database of this installation does not search the words of cases. */
    FULL_TEXT_UNAVAILABLE(Fault.CALLER),
    /** Another paper stands in the place of this one, and its page was never made. */
    PAPER_REPLACED(Fault.CALLER),
    /** The edition of the law is not signed by somebody who may, or contradicts itself or what applies. */
    EDITION_REFUSED(Fault.CALLER),
    /** Whoever began it does not end it: that is for somebody else. */
    SECOND_PERSON_NEEDED(Fault.CALLER),
    EXTENSION_FAULT(Fault.EXTENSION),
    STORE_UNAVAILABLE(Fault.PLATFORM),
    /** There is no key to seal or sign papers with. Their records stand. */
    PAPER_UNAVAILABLE(Fault.PLATFORM),
    /** There is no key to sign statements with. What they state stands. */
    SIGNATURE_UNAVAILABLE(Fault.PLATFORM),
    /** There is no room left for files. */
    STORAGE_FULL(Fault.PLATFORM),
    /** Too many others are being read from at present. */
    TOO_BUSY(Fault.PLATFORM),
    INTERNAL(Fault.PLATFORM);

    /** Whose fault it is. */
    public enum Fault {
        /** The request can be mended by whoever sent it. */
        CALLER,
        EXTENSION,
        PLATFORM
    }

    private final Fault fault;

    ErrorCode(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** The code as it stands in addresses and text keys, for example {@code act-not-allowed}. */
    public String slug() {
        return Codes.of(this);
    }
}
