package fr.sejour.api.notice;

import fr.sejour.api.cases.CaseNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A message owed to a person, in the words they were sent.
 *
 * @param kind what it tells, a stable code: {@code filed}, {@code paper-issued}, {@code pieces-asked}, {@code decided},
 *     {@code delivered}, {@code permit-over}, {@code closed}, {@code reopened}, {@code card-ready}
 * @param language the language of the words
 * @param seenAt when the person opened it
 */
public record Notice(
        String id,
        String kind,
        CaseNumber caseNumber,
        String language,
        String subject,
        String body,
        Instant createdAt,
        Optional<Instant> seenAt) {}
