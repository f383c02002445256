package fr.sejour.core.port;

import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;

/**
 * A legal day on which, at some instant, no proof of right covered a person who was entitled to one.
 *
 * @param prefecture the responsible one when the day was noted
 * @param caseNumber the case that entitles them
 */
public record UncoveredDay(
        PersonId person, LocalDate day, PrefectureCode prefecture, CaseNumber caseNumber, GapCause cause) {}
