package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.LocalDelay.Spread;
import fr.sejour.api.filing.Nature;
import fr.sejour.core.port.DelayRecords.Ground;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long decisions on one ground took in one préfecture. */
@Entity
@Table(name = "local_delay")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class LocalDelayRow {

    @Id
    String prefecture;

    @Id
    String permit;

    @Id
    @Enumerated(EnumType.STRING)
    Nature nature;

    @Column(name = "case_count")
    int cases;

    @Column(name = "half_days")
    @Nullable
    Integer half;

    @Column(name = "nine_tenths_days")
    @Nullable
    Integer nineTenths;

    @Column(name = "counted_on")
    LocalDate countedOn;

    static LocalDelayRow of(Ground ground, LocalDelay delay) {
        LocalDelayRow row = new LocalDelayRow();
        row.prefecture = ground.prefecture().value();
        row.permit = ground.permit().value();
        row.nature = ground.nature();
        row.cases = delay.cases();
        row.half = delay.spread().map(Spread::half).orElse(null);
        row.nineTenths = delay.spread().map(Spread::nineTenths).orElse(null);
        row.countedOn = delay.countedOn().orElseThrow();
        return row;
    }

    LocalDelay value() {
        return new LocalDelay(
                cases,
                half == null || nineTenths == null ? Optional.empty() : Optional.of(new Spread(half, nineTenths)),
                Optional.of(countedOn));
    }
}
