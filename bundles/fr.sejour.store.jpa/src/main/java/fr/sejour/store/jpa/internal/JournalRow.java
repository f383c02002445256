package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.core.port.JournalChain;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.WrittenLine;
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

    /** The line that follows the last one of a case. */
    static JournalRow after(CaseRow last, JournalEntry entry) {
        JournalRow row = new JournalRow();
        row.caseNumber = last.number;
        row.lineNumber = last.journalLines + 1;
        row.writtenAt = UtcInstants.kept(entry.at());
        row.actor = entry.actor();
        row.what = entry.what();
        row.detail = entry.detail();
        row.basis = entry.basis().orElse(null);
        row.digest = JournalChain.digest(
                last.journalDigest,
                new CaseNumber(last.number),
                row.lineNumber,
                row.writtenAt,
                row.actor,
                row.what,
                row.detail,
                entry.basis());
        return row;
    }

    WrittenLine written(Optional<Statement> statement) {
        return new WrittenLine(
                lineNumber, writtenAt, actor, what, detail, Optional.ofNullable(basis), digest, statement);
    }

    JournalLine value(Optional<String> statement) {
        return new JournalLine(
                lineNumber, writtenAt, actor, what, detail, Optional.ofNullable(basis), digest, statement);
    }
}
