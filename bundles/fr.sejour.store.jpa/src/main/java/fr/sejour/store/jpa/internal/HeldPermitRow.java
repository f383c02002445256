package fr.sejour.store.jpa.internal;

import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is known of one permit of a person. */
@Entity
@Table(name = "held_permit")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class HeldPermitRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Id
    String reference;

    @Embedded
    PermitColumns permit;

    @Column(name = "fact_level")
    @Enumerated(EnumType.STRING)
    FactLevel level;

    @Column(name = "fact_since")
    Instant since;

    static HeldPermitRow of(PersonId person, HeldPermitFact fact) {
        HeldPermitRow row = new HeldPermitRow();
        row.personId = person.value();
        row.reference = fact.reference();
        row.take(fact);
        return row;
    }

    void take(HeldPermitFact fact) {
        permit = PermitColumns.of(fact.permit());
        level = fact.level();
        since = UtcInstants.kept(fact.since());
    }

    HeldPermitFact value() {
        return new HeldPermitFact(reference, permit.value(), level, since);
    }
}
