package fr.sejour.console.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.CoverageGaps;
import fr.sejour.api.bulk.BulkActs;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.Transfers;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.People;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.team.Teams;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** The desks of the platform that the console speaks to. */
public record Desks(
        SignIn signIn,
        People people,
        Coverage coverage,
        Attestations papers,
        Catalogue catalogue,
        CaseReview cases,
        PieceDesk pieces,
        Prefectures prefectures,
        Transfers transfers,
        Residences residences,
        Teams teams,
        BulkActs bulk,
        CoverageGaps gaps,
        EditionDesk editions) {

    /** The names of permits and pieces today, in the visitor's language. */
    CatalogueWords labels(Visit visit) {
        return new CatalogueWords(visit.words(), catalogue.permits(visit.today()));
    }

    /** A préfecture as its agents name it, for example {@code 38 Isère}, and the zone of its legal days. */
    record Authority(String name, ZoneId zone) {}

    /** A préfecture that the law of the day does not know goes by its code and by the days of Paris. */
    Authority authority(PrefectureCode code) {
        try {
            Prefecture prefecture = prefectures.prefecture(code);
            return new Authority(code + " " + prefecture.departement(), prefecture.zone());
        } catch (CaseException e) {
            return new Authority(code.value(), Prefecture.NATIONAL);
        }
    }

    String prefecture(PrefectureCode code) {
        return authority(code).name();
    }

    ZoneId zone(PrefectureCode code) {
        return authority(code).zone();
    }

    /** The agents of a préfecture to choose from, whoever is signed in first. */
    List<Choice> colleagues(Visit visit, PrefectureCode prefecture) {
        AccountId own = visit.signedIn().account();
        return teams.roster(visit.signedIn(), prefecture).colleagues().stream()
                .sorted(Comparator.comparing(it -> !it.account().equals(own)))
                .map(it -> Choice.of(
                        it.account().value(),
                        it.account().equals(own)
                                ? visit.words()
                                        .say(
                                                "console.teams.me",
                                                "login",
                                                it.login().value())
                                : it.login().value()))
                .toList();
    }

    /** Why a case is offered: the words of an agent, or those for what the platform offers by itself. */
    static String reason(Words words, PendingTransfer offer) {
        return offer.reason().equals(PendingTransfer.MOVED)
                ? words.say("transfer.reason." + PendingTransfer.MOVED)
                : offer.reason();
    }
}
