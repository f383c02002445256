package fr.sejour.api.filing;

import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the law says of a filing on the day it is made; shown before the person submits and stored with the case.
 *
 * @param nature first application, renewal, or change of ground
 * @param opens the first day of the filing window, when there is one
 * @param closes its last day
 * @param pieces what the file asks for
 * @param warnings stable codes, each with a sentence: {@code late-filing-no-attestation}
 */
public record Assessment(
        EditionStamp edition,
        Nature nature,
        Reading<Timeliness> timeliness,
        Optional<LocalDate> opens,
        Optional<LocalDate> closes,
        List<PieceRequirement> pieces,
        Reading<FeeQuote> fees,
        List<String> warnings) {

    public Assessment {
        pieces = List.copyOf(pieces);
        warnings = List.copyOf(warnings);
    }

    /** The same assessment with one warning more. */
    public Assessment warning(String code) {
        List<String> more = Stream.concat(warnings.stream(), Stream.of(code)).toList();
        return new Assessment(edition, nature, timeliness, opens, closes, pieces, fees, more);
    }
}
