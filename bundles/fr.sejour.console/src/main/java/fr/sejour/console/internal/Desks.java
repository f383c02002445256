package fr.sejour.console.internal;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.People;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Visit;
import java.time.ZoneId;

/** The desks of the platform that the console speaks to. */
public record Desks(
        SignIn signIn,
        People people,
        Coverage coverage,
        Catalogue catalogue,
        CaseReview cases,
        Prefectures prefectures) {

    /** The names of permits and pieces today, in the visitor's language. */
    CatalogueWords labels(Visit visit) {
        return new CatalogueWords(visit.words(), catalogue.permits(visit.today()));
    }

    /** A préfecture as its agents name it, for example {@code 38 Isère}. */
    String prefecture(PrefectureCode code) {
        try {
            return code + " " + prefectures.prefecture(code).departement();
        } catch (CaseException e) {
            return code.value();
        }
    }

    ZoneId zone(PrefectureCode code) {
        return prefectures.prefecture(code).zone();
    }
}
