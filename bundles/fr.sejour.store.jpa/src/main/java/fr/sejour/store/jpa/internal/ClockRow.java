package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.ClockFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A legal delay on a case. */
@Entity
@Table(name = "clock")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ClockRow implements ListedRow<ClockFile> {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "list_position")
    int position;

    String kind;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    @Nullable
    LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    ClockFile.State state;

    String meaning;

    @Nullable
    String basis;

    @Column(name = "days_left")
    @Nullable
    Integer daysLeft;

    static ClockRow of(String caseNumber, ClockFile clock, int position) {
        ClockRow row = new ClockRow();
        row.caseNumber = caseNumber;
        row.take(clock, position);
        return row;
    }

    @Override
    public void take(ClockFile clock, int place) {
        position = place;
        kind = clock.kind();
        startsOn = clock.startsOn();
        endsOn = clock.endsOn().orElse(null);
        state = clock.state();
        meaning = clock.meaning();
        basis = RightColumns.articles(clock.basis());
        daysLeft = clock.daysLeft().orElse(null);
    }

    ClockFile value() {
        return new ClockFile(
                kind,
                startsOn,
                Optional.ofNullable(endsOn),
                state,
                meaning,
                RightColumns.articles(basis),
                Optional.ofNullable(daysLeft));
    }

    @Override
    public Object key() {
        return position;
    }
}
