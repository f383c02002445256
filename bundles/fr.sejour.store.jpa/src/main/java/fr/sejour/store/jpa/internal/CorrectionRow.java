package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.Task;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.EvidenceRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A correction, without its steps and what is known of its proof. */
@Entity
@Table(name = "correction")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class CorrectionRow {

    @Id
    @Column(name = "correction_number")
    String number;

    @Column(name = "person_id")
    String personId;

    @Column(name = "proposed_at")
    Instant at;

    @Embedded
    @AttributeOverride(name = "familyName", column = @Column(name = "before_family_name"))
    @AttributeOverride(name = "givenNames", column = @Column(name = "before_given_names"))
    @AttributeOverride(name = "birthDate", column = @Column(name = "before_birth_date"))
    @AttributeOverride(name = "nationality", column = @Column(name = "before_nationality"))
    CivilStatusColumns before;

    @Embedded
    @AttributeOverride(name = "familyName", column = @Column(name = "new_family_name"))
    @AttributeOverride(name = "givenNames", column = @Column(name = "new_given_names"))
    @AttributeOverride(name = "birthDate", column = @Column(name = "new_birth_date"))
    @AttributeOverride(name = "nationality", column = @Column(name = "new_nationality"))
    CivilStatusColumns proposed;

    @Embedded
    @AttributeOverride(name = "familyName", column = @Column(name = "register_family_name"))
    @AttributeOverride(name = "givenNames", column = @Column(name = "register_given_names"))
    @AttributeOverride(name = "birthDate", column = @Column(name = "register_birth_date"))
    @AttributeOverride(name = "nationality", column = @Column(name = "register_nationality"))
    @Nullable
    CivilStatusColumns register;

    @Column(name = "proof_evidence_id")
    @Nullable
    String proof;

    @Nullable
    String owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Correction.State state;

    static CorrectionRow of(Correction correction) {
        CorrectionRow row = new CorrectionRow();
        row.number = correction.number().value();
        row.personId = correction.person().value();
        row.at = UtcInstants.kept(correction.at());
        row.before = CivilStatusColumns.of(correction.before());
        row.proposed = CivilStatusColumns.of(correction.proposed());
        row.owner = correction.owner().map(PrefectureCode::value).orElse(null);
        row.dueOn = correction.dueOn();
        row.take(correction);
        return row;
    }

    /** What an act may change. */
    void take(Correction correction) {
        register = correction.register().map(CivilStatusColumns::of).orElse(null);
        proof = correction.proof().map(it -> it.file().value()).orElse(null);
        state = correction.state();
    }

    /** @param file of its proof */
    Correction value(List<Correction.Step> steps, Optional<EvidenceRecord> file) {
        return new Correction(
                new CorrectionNumber(number),
                new PersonId(personId),
                at,
                before.value(),
                proposed.value(),
                Optional.ofNullable(register).map(CivilStatusColumns::value),
                file.map(it -> new Proof(it.id(), it.mediaType(), it.size(), it.scan())),
                Optional.ofNullable(owner).map(PrefectureCode::new),
                dueOn,
                Task.Escalation.TEAM,
                state,
                steps);
    }
}
