package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.law.internal.text.PaperRow.Gives;
import fr.sejour.law.internal.text.PaperRow.Lasts;
import fr.sejour.law.internal.text.PaperRow.Reasoned;
import fr.sejour.law.internal.text.PaperRow.Renewed;
import fr.sejour.law.internal.text.PaperRow.Stage;
import fr.sejour.law.internal.text.PaperRow.Way;
import fr.sejour.law.internal.text.PaperTable.ExtendedCards;
import fr.sejour.law.internal.text.WorkRow.Under;
import fr.sejour.law.internal.text.WorkRule.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the decision table of the interim papers. */
final class PaperReader {

    private static final Map<String, PaperKind> KINDS = words(PaperKind.class);
    private static final Map<String, Stage> STAGES = words(Stage.class);
    private static final Map<String, Way> WAYS = words(Way.class);
    private static final Map<String, Nature> NATURES = words(Nature.class);
    private static final Map<String, PaperFact> FACTS = words(PaperFact.class);
    private static final Map<String, Renewed> RENEWED = words(Renewed.class);
    private static final Map<String, Under> UNDER = words(Under.class);
    private static final Map<String, Source> SOURCES = words(Source.class);
    private static final Map<String, DocumentKind> CARDS =
            Map.of("CST", DocumentKind.CST, "CSP", DocumentKind.CSP, "CR", DocumentKind.CR);

    private static final Pattern REASON = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final String OPEN = "open";

    private final Entry file;
    private final String travelQuestion;
    private final String socialQuestion;

    private PaperReader(Entry file) {
        this.file = file;
        this.travelQuestion = file.text("travel_question");
        this.socialQuestion = file.text("social_question");
    }

    /** @param known whether the catalogue has a permit */
    static PaperTable read(Entry file, Predicate<PermitCode> known) {
        PaperReader reader = new PaperReader(file);
        PaperTable table = new PaperTable(
                new DatedRows<>(reader.rows("papers", known)),
                new DatedRows<>(reader.workRows()),
                new DatedRows<>(reader.notIssued(known)),
                cards(file.entry("extended_cards", file.name() + ", extended_cards")),
                new HashSet<>(knownPermits(file, "visas_left_out", known)),
                reader.travelQuestion,
                reader.socialQuestion);
        file.done();
        refuseWhatNothingRenews(file, table);
        return table;
    }

    private List<PaperRow> rows(String key, Predicate<PermitCode> known) {
        List<PaperRow> rows = new ArrayList<>();
        for (Entry row : file.entriesNamed(key, "Paper", "row")) {
            rows.add(row(row, known));
            row.done();
        }
        refuseTwins(rows);
        return rows;
    }

    private PaperRow row(Entry row, Predicate<PermitCode> known) {
        row.optionalText("note");
        List<Article> basis = row.articles("basis");
        return new PaperRow(
                row.text("row"),
                InForce.read(row),
                row.word("stage", STAGES),
                row.has("channel") ? Set.of(row.word("channel", WAYS)) : Set.of(Way.values()),
                natures(row),
                row.has("permits") ? new HashSet<>(knownPermits(row, "permits", known)) : Set.of(),
                facts(row),
                row.word("paper", KINDS),
                basis,
                row.has(OPEN) ? new PaperRow.LeavesOpen(question(row)) : gives(row, basis));
    }

    private Gives gives(Entry row, List<Article> basis) {
        List<Article> first = basis.stream().limit(1).toList();
        List<String> because = row.texts("because");
        because.forEach(code -> reason(row, code));
        return new Gives(
                right(row, "stay", words(StayRight.class), first, ""),
                work(row, first),
                right(row, "travel", words(TravelRight.class), first, travelQuestion),
                right(row, "social", words(SocialRight.class), first, socialQuestion),
                lasts(row),
                row.word("renewed", RENEWED),
                because);
    }

    /** @param question what is asked of a right that the row leaves open; empty for one that no row may leave open */
    private static <T> Reasoned<T> right(
            Entry row, String key, Map<String, T> words, List<Article> basis, String question) {
        if (row.isText(key) && !question.isEmpty()) {
            row.word(key, Map.of(OPEN, true));
            return new Reasoned<>(new Right<>(Reading.undetermined(key, question), List.of()), Optional.empty());
        }
        Entry entry = row.entry(key, row.name() + ", " + key);
        Reasoned<T> right = new Reasoned<>(
                new Right<>(
                        Reading.settled(entry.word("right", words)),
                        entry.has("basis") ? entry.articles("basis") : basis),
                Optional.of(reason(entry, entry.text("because"))));
        entry.done();
        return right;
    }

    private static PaperRow.Work work(Entry row, List<Article> basis) {
        Entry entry = row.entry("work", row.name() + ", work");
        PaperRow.Work work = entry.has("under")
                ? new PaperRow.WorkUnder(entry.word("under", UNDER))
                : new PaperRow.WorkHere(rule(entry, entry.has("basis") ? entry.articles("basis") : basis));
        entry.done();
        return work;
    }

    private static Lasts lasts(Entry row) {
        if (row.isText("lasts")) {
            return row.word(
                    "lasts",
                    Map.of(
                            "no_last_day", new PaperRow.NoLastDay(),
                            "until_the_card", new PaperRow.UntilTheCard(),
                            "as_ordered", new PaperRow.AsOrdered()));
        }
        Entry entry = row.entry("lasts", row.name() + ", lasts");
        int months = entry.number("months");
        int atLeast = entry.has("at_least") ? entry.number("at_least") : 1;
        if (months < atLeast) {
            throw row.refuse("is shorter than its own minimum of " + atLeast + " months");
        }
        boolean fromExpiry = entry.has("from") && entry.word("from", Map.of("expiry", true));
        entry.done();
        return fromExpiry ? new PaperRow.MonthsFromExpiry(months) : new PaperRow.Months(months);
    }

    private List<WorkRow> workRows() {
        List<WorkRow> rows = new ArrayList<>();
        for (Entry row : file.entriesNamed("work", "Work", "row")) {
            List<Article> articles = row.articlesOrNone("articles");
            if (new HashSet<>(articles).size() < articles.size()) {
                throw row.refuse("names an article twice");
            }
            rows.add(new WorkRow(
                    row.text("row"),
                    InForce.read(row),
                    set(row, "under", UNDER),
                    natures(row),
                    new HashSet<>(articles),
                    facts(row),
                    rule(row, row.articles("basis"))));
            row.done();
        }
        refuseTwins(rows);
        return rows;
    }

    private List<NotIssuedRow> notIssued(Predicate<PermitCode> known) {
        List<NotIssuedRow> rows = new ArrayList<>();
        for (Entry row : file.entriesNamed("not_issued", "Paper", "row")) {
            rows.add(new NotIssuedRow(
                    row.text("row"),
                    InForce.read(row),
                    new HashSet<>(knownPermits(row, "permits", known)),
                    question(row)));
            row.done();
        }
        refuseTwins(rows);
        return rows;
    }

    private static WorkRule rule(Entry entry, List<Article> basis) {
        Source source = entry.word("right", SOURCES);
        String because = reason(entry, entry.text("because"));
        return new WorkRule(
                source,
                basis,
                entry.flagOrFalse("basis_of_the_permit"),
                entry.flagOrFalse("metropolitan"),
                because,
                mayComeToNone(source) ? reason(entry, entry.text("none_because")) : because,
                source == Source.OF_TWO_READINGS ? Optional.of(question(entry)) : Optional.empty());
    }

    private static boolean mayComeToNone(Source source) {
        return source != Source.ANY && source != Source.NONE && source != Source.WITH_AUTHORISATION;
    }

    private static ExtendedCards cards(Entry entry) {
        ExtendedCards cards = new ExtendedCards(
                entry.word("resident", CARDS),
                entry.word("multi_year", CARDS),
                entry.number("multi_year_months"),
                entry.number("bilateral_over_months"),
                set(entry, "other", CARDS));
        entry.done();
        return cards;
    }

    private static Set<Nature> natures(Entry row) {
        return row.has("nature") ? set(row, "nature", NATURES) : Set.of(Nature.values());
    }

    private static List<PaperFact> facts(Entry row) {
        return row.has("when")
                ? row.texts("when").stream()
                        .map(word -> known(row, "when", word, FACTS))
                        .toList()
                : List.of();
    }

    private static Reading.Undetermined<Object> question(Entry row) {
        Entry open = row.entry(OPEN, row.name() + ", open");
        Reading.Undetermined<Object> question = new Reading.Undetermined<>(open.text("token"), open.text("question"));
        open.done();
        return question;
    }

    private static String reason(Entry entry, String code) {
        if (!REASON.matcher(code).matches()) {
            throw entry.refuse("gives the reason " + code + ", which is no code");
        }
        return code;
    }

    private static List<PermitCode> knownPermits(Entry entry, String key, Predicate<PermitCode> known) {
        List<PermitCode> permits = entry.permits(key);
        permits.stream().filter(known.negate()).findFirst().ifPresent(unknown -> {
            throw entry.refuse("names the unknown permit " + unknown);
        });
        return permits;
    }

    /** Two rows of one name that are learnt on one day of one day leave no way to choose. */
    private void refuseTwins(List<? extends DatedRows.Row> rows) {
        Map<String, Set<List<LocalDate>>> dates = new LinkedHashMap<>();
        for (DatedRows.Row row : rows) {
            List<LocalDate> pair = List.of(row.dates().from(), row.dates().recordedOn());
            if (!dates.computeIfAbsent(row.name(), it -> new HashSet<>()).add(pair)) {
                throw file.refuse("has the row " + row.name() + " twice with the same dates");
            }
        }
    }

    /** A paper that goes on needs a row that gives the next one. */
    private static void refuseWhatNothingRenews(Entry file, PaperTable table) {
        for (PaperRow row : table.papers().all()) {
            boolean goesOn = row.outcome() instanceof Gives gives && gives.renewed() != Renewed.NEVER;
            boolean renewed = table.papers().all().stream()
                    .anyMatch(next -> next.kind() == row.kind()
                            && (next.stage() == Stage.CONTINUING || next.stage() == row.stage())
                            && next.stage() != Stage.FILING
                            && next.ways().containsAll(row.ways()));
            if (goesOn && !renewed) {
                throw file.refuse("renews the paper of the row " + row.name() + " by no row");
            }
        }
    }

    private static <T> Set<T> set(Entry entry, String key, Map<String, T> words) {
        return entry.texts(key).stream()
                .map(word -> known(entry, key, word, words))
                .collect(Collectors.toSet());
    }

    private static <T> T known(Entry entry, String key, String word, Map<String, T> words) {
        return Optional.ofNullable(words.get(word))
                .orElseThrow(() -> entry.refuse("has the unknown " + key + " " + word));
    }

    /** The codes of a type as the file writes them. */
    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        return EnumSet.allOf(type).stream()
                .collect(Collectors.toMap(code -> code.name().toLowerCase(Locale.ROOT), code -> code));
    }
}
