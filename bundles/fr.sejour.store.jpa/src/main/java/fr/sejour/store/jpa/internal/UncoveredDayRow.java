package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.UncoveredDay;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day on which somebody entitled to a proof of right held none. */
@Entity
@Table(name = "uncovered_day")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class UncoveredDayRow {

    @Id
    @Column(name = "uncovered_id")
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "legal_day")
    LocalDate day;

    String prefecture;

    @Column(name = "case_number")
    String caseNumber;

    @Enumerated(EnumType.STRING)
    GapCause cause;

    static UncoveredDayRow of(UncoveredDay noted) {
        UncoveredDayRow row = new UncoveredDayRow();
        row.id = noted.person().value() + "." + noted.day();
        row.personId = noted.person().value();
        row.day = noted.day();
        row.prefecture = noted.prefecture().value();
        row.caseNumber = noted.caseNumber().value();
        row.cause = noted.cause();
        return row;
    }

    UncoveredDay value() {
        return new UncoveredDay(
                new PersonId(personId), day, new PrefectureCode(prefecture), new CaseNumber(caseNumber), cause);
    }
}
