package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkCode;
import fr.sejour.api.right.WorkRight;
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
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A paper issued. */
@Entity
@Table(name = "attestation")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class AttestationRow {

    @Id
    @Column(name = "attestation_number")
    String number;

    @Enumerated(EnumType.STRING)
    PaperKind kind;

    @Column(name = "person_id")
    String personId;

    @Column(name = "case_number")
    String caseNumber;

    String prefecture;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    @Nullable
    LocalDate lastDay;

    String zone;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "stay"))
    @AttributeOverride(name = "token", column = @Column(name = "stay_token"))
    @AttributeOverride(name = "question", column = @Column(name = "stay_question"))
    @AttributeOverride(name = "basis", column = @Column(name = "stay_basis"))
    RightColumns stay;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "work_code"))
    @AttributeOverride(name = "token", column = @Column(name = "work_token"))
    @AttributeOverride(name = "question", column = @Column(name = "work_question"))
    @AttributeOverride(name = "basis", column = @Column(name = "work_basis"))
    RightColumns work;

    @Column(name = "work_hours")
    @Nullable
    Integer workHours;

    @Column(name = "work_limit")
    @Nullable
    String workLimit;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "travel"))
    @AttributeOverride(name = "token", column = @Column(name = "travel_token"))
    @AttributeOverride(name = "question", column = @Column(name = "travel_question"))
    @AttributeOverride(name = "basis", column = @Column(name = "travel_basis"))
    RightColumns travel;

    @Embedded
    @AttributeOverride(name = "code", column = @Column(name = "social"))
    @AttributeOverride(name = "token", column = @Column(name = "social_token"))
    @AttributeOverride(name = "question", column = @Column(name = "social_question"))
    @AttributeOverride(name = "basis", column = @Column(name = "social_basis"))
    RightColumns social;

    @Nullable
    String basis;

    @Nullable
    String because;

    String edition;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "check_code")
    String checkCode;

    /** Drawn by the database when the row goes in. */
    @Column(name = "status_index", insertable = false, updatable = false)
    @Nullable
    Long statusIndex;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Nullable
    Boolean stands;

    @Column(name = "of_the_commission")
    boolean ofTheCommission;

    boolean ordered;

    static AttestationRow of(Attestation paper) {
        AttestationRow row = new AttestationRow();
        row.number = paper.number().value();
        row.kind = paper.kind();
        row.personId = paper.person().value();
        row.caseNumber = paper.caseNumber().value();
        row.prefecture = paper.prefecture().value();
        row.firstDay = paper.validity().firstDay();
        row.lastDay = paper.validity().lastDay().orElse(null);
        row.zone = paper.validity().zone().getId();
        row.stay = RightColumns.of(paper.rights().stay(), StayRight::name);
        row.work = RightColumns.of(paper.rights().work(), right -> right.code().name());
        Optional<WorkRight> settled = paper.rights().work().value().ifSettled();
        row.workHours = settled.map(WorkRight::hoursPerYear)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .orElse(null);
        row.workLimit = settled.flatMap(WorkRight::limit).orElse(null);
        row.travel = RightColumns.of(paper.rights().travel(), TravelRight::name);
        row.social = RightColumns.of(paper.rights().social(), SocialRight::name);
        row.basis = RightColumns.articles(paper.basis());
        row.because = TextList.joined(paper.because());
        row.edition = paper.edition();
        row.issuedAt = UtcInstants.kept(paper.issuedAt());
        row.checkCode = paper.checkCode().value();
        row.stands = true;
        row.ofTheCommission = paper.isOfTheCommission();
        row.ordered = paper.isOrdered();
        paper.end().ifPresent(row::end);
        return row;
    }

    void end(Attestation.End end) {
        endedAt = UtcInstants.kept(end.at());
        endReason = end.reason();
        stands = null;
    }

    Attestation value() {
        return new Attestation(
                new AttestationNumber(number),
                kind,
                new PersonId(personId),
                new CaseNumber(caseNumber),
                new PrefectureCode(prefecture),
                new Validity(firstDay, Optional.ofNullable(lastDay), ZoneId.of(zone)),
                new Rights(
                        stay.value(StayRight::valueOf),
                        work.value(this::workRight),
                        travel.value(TravelRight::valueOf),
                        social.value(SocialRight::valueOf)),
                RightColumns.articles(basis),
                TextList.split(because),
                edition,
                issuedAt,
                new CheckCode(checkCode),
                endedAt == null || endReason == null
                        ? Optional.empty()
                        : Optional.of(new Attestation.End(endedAt, endReason)));
    }

    private WorkRight workRight(String code) {
        return new WorkRight(
                WorkCode.valueOf(code),
                workHours == null ? OptionalInt.empty() : OptionalInt.of(workHours),
                Optional.ofNullable(workLimit));
    }
}
