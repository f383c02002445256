package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.JournalLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a case's journal. */
@Entity
@Table(name = "journal")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class JournalRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "line_number")
    long lineNumber;

    @Column(name = "written_at")
    Instant writtenAt;

    String actor;

    String what;

    String detail;

    @Nullable
    String basis;

    String digest;

    static JournalRow of(String caseNumber, JournalLine line) {
        JournalRow row = new JournalRow();
        row.caseNumber = caseNumber;
        row.lineNumber = line.sequence();
        row.writtenAt = line.at();
        row.actor = line.actor();
        row.what = line.what();
        row.detail = line.detail();
        row.basis = line.basis().orElse(null);
        row.digest = line.digest();
        return row;
    }

    JournalLine value(Optional<String> statement) {
        return new JournalLine(
                lineNumber, writtenAt, actor, what, detail, Optional.ofNullable(basis), digest, statement);
    }
}
