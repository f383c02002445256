package fr.sejour.store.jpa.internal;

import fr.sejour.api.person.CivilStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Who somebody is. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class CivilStatusColumns {

    @Column(name = "family_name")
    String familyName;

    @Column(name = "given_names")
    String givenNames;

    @Column(name = "birth_date")
    LocalDate birthDate;

    String nationality;

    static CivilStatusColumns of(CivilStatus person) {
        CivilStatusColumns columns = new CivilStatusColumns();
        columns.familyName = person.familyName();
        columns.givenNames = person.givenNames();
        columns.birthDate = person.birthDate();
        columns.nationality = person.nationality();
        return columns;
    }

    CivilStatus value() {
        return new CivilStatus(familyName, givenNames, birthDate, nationality);
    }
}
