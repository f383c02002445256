package fr.sejour.portal.internal;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.Shares;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.paper.PaperCopies;
import fr.sejour.api.person.People;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.web.page.Asset;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Door;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of the site for applicants and for those who help them. */
@Component(service = Section.class)
public final class PortalSection implements Section {

    static final String NAME = "portal";
    static final String SIGN_IN = "/portal/sign-in";

    private static final String SEARCH = "commune-search.js";
    private static final String UPLOAD = "upload.js";
    private static final Map<String, Asset> SCRIPTS = Map.of(SEARCH, script(SEARCH), UPLOAD, script(UPLOAD));

    private final List<Page> pages;

    @Activate
    public PortalSection(
            @Reference SignIn signIn,
            @Reference People people,
            @Reference Coverage coverage,
            @Reference Catalogue catalogue,
            @Reference FilingDesk filings,
            @Reference CounterCodes counterCodes,
            @Reference CaseReview cases,
            @Reference PieceDesk pieces,
            @Reference Attestations papers,
            @Reference Inbox inbox,
            @Reference Prefectures prefectures,
            @Reference Communes communes,
            @Reference Residences residences,
            @Reference Mandates mandates,
            @Reference Shares shares,
            @Reference PaperCopies copies) {
        this(new Desks(
                signIn,
                people,
                coverage,
                catalogue,
                filings,
                counterCodes,
                cases,
                pieces,
                papers,
                inbox,
                prefectures,
                communes,
                residences,
                mandates,
                shares,
                copies));
    }

    public PortalSection(Desks desks) {
        this.pages = Stream.of(
                        new TodayPages(desks).pages(),
                        new AccountPages(desks).pages(),
                        new FilingPages(desks).pages(),
                        new CounterCodePages(desks).pages(),
                        new CasePages(desks).pages(),
                        new HelpedPages(desks).pages(),
                        new ResidencePages(desks).pages(),
                        new PaperPages(desks).pages(),
                        new SharePages(desks).pages(),
                        new InboxPages(desks).pages())
                .flatMap(List::stream)
                .toList();
    }

    /** Where the script stands that finds a commune while its name is typed. */
    public static String searchScript() {
        return path(SEARCH);
    }

    /** Where the script stands that sends a file piece by piece, and goes on where it was cut. */
    static String uploadScript() {
        return path(UPLOAD);
    }

    private static String path(String script) {
        return Optional.ofNullable(SCRIPTS.get(script)).orElseThrow().path(NAME, script);
    }

    private static Asset script(String name) {
        return Asset.beside(PortalSection.class, name, "text/javascript");
    }

    @Override
    public Optional<Asset> asset(String name) {
        return Optional.ofNullable(SCRIPTS.get(name));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("portal.title");
    }

    @Override
    public List<Page> pages() {
        return pages;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/portal", "portal.menu.today", Audience.APPLICANT),
                new MenuEntry(NAME, 20, "/portal/cases", "portal.menu.cases", Audience.APPLICANT),
                new MenuEntry(NAME, 30, "/portal/papers", "portal.menu.papers", Audience.APPLICANT),
                new MenuEntry(NAME, 10, Behalf.HELPED, "helped.title", Audience.HELPER),
                new MenuEntry(NAME, 40, "/portal/inbox", "portal.menu.inbox", Audience.APPLICANT));
    }

    @Override
    public Optional<Door> door() {
        return Optional.of(new Door(10, "portal.door", "portal.door.about"));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(SIGN_IN);
    }
}
