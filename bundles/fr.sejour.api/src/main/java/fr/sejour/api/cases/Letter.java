package fr.sejour.api.cases;

import java.time.Instant;

/**
 * A letter of the préfecture on a case, as it was signed: in French, which prevails.
 *
 * @param kind the code of what it says: {@code granted}, {@code refused}, {@code registration-refused}, {@code reasons} or
 *     {@code paper-revoked}
 * @param text the whole letter, line by line: who decided under which delegation, why in law and fact, remedies and delays
 */
public record Letter(String kind, Instant writtenAt, String text) {}
