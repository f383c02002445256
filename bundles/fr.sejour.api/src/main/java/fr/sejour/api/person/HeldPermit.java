package fr.sejour.api.person;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The titre de séjour or long-stay visa in the person's hand, or granted to them and not collected yet.
 *
 * @param number the number printed on it; of one that was granted here and whose card has no number yet, that of its case
 * @param kind what it is printed as, when known
 * @param validUntil its last day, in the zone of the préfecture that issued it
 */
public record HeldPermit(
        PermitCode permit, String number, Optional<DocumentKind> kind, LocalDate validFrom, LocalDate validUntil) {

    /** @throws IllegalArgumentException when it ends before it begins or lies outside 1900 to 2199, or its number is not 1 to 40
     *     characters */
    public HeldPermit {
        number = number.strip();
        if (number.isEmpty() || number.length() > 40 || number.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A permit number has 1 to 40 characters");
        }
        requireDays(validFrom, validUntil);
    }

    /** @throws IllegalArgumentException when a permit with these days ends before it begins, or lies outside 1900 to 2199 */
    public static void requireDays(LocalDate validFrom, LocalDate validUntil) {
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("A permit ends on or after its first day");
        }
        if (validFrom.getYear() < 1900 || validUntil.getYear() > 2199) {
            throw new IllegalArgumentException("The days of a permit lie between 1900 and 2199");
        }
    }
}
