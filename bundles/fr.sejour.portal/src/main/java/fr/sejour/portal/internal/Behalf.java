package fr.sejour.portal.internal;

import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.Mandates.Helped;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import gg.jte.Content;
import java.util.Optional;

/**
 * For whom the pages of cases and filings are asked for: for oneself, or for somebody who has given a mandate, whose name then stands
 * on each of them. What a mandate does not allow is not offered; it is the desks that refuse it.
 *
 * @param root how the addresses of these pages begin
 * @param mandate under which a helper asks; empty for oneself
 */
public record Behalf(String root, PersonId person, Optional<Helped> mandate) {

    static final String OWN = "/portal";
    static final String HELPED = "/portal/helped";

    /** The addresses that a helper asks for say under which mandate: it stands, and is theirs, or there is no such page. */
    static Behalf of(Visit visit, Mandates mandates) {
        Optional<PersonId> own = visit.signedIn().person();
        if (own.isPresent()) {
            return new Behalf(OWN, own.get(), Optional.empty());
        }
        return under(mandates.own(visit.signedIn(), visit.variable("mandate", MandateNumber::new)));
    }

    static Behalf under(Helped helped) {
        return new Behalf(
                HELPED + "/" + helped.mandate().number(), helped.mandate().person(), Optional.of(helped));
    }

    public boolean isOwn() {
        return mandate.isEmpty();
    }

    /** Where the cases are listed. */
    public String list() {
        return isOwn() ? OWN + "/cases" : HELPED;
    }

    /** What that list is called. */
    public String listKey() {
        return isOwn() ? "portal.cases.title" : "helped.title";
    }

    /** What stands above a step that is the person's to take. */
    String turnKey() {
        return isOwn() ? "portal.next.you" : "helped.next";
    }

    /** Where a filing is left. */
    public String home() {
        return isOwn() ? OWN : HELPED;
    }

    public String filing() {
        return root + "/file";
    }

    String path(CaseNumber number) {
        return root + "/cases/" + number;
    }

    boolean allows(Permission permission) {
        return mandate.map(it -> it.mandate().allows().contains(permission)).orElse(true);
    }

    Behalf requiring(Permission permission) {
        if (!allows(permission)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return this;
    }

    /** The acts of a case that are offered: no mandate allows more than to answer a request for pieces. */
    boolean offers(CaseFile file, ActKind act) {
        boolean allowed = isOwn() || (act == ActKind.ANSWER && allows(Permission.COMPLETE));
        return allowed && file.acts().contains(act);
    }

    /** The body of a page with the name of the person on top, when it is somebody else. */
    Content over(Words words, Content body) {
        return mandate.<Content>map(it ->
                        new StaticTemplates().lent(words, name(it), it.mandate().lastDay(), body))
                .orElse(body);
    }

    static String name(Helped helped) {
        return helped.givenNames() + " " + helped.familyName();
    }
}
