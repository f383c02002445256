package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whom people may give a mandate. */
@Entity
@Table(name = "mandatary")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class MandataryRow {

    @Id
    @Column(name = "account_id")
    String accountId;

    String code;

    String name;

    @Enumerated(EnumType.STRING)
    Mandatary.Kind kind;

    static MandataryRow of(Mandatary mandatary) {
        MandataryRow row = new MandataryRow();
        row.accountId = mandatary.account().value();
        row.code = mandatary.code().value();
        row.name = mandatary.name();
        row.kind = mandatary.kind();
        return row;
    }

    Mandatary value() {
        return new Mandatary(new AccountId(accountId), new MandataryCode(code), name, kind);
    }
}
