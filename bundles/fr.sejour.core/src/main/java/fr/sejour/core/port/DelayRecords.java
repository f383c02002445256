package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** How long decisions took. The figures name nobody, so everybody may read them. */
@ProviderType
public interface DelayRecords {

    /**
     * The cases whose person was told of a decision on that day or later, by number, after that one. A grant is told the day it is
     * signed, by the platform; a refusal when it is notified; a file that stayed incomplete was not decided.
     */
    List<DecidedCase> decidedSince(LocalDate day, Optional<CaseNumber> after, int limit);

    /** What was counted last; unknown when nothing was. */
    LocalDelay of(Ground ground);

    /** Keeps a count in the place of the last one: a ground that it does not name has no cases any more. */
    void keep(Map<Ground, LocalDelay> counted);

    /** What cases are compared with: those of one préfecture, for one permit, of one nature. */
    record Ground(PrefectureCode prefecture, PermitCode permit, Nature nature) {}

    /** @param told empty when what is kept of the case cannot be read */
    record DecidedCase(CaseNumber number, Optional<Told> told) {}

    /** What was asked, of whom, and when the person was told what they decided. */
    record Told(FiledRecord filed, PrefectureCode prefecture, LocalDate on) {}
}
