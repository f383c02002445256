package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.UncoveredDay;
import java.util.List;

/**
 * What has to be written so that everything of a person stands as the law wants it at an instant.
 *
 * @param person the person, with what has become of their earlier papers
 * @param papers every paper of theirs as it will stand
 * @param cases those of their cases that are looked at
 * @param uncovered the days on which they held no proof of right that was theirs, noted before or not
 */
record PersonPlan(PersonRecord person, List<Attestation> papers, List<OfCase> cases, List<UncoveredDay> uncovered) {

    PersonPlan {
        papers = List.copyOf(papers);
        cases = List.copyOf(cases);
        uncovered = List.copyOf(uncovered);
    }

    /** A case, and what has to be written for it. */
    record OfCase(CaseRecord before, Plan plan) {}
}
