package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.core.port.StockRecords.TakenOver;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was taken over under one reference of an earlier system. */
@Entity
@Table(name = "taken_over")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class TakenOverRow {

    @Id
    String reference;

    @Column(name = "row_digest")
    String digest;

    @Column(name = "case_number")
    String caseNumber;

    static TakenOverRow of(TakenOver taken) {
        TakenOverRow row = new TakenOverRow();
        row.reference = taken.reference();
        row.digest = taken.digest();
        row.caseNumber = taken.number().value();
        return row;
    }

    TakenOver value() {
        return new TakenOver(reference, digest, new CaseNumber(caseNumber));
    }
}
