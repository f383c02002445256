package fr.sejour.store.jpa.internal;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.core.port.RegisterEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the State knows of one person, and to whom it is linked. */
@Entity
@Table(name = "register_entry")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class RegisterRow {

    @Id
    @Column(name = "foreigner_number")
    String number;

    @Embedded
    CivilStatusColumns civilStatus;

    @Embedded
    @Nullable
    PermitColumns permit;

    @Nullable
    String protection;

    @Column(name = "letter_code_digest")
    @Nullable
    String letterCodeDigest;

    @Column(name = "person_id")
    @Nullable
    String personId;

    static RegisterRow of(RegisterEntry entry) {
        RegisterRow row = new RegisterRow();
        row.number = entry.number().value();
        row.take(entry);
        return row;
    }

    void take(RegisterEntry entry) {
        civilStatus = CivilStatusColumns.of(entry.civilStatus());
        permit = entry.heldPermit().map(PermitColumns::of).orElse(null);
        protection = entry.protection().map(PermitCode::value).orElse(null);
        letterCodeDigest = entry.letterCodeDigest().orElse(null);
    }

    RegisterEntry value() {
        return new RegisterEntry(
                new ForeignerNumber(number),
                civilStatus.value(),
                Optional.ofNullable(permit).map(PermitColumns::value),
                Optional.ofNullable(protection).map(PermitCode::new),
                Optional.ofNullable(letterCodeDigest));
    }
}
