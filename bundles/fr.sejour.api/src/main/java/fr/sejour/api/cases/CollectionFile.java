package fr.sejour.api.cases;

import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.ServicePoint;
import java.time.LocalDate;
import java.util.Optional;

/** The card on its way to the hand. */
public record CollectionFile(
        Optional<String> cardNumber,
        Optional<LocalDate> readyOn,
        Optional<LocalDate> handedOverOn,
        CollectionMode mode,
        Optional<ServicePoint> servicePoint) {}
