package fr.sejour.rest.internal.problem;

import fr.sejour.rest.internal.answer.Codes;

/** What is expected of a part of a request; each rule has one sentence in every language. */
public enum Rule {
    REQUIRED,
    DAY,
    CODE,
    TYPE,
    JSON,
    BOUNDS,
    UNKNOWN_FIELD,
    HEADER,
    REFUSED,
    LOGIN,
    PASSWORD,
    NAME,
    NATIONALITY,
    EMAIL,
    PHONE,
    LANGUAGE,
    PREFECTURE,
    NOT_FOR_THIS_ROLE,
    TOO_LONG,
    PERMIT,
    PERMIT_NUMBER,
    ENDS_BEFORE_IT_BEGINS,
    ADDRESS,
    COMMUNE,
    ARTICLE,
    PERSON_ID,
    FOREIGNER_NUMBER,
    LETTER_CODE,
    CHECK_CODE,
    PIECE_TYPE,
    PIECE_CONTENT,
    EVIDENCE,
    UPLOAD,
    OFFSET,
    CASE_NUMBER,
    ATTESTATION_NUMBER,
    ATTEMPT_NUMBER,
    REPORT_NUMBER,
    CORRECTION_NUMBER,
    RECOVERY_CODE,
    IDEMPOTENCY_KEY,
    LIMIT,
    SEARCH,
    NAME_SEARCH,
    PLACES,
    QUEUE_KEY,
    ROOT_NUMBER,
    VERSION,
    WORDS,
    CARD_NUMBER,
    AT_LEAST_ONE,
    TWICE,
    BIRTH_DATE,
    CONTRADICTS;

    /** The code as it stands in the answer and in text keys. */
    public String slug() {
        return Codes.of(this);
    }
}
