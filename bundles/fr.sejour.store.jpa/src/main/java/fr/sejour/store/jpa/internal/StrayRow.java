package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.operation.Watchdog.Fault;
import fr.sejour.api.operation.Watchdog.Stray;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A case that the watchdog could not mend. */
@Entity
@Table(name = "stray_case")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class StrayRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    String faults;

    @Column(name = "found_at")
    Instant foundAt;

    static StrayRow found(CaseNumber number, Instant now) {
        StrayRow row = new StrayRow();
        row.caseNumber = number.value();
        row.foundAt = UtcInstants.kept(now);
        return row;
    }

    void take(Set<Fault> found) {
        faults = found.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    Stray value() {
        return new Stray(
                new CaseNumber(caseNumber),
                Arrays.stream(faults.split(" ", -1)).map(Fault::valueOf).collect(Collectors.toUnmodifiableSet()),
                foundAt);
    }
}
