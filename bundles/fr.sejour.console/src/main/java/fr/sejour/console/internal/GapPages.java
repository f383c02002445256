package fr.sejour.console.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.CoverageGap;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.attestation.GapPage;
import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What those who lead see of people without a proof of right: the days noted, and the gaps now and to come. */
final class GapPages {

    static final String PATH = "/console/gaps";

    private static final int ROWS = 50;
    private static final List<String> FILTERS = List.of("prefecture", "days-ahead", "needing");
    private static final List<Integer> SPANS = List.of(0, 15, GapQuery.USUAL_DAYS_AHEAD, 366);

    private final Desks desks;

    GapPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(Page.get(PATH, Audience.STAFF, this::show));
    }

    private Reply show(Visit visit) {
        Words words = visit.words();
        Caller caller = visit.signedIn();
        Form asked = QueuePages.filters(visit, FILTERS);
        Form form = asked.given("days-ahead")
                ? asked
                : asked.with("days-ahead", Integer.toString(GapQuery.USUAL_DAYS_AHEAD));
        Optional<PrefectureCode> prefecture = form.readIfGiven("prefecture", PrefectureCode::new);
        int days = form.readIfGiven("days-ahead", GapPages::span).orElse(GapQuery.USUAL_DAYS_AHEAD);
        boolean needing = form.given("needing");
        GapPage page = desks.gaps().gaps(caller, new GapQuery(prefecture, days, needing, visit.asked("after"), ROWS));
        YearMonth month = YearMonth.from(visit.today());
        List<GapView.Count> counts =
                counts(desks.gaps().uncoveredDays(caller, prefecture, month.minusMonths(1), month), month);
        GapView view = new GapView(
                month(words, month),
                month(words, month.minusMonths(1)),
                counts,
                counts.size() < 2 ? Optional.empty() : Optional.of(whole(words, counts)),
                page.gaps().stream().map(gap -> row(visit, gap)).toList(),
                page.next().map(key -> QueuePages.address(PATH, FILTERS, form, Optional.of(key))),
                visit.asked("after").map(key -> QueuePages.address(PATH, FILTERS, form, Optional.empty())),
                desks.gaps().led(caller).stream()
                        .map(code -> Choice.of(code.value(), desks.prefecture(code)))
                        .toList(),
                SPANS.stream()
                        .map(it -> Choice.of(it.toString(), words.say("console.gaps.span", "days", it)))
                        .toList(),
                List.of(Choice.of("yes", words.say("console.gaps.needing"))));
        return Reply.page(words.say("console.gaps.title"), new StaticTemplates().gaps(form, view));
    }

    private static int span(String days) {
        return SPANS.stream()
                .filter(it -> it.toString().equals(days))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such span"));
    }

    private static String month(Words words, YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", words.locale()));
    }

    private List<GapView.Count> counts(List<UncoveredMonth> counted, YearMonth current) {
        Map<PrefectureCode, List<UncoveredMonth>> of = counted.stream()
                .collect(Collectors.groupingBy(UncoveredMonth::prefecture, TreeMap::new, Collectors.toList()));
        return of.entrySet().stream()
                .map(each -> new GapView.Count(
                        desks.prefecture(each.getKey()),
                        days(each.getValue().stream().filter(it -> it.month().equals(current))),
                        days(each.getValue().stream().filter(it -> !it.month().equals(current)))))
                .toList();
    }

    private static GapView.Days days(Stream<UncoveredMonth> months) {
        return months.map(it -> new GapView.Days(it.days(), it.people()))
                .reduce(new GapView.Days(0, 0), GapView.Days::plus);
    }

    private static GapView.Count whole(Words words, List<GapView.Count> counts) {
        GapView.Days none = new GapView.Days(0, 0);
        return new GapView.Count(
                words.say("console.gaps.whole"),
                counts.stream().map(GapView.Count::current).reduce(none, GapView.Days::plus),
                counts.stream().map(GapView.Count::before).reduce(none, GapView.Days::plus));
    }

    private GapView.Row row(Visit visit, CoverageGap gap) {
        Words words = visit.words();
        LocalDate today = visit.today(desks.zone(gap.prefecture()));
        boolean begun = !gap.from().isAfter(today);
        return new GapView.Row(
                gap.caseNumber().value(),
                "/console/cases/" + gap.caseNumber(),
                gap.familyName() + " " + gap.givenNames(),
                desks.prefecture(gap.prefecture()),
                begun,
                words.say(begun ? "console.gaps.since" : "console.gaps.from", "day", gap.from()),
                gap.uncoveredDays() == 0
                        ? Optional.empty()
                        : Optional.of(words.say("console.gaps.uncovered", "days", gap.uncoveredDays())),
                words.code("gap", gap.cause()),
                closing(words, gap),
                gap.task().map(task -> owed(visit, task)));
    }

    private static String closing(Words words, CoverageGap gap) {
        return gap.closing()
                .map(it -> words.say("console.gaps.closes", "paper", words.code("paper", it.paper()), "day", it.on()))
                .orElseGet(() -> words.say(
                        gap.task().isPresent()
                                ? "console.gaps.asked"
                                : gap.cause() == GapCause.FILE_INCOMPLETE
                                        ? "console.gaps.awaited"
                                        : "console.gaps.nobody-yet"));
    }

    private GapView.Owed owed(Visit visit, Task task) {
        Words words = visit.words();
        LocalDate today =
                task.owner().map(owner -> visit.today(desks.zone(owner))).orElseGet(visit::today);
        return new GapView.Owed(
                words.code("task", task.kind()),
                "/console/tasks?task=" + Words.kebab(task.kind())
                        + task.owner().map(owner -> "&prefecture=" + owner).orElse(""),
                task.owner().map(desks::prefecture).orElseGet(() -> words.say("owner.national")),
                new Due(words, task.dueOn(), today),
                words.code("escalation", task.escalation()),
                task.escalation() != Task.Escalation.TEAM);
    }
}
