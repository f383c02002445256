package fr.sejour.core.port;

import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;

/** A case that one préfecture offers to another, read without loading the case. */
public record OfferedRow(
        CaseNumber number,
        PermitCode permit,
        String familyName,
        String givenNames,
        LocalDate filedOn,
        PrefectureCode from,
        PendingTransfer offer) {}
