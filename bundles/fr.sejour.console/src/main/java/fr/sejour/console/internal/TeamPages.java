package fr.sejour.console.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Roster;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is there and who works on what: each agent writes when they are away, a chief makes the teams. */
final class TeamPages {

    private static final String PATH = "/console/teams";

    private final Desks desks;

    TeamPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get(PATH, Audience.STAFF, this::show),
                Page.post("/console/teams/leave", Audience.STAFF, this::leave),
                Page.post("/console/teams/keep", Audience.STAFF, this::keep),
                Page.post("/console/teams/dissolve", Audience.STAFF, this::dissolve));
    }

    private Reply show(Visit visit) {
        return page(visit, QueuePages.filters(visit, List.of("prefecture")), 200);
    }

    private Reply leave(Visit visit) {
        Form form = visit.form();
        Optional<AccountId> agent = form.read("agent", AccountId::new);
        Optional<AccountId> standIn = form.readIfGiven("stand-in", AccountId::new);
        boolean away = form.given("leave-from") || form.given("leave-until");
        Optional<Form.Span> days = away
                ? form.span("leave-from", "leave-until", (from, until) -> new Leave(from, until, standIn))
                : Optional.empty();
        return done(
                visit,
                form,
                "leave",
                () -> desks.teams()
                        .writeLeave(
                                visit.signedIn(),
                                agent.orElseThrow(),
                                days.map(it -> new Leave(it.from(), it.until(), standIn))));
    }

    private Reply keep(Visit visit) {
        Form form = visit.form();
        Optional<PrefectureCode> prefecture = form.read("prefecture", PrefectureCode::new);
        Optional<TeamCode> code = form.read("team", TeamCode::new);
        Optional<String> name = form.inWords("team-name");
        Set<AccountId> members = several(form, "members", AccountId::new);
        Set<PermitCode> permits = several(form, "permits", PermitCode::new);
        Set<String> points = Arrays.stream(form.text("points").split("[\\s,;]+", -1))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
        Optional<Team> team = form.together(
                "team-name",
                () -> new Team(
                        prefecture.orElseThrow(), code.orElseThrow(), name.orElseThrow(), members, permits, points));
        return done(visit, form, "kept", () -> desks.teams().keep(visit.signedIn(), team.orElseThrow()));
    }

    private Reply dissolve(Visit visit) {
        Form form = visit.form();
        Optional<PrefectureCode> prefecture = form.read("prefecture", PrefectureCode::new);
        Optional<TeamCode> code = form.read("team", TeamCode::new);
        return done(
                visit,
                form,
                "dissolved",
                () -> desks.teams().dissolve(visit.signedIn(), prefecture.orElseThrow(), code.orElseThrow()));
    }

    private static <T> Set<T> several(Form form, String field, Function<String, T> reader) {
        try {
            return form.all(field).stream()
                    .filter(it -> !it.isBlank())
                    .map(reader)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            form.refuseAsWrong(field);
            return Set.of();
        }
    }

    private Reply done(Visit visit, Form form, String what, Runnable act) {
        if (!form.stands()) {
            return page(visit, form, 422);
        }
        try {
            act.run();
        } catch (CaseException e) {
            form.refuse(e);
            return page(visit, form, 422);
        }
        return Reply.redirect(PATH + "?done=" + what + "&prefecture=" + prefecture(visit.signedIn(), form));
    }

    private static PrefectureCode prefecture(Caller caller, Form form) {
        Optional<PrefectureCode> asked = form.readIfGiven("prefecture", PrefectureCode::new);
        PrefectureCode usual =
                caller.prefectures().stream().sorted().findFirst().orElse(new PrefectureCode("75"));
        return asked.orElse(usual);
    }

    private Reply page(Visit visit, Form form, int status) {
        Words words = visit.words();
        Caller caller = visit.signedIn();
        PrefectureCode prefecture = prefecture(caller, form);
        Roster roster = desks.teams().roster(caller, prefecture);
        CatalogueWords labels = desks.labels(visit);
        boolean leads = caller.role() == Role.NATIONAL
                || roster.colleagues().stream()
                        .anyMatch(it -> it.chief() && it.account().equals(caller.account()));
        List<Choice> colleagues = desks.colleagues(visit, prefecture);
        Map<AccountId, String> logins = roster.colleagues().stream()
                .collect(Collectors.toMap(Colleague::account, it -> it.login().value()));
        TeamView view = new TeamView(
                prefecture.value(),
                desks.prefecture(prefecture),
                roster.teams().stream()
                        .map(team -> new TeamView.Row(
                                team.code().value(),
                                team.name(),
                                team.permits().stream()
                                        .map(labels::permit)
                                        .sorted()
                                        .toList(),
                                team.points().stream().sorted().toList(),
                                team.members().stream()
                                        .map(it -> logins.getOrDefault(it, words.say("console.teams.gone")))
                                        .sorted()
                                        .toList()))
                        .toList(),
                roster.colleagues().stream()
                        .map(it -> new TeamView.Agent(
                                it.login().value(), it.chief(), it.leave().map(leave -> leave(words, leave, logins))))
                        .toList(),
                leads
                        ? colleagues
                        : colleagues.stream()
                                .filter(it -> it.value().equals(caller.account().value()))
                                .toList(),
                colleagues,
                labels.choices(),
                leads,
                visit.done("console.teams.done"));
        return new Reply.Html(status, words.say("console.teams.title"), new StaticTemplates().teams(form, view));
    }

    private static String leave(Words words, Leave leave, Map<AccountId, String> logins) {
        return words.say(
                leave.standIn().isPresent() ? "console.teams.away.stand-in" : "console.teams.away",
                "from",
                leave.from(),
                "until",
                leave.until(),
                "login",
                leave.standIn().map(it -> logins.getOrDefault(it, "")).orElse(""));
    }
}
