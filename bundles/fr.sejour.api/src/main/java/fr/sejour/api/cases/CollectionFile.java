package fr.sejour.api.cases;

import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.ServicePoint;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The card on its way to the hand.
 *
 * @param declared what the person says of a card that nobody has recorded as handed over
 */
public record CollectionFile(
        Optional<String> cardNumber,
        Optional<LocalDate> readyOn,
        Optional<LocalDate> handedOverOn,
        CollectionMode mode,
        Optional<ServicePoint> servicePoint,
        Optional<DeclaredReceipt> declared) {

    /** The same card with what the person now says of it. */
    public CollectionFile with(Optional<DeclaredReceipt> said) {
        return new CollectionFile(cardNumber, readyOn, handedOverOn, mode, servicePoint, said);
    }

    /**
     * The person says that the card is in their hand.
     *
     * @param day since when
     * @param saidOn when they said so
     */
    public record DeclaredReceipt(LocalDate day, String cardNumber, LocalDate saidOn) {}
}
