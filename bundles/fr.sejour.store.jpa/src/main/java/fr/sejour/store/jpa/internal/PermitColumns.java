package fr.sejour.store.jpa.internal;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.HeldPermit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A permit in somebody's hand. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class PermitColumns {

    String permit;

    @Column(name = "permit_number")
    String number;

    @Column(name = "document_kind")
    @Enumerated(EnumType.STRING)
    @Nullable
    DocumentKind kind;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_until")
    LocalDate validUntil;

    static PermitColumns of(HeldPermit held) {
        PermitColumns columns = new PermitColumns();
        columns.permit = held.permit().value();
        columns.number = held.number();
        columns.kind = held.kind().orElse(null);
        columns.validFrom = held.validFrom();
        columns.validUntil = held.validUntil();
        return columns;
    }

    HeldPermit value() {
        return new HeldPermit(new PermitCode(permit), number, Optional.ofNullable(kind), validFrom, validUntil);
    }
}
