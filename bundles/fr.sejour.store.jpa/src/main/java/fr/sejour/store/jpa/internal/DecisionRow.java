package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decision on a case. */
@Entity
@Table(name = "decision")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class DecisionRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Nullable
    String reason;

    @Nullable
    String delegation;

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_until")
    @Nullable
    LocalDate validUntil;

    @Column(name = "notified_by")
    @Nullable
    String notifiedBy;

    @Column(name = "notified_on")
    @Nullable
    LocalDate notifiedOn;

    @Column(name = "notification_proof")
    @Nullable
    String notificationProof;

    String edition;

    static DecisionRow of(String caseNumber, DecisionFile decision) {
        DecisionRow row = new DecisionRow();
        row.caseNumber = caseNumber;
        row.take(decision);
        return row;
    }

    void take(DecisionFile decision) {
        outcome = decision.outcome();
        decidedOn = decision.decidedOn();
        reason = decision.reason().orElse(null);
        delegation = decision.delegation().orElse(null);
        validFrom = decision.validFrom().orElse(null);
        validUntil = decision.validUntil().orElse(null);
        notifiedBy = decision.notification().map(NotificationFile::means).orElse(null);
        notifiedOn = decision.notification().map(NotificationFile::day).orElse(null);
        notificationProof = decision.notification().map(NotificationFile::proof).orElse(null);
        edition = decision.edition();
    }

    DecisionFile value() {
        return new DecisionFile(
                outcome,
                decidedOn,
                Optional.ofNullable(reason),
                Optional.ofNullable(delegation),
                Optional.ofNullable(validFrom),
                Optional.ofNullable(validUntil),
                notification(),
                edition);
    }

    private Optional<NotificationFile> notification() {
        return notifiedBy == null || notifiedOn == null || notificationProof == null
                ? Optional.empty()
                : Optional.of(new NotificationFile(notifiedBy, notifiedOn, notificationProof));
    }
}
