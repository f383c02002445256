package fr.sejour.api.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The decision on a case.
 *
 * @param edition the edition of the law it rests on
 */
public record DecisionFile(
        Outcome outcome,
        LocalDate decidedOn,
        Optional<String> reason,
        Optional<String> delegation,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<NotificationFile> notification,
        String edition) {

    /** How and when the decision reached the person: the appeal clock starts there. */
    public record NotificationFile(String means, LocalDate day, String proof) {}
}
