package fr.sejour.store.jpa.internal;

import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.ErrorCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of one case in an act on many. */
@Entity
@Table(name = "bulk_line")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class BulkLineRow {

    @Id
    @Column(name = "bulk_id")
    String bulkId;

    @Id
    @Column(name = "list_position")
    int position;

    @Column(name = "case_number")
    String caseNumber;

    long version;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    @Nullable
    ErrorCode problem;

    @Nullable
    String details;

    @Column(name = "card_number")
    @Nullable
    String cardNumber;

    static BulkLineRow of(BulkActId id, Line line, int position) {
        BulkLineRow row = new BulkLineRow();
        row.bulkId = id.value();
        row.position = position;
        row.caseNumber = line.number().value();
        row.version = line.version();
        row.outcome = line.outcome();
        row.problem = line.problem().orElse(null);
        row.details = details(line);
        row.cardNumber = line.cardNumber().orElse(null);
        return row;
    }

    /** Each detail as its name, a blank and its text; null for none. */
    static @Nullable String details(Line line) {
        return TextList.joined(new TreeMap<>(line.details())
                .entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .toList());
    }

    Line value() {
        Map<String, String> told = new HashMap<>();
        for (String detail : TextList.split(details)) {
            int blank = detail.indexOf(' ');
            told.put(detail.substring(0, blank), detail.substring(blank + 1));
        }
        return new Line(
                new CaseNumber(caseNumber),
                version,
                outcome,
                Optional.ofNullable(problem),
                told,
                Optional.ofNullable(cardNumber));
    }
}
