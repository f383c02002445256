package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CollectionFile.DeclaredReceipt;
import fr.sejour.api.prefecture.CollectionMode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card of a case on its way to the hand. */
@Entity
@Table(name = "collection")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class CollectionRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "card_number")
    @Nullable
    String cardNumber;

    @Column(name = "ready_on")
    @Nullable
    LocalDate readyOn;

    @Column(name = "handed_over_on")
    @Nullable
    LocalDate handedOverOn;

    @Column(name = "collection_mode")
    @Enumerated(EnumType.STRING)
    CollectionMode mode;

    @Embedded
    @Nullable
    ServicePointColumns servicePoint;

    @Column(name = "declared_on")
    @Nullable
    LocalDate declaredOn;

    @Column(name = "declared_number")
    @Nullable
    String declaredNumber;

    @Column(name = "declared_since")
    @Nullable
    LocalDate declaredSince;

    static CollectionRow of(String caseNumber, CollectionFile collection) {
        CollectionRow row = new CollectionRow();
        row.caseNumber = caseNumber;
        row.take(collection);
        return row;
    }

    void take(CollectionFile collection) {
        cardNumber = collection.cardNumber().orElse(null);
        readyOn = collection.readyOn().orElse(null);
        handedOverOn = collection.handedOverOn().orElse(null);
        mode = collection.mode();
        servicePoint = collection.servicePoint().map(ServicePointColumns::of).orElse(null);
        declaredOn = collection.declared().map(DeclaredReceipt::saidOn).orElse(null);
        declaredNumber = collection.declared().map(DeclaredReceipt::cardNumber).orElse(null);
        declaredSince = collection.declared().map(DeclaredReceipt::day).orElse(null);
    }

    CollectionFile value() {
        return new CollectionFile(
                Optional.ofNullable(cardNumber),
                Optional.ofNullable(readyOn),
                Optional.ofNullable(handedOverOn),
                mode,
                Optional.ofNullable(servicePoint).map(ServicePointColumns::value),
                declared());
    }

    private Optional<DeclaredReceipt> declared() {
        return declaredOn == null || declaredNumber == null || declaredSince == null
                ? Optional.empty()
                : Optional.of(new DeclaredReceipt(declaredSince, declaredNumber, declaredOn));
    }
}
