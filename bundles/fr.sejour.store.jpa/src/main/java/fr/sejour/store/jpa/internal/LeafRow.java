package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.core.port.JournalHead;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The head of a journal that a root seals. */
@Entity
@Table(name = "journal_leaf")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class LeafRow {

    @Id
    @Column(name = "root_number")
    long root;

    @Id
    @Column(name = "leaf_position")
    int position;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "line_count")
    long lines;

    String digest;

    static LeafRow of(long root, int position, JournalHead head) {
        LeafRow row = new LeafRow();
        row.root = root;
        row.position = position;
        row.caseNumber = head.number().value();
        row.lines = head.lines();
        row.digest = head.digest();
        return row;
    }

    JournalHead value() {
        return new JournalHead(new CaseNumber(caseNumber), lines, digest);
    }
}
