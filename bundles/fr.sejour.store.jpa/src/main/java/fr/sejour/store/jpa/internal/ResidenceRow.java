package fr.sejour.store.jpa.internal;

import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Where a person lives, by what was said last. */
@Entity
@Table(name = "residence")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ResidenceRow {

    @Id
    @Column(name = "person_id")
    String personId;

    String address;

    String commune;

    @Column(name = "declared_at")
    Instant declaredAt;

    static ResidenceRow of(PersonId person, DeclaredResidence residence) {
        ResidenceRow row = new ResidenceRow();
        row.personId = person.value();
        row.take(residence);
        return row;
    }

    void take(DeclaredResidence said) {
        address = said.residence().address();
        commune = said.residence().commune().value();
        declaredAt = UtcInstants.kept(said.since());
    }

    DeclaredResidence value() {
        return new DeclaredResidence(new Residence(address, new CommuneCode(commune)), declaredAt);
    }
}
