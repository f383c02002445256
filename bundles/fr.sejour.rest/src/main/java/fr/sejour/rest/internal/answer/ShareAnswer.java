package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.Share;
import java.time.Instant;
import java.time.LocalDate;

/** A code by which a person shares what they may do. */
public record ShareAnswer(String code, String purpose, LocalDate lastDay, Instant givenAt) {

    public static ShareAnswer of(Share share) {
        return new ShareAnswer(
                share.code().printed(), Codes.of(share.code().purpose()), share.lastDay(), share.givenAt());
    }
}
