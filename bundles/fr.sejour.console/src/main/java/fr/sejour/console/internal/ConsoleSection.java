package fr.sejour.console.internal;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.CoverageGaps;
import fr.sejour.api.bulk.BulkActs;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.Transfers;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.person.People;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.team.Teams;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Door;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The agents' part of the site. */
@Component(service = Section.class)
public final class ConsoleSection implements Section {

    static final String NAME = "console";
    static final String SIGN_IN = "/console/sign-in";

    private final List<Page> pages;

    @Activate
    public ConsoleSection(
            @Reference SignIn signIn,
            @Reference People people,
            @Reference Coverage coverage,
            @Reference Attestations papers,
            @Reference Catalogue catalogue,
            @Reference CaseReview cases,
            @Reference PieceDesk pieces,
            @Reference Prefectures prefectures,
            @Reference Transfers transfers,
            @Reference Residences residences,
            @Reference Teams teams,
            @Reference BulkActs bulk,
            @Reference CoverageGaps gaps,
            @Reference EditionDesk editions) {
        this(new Desks(
                signIn,
                people,
                coverage,
                papers,
                catalogue,
                cases,
                pieces,
                prefectures,
                transfers,
                residences,
                teams,
                bulk,
                gaps,
                editions));
    }

    public ConsoleSection(Desks desks) {
        this.pages = Stream.of(
                        new DoorPages(desks).pages(),
                        new QueuePages(desks).pages(),
                        new TransferPages(desks).pages(),
                        new BulkPages(desks).pages(),
                        new TeamPages(desks).pages(),
                        new GapPages(desks).pages(),
                        new EditionPages(desks).pages(),
                        new CasePages(desks).pages(),
                        new ActPages(desks).pages())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("console.title");
    }

    @Override
    public List<Page> pages() {
        return pages;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/console/queue", "console.menu.queue", Audience.STAFF),
                new MenuEntry(NAME, 20, "/console/tasks", "console.menu.tasks", Audience.STAFF),
                new MenuEntry(NAME, 30, "/console/transfers", "console.menu.transfers", Audience.STAFF),
                new MenuEntry(NAME, 40, "/console/teams", "console.menu.teams", Audience.STAFF),
                // chiefs come by the page of their teams: whether somebody leads is asked there
                new MenuEntry(NAME, 50, GapPages.PATH, "console.menu.gaps", Audience.NATIONAL),
                new MenuEntry(NAME, 60, EditionPages.PATH, "console.menu.editions", Audience.NATIONAL));
    }

    @Override
    public Optional<Door> door() {
        return Optional.of(new Door(30, "console.door", "console.door.about"));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(SIGN_IN);
    }

    @Override
    public boolean wide() {
        return true;
    }
}
