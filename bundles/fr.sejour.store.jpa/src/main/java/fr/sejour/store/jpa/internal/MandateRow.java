package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person lets a mandatary do. */
@Entity
@Table(name = "mandate")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class MandateRow {

    @Id
    @Column(name = "mandate_number")
    String number;

    @Column(name = "person_id")
    String personId;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "may_file")
    boolean mayFile;

    @Column(name = "may_complete")
    boolean mayComplete;

    @Column(name = "may_read")
    boolean mayRead;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "given_by")
    String givenBy;

    @Nullable
    String document;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    static MandateRow of(Mandate mandate) {
        MandateRow row = new MandateRow();
        row.number = mandate.number().value();
        row.personId = mandate.person().value();
        row.accountId = mandate.mandatary().account().value();
        row.mayFile = mandate.allows().contains(Permission.FILE);
        row.mayComplete = mandate.allows().contains(Permission.COMPLETE);
        row.mayRead = mandate.allows().contains(Permission.READ);
        row.firstDay = mandate.firstDay();
        row.lastDay = mandate.lastDay();
        row.givenAt = UtcInstants.kept(mandate.given().at());
        row.givenBy = mandate.given().by().value();
        row.document = mandate.given().document().orElse(null);
        row.take(mandate.ended());
        return row;
    }

    void take(Optional<Mandate.Ended> ended) {
        endedAt = ended.map(it -> UtcInstants.kept(it.at())).orElse(null);
        endedBy = ended.map(it -> it.by().value()).orElse(null);
    }

    Mandate value(Mandatary mandatary) {
        return new Mandate(
                new MandateNumber(number),
                new PersonId(personId),
                mandatary,
                allows(),
                firstDay,
                lastDay,
                new Mandate.Given(givenAt, new AccountId(givenBy), Optional.ofNullable(document)),
                Optional.ofNullable(endedAt)
                        .flatMap(at ->
                                Optional.ofNullable(endedBy).map(by -> new Mandate.Ended(at, new AccountId(by)))));
    }

    private Set<Permission> allows() {
        Set<Permission> allows = EnumSet.noneOf(Permission.class);
        if (mayFile) {
            allows.add(Permission.FILE);
        }
        if (mayComplete) {
            allows.add(Permission.COMPLETE);
        }
        if (mayRead) {
            allows.add(Permission.READ);
        }
        return allows;
    }
}
