package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened on a correction. */
@Entity
@Table(name = "correction_step")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class CorrectionStepRow {

    @Id
    @Column(name = "correction_number")
    String correctionNumber;

    @Id
    @Column(name = "step_number")
    long number;

    @Column(name = "stepped_at")
    Instant at;

    @Column(name = "account_id")
    String accountId;

    @Enumerated(EnumType.STRING)
    Correction.State state;

    @Nullable
    String words;

    static CorrectionStepRow of(CorrectionNumber correction, Correction.Step step) {
        CorrectionStepRow row = new CorrectionStepRow();
        row.correctionNumber = correction.value();
        row.number = step.sequence();
        row.at = UtcInstants.kept(step.at());
        row.accountId = step.by().value();
        row.state = step.what();
        row.words = step.words().orElse(null);
        return row;
    }

    Correction.Step value() {
        return new Correction.Step(number, at, new AccountId(accountId), state, Optional.ofNullable(words));
    }
}
