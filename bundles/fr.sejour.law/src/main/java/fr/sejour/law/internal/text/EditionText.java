package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All that one edition says, checked.
 *
 * @param withoutPermitOnly the pieces asked only from a person who holds no permit
 * @param permits in catalogue order
 * @param prefectures in the order of the list
 */
public record EditionText(
        EditionStamp stamp,
        Map<PieceType, PieceRequirement> pieces,
        Set<PieceType> withoutPermitOnly,
        Map<PermitCode, PermitText> permits,
        WindowsText windows,
        PaperTable papers,
        WorkText work,
        ClocksText clocks,
        FeesText fees,
        Map<PrefectureCode, Prefecture> prefectures) {

    public EditionText {
        pieces = ordered(pieces);
        withoutPermitOnly = Set.copyOf(withoutPermitOnly);
        permits = ordered(permits);
        prefectures = ordered(prefectures);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
