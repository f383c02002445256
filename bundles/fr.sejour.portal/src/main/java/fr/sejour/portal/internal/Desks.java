package fr.sejour.portal.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.Shares;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.paper.PaperCopies;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.ZoneId;

/** The desks of the platform that the portal speaks to. */
public record Desks(
        SignIn signIn,
        People people,
        Coverage coverage,
        Catalogue catalogue,
        FilingDesk filings,
        CounterCodes counterCodes,
        CaseReview cases,
        PieceDesk pieces,
        Attestations papers,
        Inbox inbox,
        Prefectures prefectures,
        Communes communes,
        Residences residences,
        Mandates mandates,
        Shares shares,
        PaperCopies copies) {

    /** The names of permits and pieces today, in the visitor's language. */
    CatalogueWords labels(Visit visit) {
        return new CatalogueWords(visit.words(), catalogue.permits(visit.today()));
    }

    /** The authority in charge, as people name it. */
    String authority(Words words, PrefectureCode code) {
        Prefecture prefecture = prefectures.prefecture(code);
        return words.say("portal.prefecture", "departement", prefecture.departement(), "code", code.value());
    }

    /** A préfecture by its département and code alone, for the middle of a sentence. */
    String name(PrefectureCode code) {
        return prefectures.prefecture(code).departement() + " (" + code + ")";
    }

    /** The zone in which the days of a case are counted: that of the préfecture in charge. */
    ZoneId zone(CaseFile file) {
        return prefectures.prefecture(file.prefecture()).zone();
    }

    /** For whom the visitor asks. */
    Behalf behalf(Visit visit) {
        return Behalf.of(visit, mandates);
    }

    /** The person that the visitor speaks for. */
    static PersonId person(Visit visit) {
        Caller caller = visit.signedIn();
        return caller.person().orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }
}
