package fr.sejour.core.port;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/**
 * Whose rules speak for a case.
 *
 * @param home the commune that its person lives in
 * @param offeredTo the préfecture that a transfer under way goes to
 */
public record CasePlace(
        PermitCode permit, PrefectureCode prefecture, CommuneCode home, Optional<PrefectureCode> offeredTo) {

    public static CasePlace of(CaseRecord record) {
        return new CasePlace(
                record.filed().permit(),
                record.standing().prefecture(),
                record.standing().commune(),
                record.standing().transfer().map(offer -> offer.to()));
    }
}
