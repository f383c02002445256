package fr.sejour.console.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.console.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CaseWords;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What waits for an agent: the queue, by key, and the tasks their teams owe. */
final class QueuePages {

    /** Rows of a page: what a browser and a reader can take. */
    private static final int ROWS = 50;

    private static final int LONGEST_TEXT = 200;

    private static final List<String> TASK_FILTERS = List.of("prefecture", "task", "overdue", "hands", "level");

    static final List<String> FILTERS = List.of(
            "prefecture",
            "q",
            "text",
            "status",
            "permit",
            "channel",
            "complete",
            "facts",
            "employed",
            "filed-from",
            "filed-until",
            "right-ends-until",
            "next-act",
            "overdue",
            "task",
            "duplicate",
            "transfer",
            "hands",
            "assignee");

    /** What is in view without asking for more. */
    private static final List<String> USUAL_FILTERS = List.of("prefecture", "q", "hands");

    private static final String YES = "yes";

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Desks desks;

    QueuePages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/console/queue", Audience.STAFF, this::queue),
                Page.get("/console/tasks", Audience.STAFF, this::tasks),
                Page.post("/console/find", Audience.STAFF, this::find));
    }

    private Reply queue(Visit visit) {
        return queue(visit, filters(visit, FILTERS), 200);
    }

    private Reply queue(Visit visit, Form form, int status) {
        Words words = visit.words();
        QueuePage page =
                desks.cases().queue(visit.signedIn(), new QueueQuery(filter(form), visit.asked("after"), ROWS));
        CatalogueWords labels = desks.labels(visit);
        QueueView view = new QueueView(
                page.rows().stream().map(row -> row(visit, labels, row)).toList(),
                page.next().map(key -> address("/console/queue", FILTERS, form, Optional.of(key))),
                visit.asked("after").map(key -> address("/console/queue", FILTERS, form, Optional.empty())),
                prefectures(visit.signedIn()),
                choices(CaseStatus.class, it -> words.code("status", it)),
                labels.choices(),
                choices(FilingChannel.class, it -> words.code("channel", it)),
                choices(FactLevel.class, it -> words.code("fact", it)),
                NextAct.CODES.stream()
                        .map(it -> Choice.of(it, words.code("next", it)))
                        .toList(),
                choices(Task.Kind.class, it -> words.code("task", it)),
                List.of(Choice.of(YES, words.say("console.queue.yes")), Choice.of("no", words.say("console.queue.no"))),
                hands(words),
                BulkPages.acts(words),
                desks.cases().searchesText(),
                BulkPages.sent(form, FILTERS),
                FILTERS.stream().filter(it -> !USUAL_FILTERS.contains(it)).anyMatch(form::given));
        return new Reply.Html(status, words.say("console.queue.title"), TEMPLATES.queue(form, view));
    }

    private Reply find(Visit visit) {
        Form form = visit.form();
        Optional<CaseNumber> number = form.read("case-number", it -> new CaseNumber(it.replaceAll("\\s", "")));
        return number.isPresent() ? Reply.redirect("/console/cases/" + number.get()) : queue(visit, form, 422);
    }

    private Reply tasks(Visit visit) {
        Words words = visit.words();
        Form form = filters(visit, TASK_FILTERS);
        TaskQuery.Filter filter = new TaskQuery.Filter(
                form.readIfGiven("prefecture", PrefectureCode::new),
                form.codeIfGiven("task", Task.Kind.class),
                answer(form, "overdue"),
                form.codeIfGiven("hands", Held.class),
                form.codeIfGiven("level", Task.Escalation.class));
        TaskPage page = desks.cases().tasks(visit.signedIn(), new TaskQuery(filter, visit.asked("after"), ROWS));
        TaskView view = new TaskView(
                page.tasks().stream()
                        .map(task -> line(words, task, today(visit, task)))
                        .toList(),
                page.next().map(key -> address("/console/tasks", TASK_FILTERS, form, Optional.of(key))),
                visit.asked("after").map(key -> address("/console/tasks", TASK_FILTERS, form, Optional.empty())),
                prefectures(visit.signedIn()),
                choices(Task.Kind.class, it -> words.code("task", it)),
                hands(words),
                choices(Task.Escalation.class, it -> words.code("escalation", it)),
                List.of(
                        Choice.of(YES, words.say("console.queue.yes")),
                        Choice.of("no", words.say("console.queue.no"))));
        return Reply.page(words.say("console.tasks.title"), TEMPLATES.tasks(form, view));
    }

    private static List<Choice> hands(Words words) {
        return choices(Held.class, it -> words.code("hands", it));
    }

    /** The day where the team works: the national services keep that of Paris. */
    private LocalDate today(Visit visit, Task task) {
        return task.owner().map(owner -> visit.today(desks.zone(owner))).orElseGet(visit::today);
    }

    TaskLine line(Words words, Task task, LocalDate today) {
        return new TaskLine(
                words.code("task", task.kind()),
                words.code("task.about", task.kind()),
                task.question(),
                task.caseNumber().value(),
                "/console/cases/" + task.caseNumber(),
                task.owner().map(desks::prefecture).orElseGet(() -> words.say("owner.national")),
                new Due(words, task.dueOn(), today),
                words.code("escalation", task.escalation()),
                task.escalation() != Task.Escalation.TEAM);
    }

    private QueueView.Row row(Visit visit, CatalogueWords labels, QueuePage.Row row) {
        Words words = visit.words();
        Desks.Authority inCharge = desks.authority(row.prefecture());
        LocalDate today = visit.today(inCharge.zone());
        return new QueueView.Row(
                row.number().value(),
                "/console/cases/" + row.number(),
                row.familyName(),
                row.givenNames(),
                labels.permit(row.permit()),
                words.code("status", row.status()),
                CaseWords.tone(row.status()),
                row.complete(),
                inCharge.name(),
                row.filedOn(),
                row.rightEndsOn().map(day -> Due.end(words, day, today)),
                row.employed(),
                row.priority(),
                CaseWords.next(words, row.next()),
                new Due(words, row.next().by(), today));
    }

    static Form filters(Visit visit, List<String> names) {
        Map<String, List<String>> values = new HashMap<>();
        Form asked = visit.form();
        for (String filter : names) {
            List<String> given =
                    asked.all(filter).stream().filter(it -> !it.isBlank()).toList();
            if (!given.isEmpty()) {
                values.put(filter, given);
            }
        }
        return visit.form(values);
    }

    /** What can be read of the filters; the others are told at their fields and leave everything. */
    static QueueFilter filter(Form form) {
        return QueueFilterBuilder.builder()
                .prefecture(form.readIfGiven("prefecture", PrefectureCode::new))
                .statuses(statuses(form))
                .permit(form.readIfGiven("permit", PermitCode::new))
                .channel(form.codeIfGiven("channel", FilingChannel.class))
                .complete(answer(form, "complete"))
                .facts(form.codeIfGiven("facts", FactLevel.class))
                .employed(answer(form, "employed"))
                .filedFrom(form.dayIfGiven("filed-from"))
                .filedUntil(form.dayIfGiven("filed-until"))
                .rightEndsUntil(form.dayIfGiven("right-ends-until"))
                .nextAct(form.readIfGiven("next-act", QueuePages::nextAct))
                .overdue(answer(form, "overdue"))
                .task(form.codeIfGiven("task", Task.Kind.class))
                .duplicate(answer(form, "duplicate"))
                .transfer(answer(form, "transfer"))
                .held(form.codeIfGiven("hands", Held.class))
                .assignee(form.readIfGiven("assignee", AccountId::new))
                .name(form.readIfGiven("q", it -> it))
                .text(form.readIfGiven("text", QueuePages::text))
                .build();
    }

    private static Set<CaseStatus> statuses(Form form) {
        Set<CaseStatus> read = EnumSet.noneOf(CaseStatus.class);
        for (String written : form.all("status")) {
            Words.read(CaseStatus.class, written).ifPresentOrElse(read::add, () -> form.refuseAsWrong("status"));
        }
        return read;
    }

    private static Optional<Boolean> answer(Form form, String field) {
        return form.readIfGiven(field, it -> {
            if (!it.equals(YES) && !it.equals("no")) {
                throw new IllegalArgumentException("Neither yes nor no");
            }
            return it.equals(YES);
        });
    }

    private static String text(String written) {
        if (written.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("Nobody looks for so much");
        }
        return written;
    }

    private static String nextAct(String written) {
        if (!NextAct.CODES.contains(written)) {
            throw new IllegalArgumentException("Nobody owes such an act");
        }
        return written;
    }

    static <E extends Enum<E>> List<Choice> choices(Class<E> type, Function<E, String> label) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> Choice.of(Words.kebab(it), label.apply(it)))
                .toList();
    }

    /** The préfectures to choose from; none for national services, who write a code. */
    private List<Choice> prefectures(Caller caller) {
        return caller.role() == Role.NATIONAL
                ? List.of()
                : caller.prefectures().stream()
                        .sorted()
                        .map(code -> Choice.of(code.value(), desks.prefecture(code)))
                        .toList();
    }

    static String address(String path, List<String> names, Form filters, Optional<String> after) {
        StringBuilder address = new StringBuilder(path).append('?');
        for (String filter : names) {
            for (String value : filters.all(filter)) {
                address.append(filter).append('=').append(encoded(value)).append('&');
            }
        }
        after.ifPresent(key -> address.append("after=").append(encoded(key)));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
