package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.Statement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What somebody said with the act of a journal line. */
@Entity
@Table(name = "journal_statement")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class StatementRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "line_number")
    long lineNumber;

    String salt;

    String words;

    Statement value() {
        return new Statement(salt, words);
    }

    static StatementRow of(String caseNumber, long line, Statement statement) {
        StatementRow row = new StatementRow();
        row.caseNumber = caseNumber;
        row.lineNumber = line;
        row.salt = statement.salt();
        row.words = statement.words();
        return row;
    }
}
