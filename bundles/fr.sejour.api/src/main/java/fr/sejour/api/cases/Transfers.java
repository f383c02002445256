package fr.sejour.api.cases;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What other préfectures offer. An offered case stays in the queue of the one that has it until it is received. */
@ProviderType
public interface Transfers {

    /** The most that is told at once. */
    int MOST = 200;

    /**
     * The cases offered to the préfectures of an agent, or to any for national services, the first to be done by silence first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an applicant
     */
    List<Incoming> incoming(Caller caller);

    /** A case on offer. */
    record Incoming(
            CaseNumber number,
            PermitCode permit,
            String familyName,
            String givenNames,
            LocalDate filedOn,
            PrefectureCode from,
            PendingTransfer offer) {}
}
