package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.Validity;
import fr.sejour.law.internal.text.PaperRow;
import fr.sejour.law.internal.text.PaperRow.Gives;
import fr.sejour.law.internal.text.PaperRow.Reasoned;
import fr.sejour.law.internal.text.PaperRow.Stage;
import fr.sejour.law.internal.text.PaperRow.WorkHere;
import fr.sejour.law.internal.text.PaperTable;
import fr.sejour.law.internal.text.PermitText;
import fr.sejour.law.internal.text.WorkRow;
import fr.sejour.law.internal.text.WorkRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walks the papers' table through every situation that it tells apart. */
final class PaperCells {

    private static final List<Boolean> BOTH = List.of(true, false);
    private static final PrefectureCode METROPOLITAN = new PrefectureCode("38");
    private static final PrefectureCode OVERSEAS = new PrefectureCode("974");

    /** The grounds that a change may start from: a card that lets do any work, one that lets do none, and one that L. 433-3 extends. */
    private static final List<PermitCode> OTHER_GROUNDS = List.of(
            new PermitCode("vpf_liens_personnels"), new PermitCode("visiteur"), new PermitCode("carte_resident"));

    private final Edition edition;
    private final Papers papers;
    private final LocalDate filedOn;
    private final Map<List<Object>, PaperCell> cells = new LinkedHashMap<>();

    PaperCells(Edition edition, Papers papers, LocalDate filedOn) {
        this.edition = edition;
        this.papers = papers;
        this.filedOn = filedOn;
    }

    /** Every reason of the table, those of its two parts and what a filing may be. */
    static Set<String> reasons(PaperTable table) {
        Set<String> reasons = new TreeSet<>();
        for (PaperRow row : table.papers().all()) {
            if (row.outcome() instanceof Gives gives) {
                for (String code : gives.because()) {
                    Stream<String> codes =
                            code.equals(Gives.NATURE) ? row.natures().stream().map(Papers::code) : Stream.of(code);
                    codes.forEach(reasons::add);
                }
                Stream.of(gives.stay(), gives.travel(), gives.social())
                        .map(Reasoned::because)
                        .flatMap(Optional::stream)
                        .forEach(reasons::add);
                if (gives.work() instanceof WorkHere here) {
                    add(reasons, here.rule());
                }
            }
        }
        table.work().all().stream().map(WorkRow::rule).forEach(rule -> add(reasons, rule));
        return reasons;
    }

    private static void add(Set<String> reasons, WorkRule rule) {
        reasons.add(rule.because());
        reasons.add(rule.noneBecause());
    }

    List<PaperCell> all() {
        for (PermitEntry permit : edition.permits()) {
            situations(permit).forEach(this::walk);
        }
        return List.copyOf(cells.values());
    }

    private void walk(FilingFacts facts) {
        LocalDate continued = facts.held()
                .map(held -> held.validUntil().plusDays(1))
                .filter(day -> day.isAfter(filedOn))
                .orElse(filedOn);
        for (Stage stage : List.of(Stage.FILING, Stage.DECISION, Stage.COMMISSION)) {
            keep(papers.decide(stage, papers.atFiling(facts, true, filedOn)), facts);
        }
        for (Timeliness time : List.of(Timeliness.IN_TIME, Timeliness.EARLY)) {
            Circumstances then = new Circumstances(edition, facts, true, Reading.settled(time), continued);
            keep(papers.decide(Stage.CONTINUING, then), facts);
        }
        papers.rows(Stage.ORDER, papers.atFiling(facts, true, filedOn)).forEach(row -> {
            for (boolean work : BOTH) {
                Validity ordered = Validity.between(filedOn, filedOn.plusMonths(3), facts.zone());
                keep(row.name(), facts, Reading.settled(papers.ordered(facts, row.kind(), ordered, work)));
            }
        });
    }

    private void keep(List<Papers.Decided> decided, FilingFacts facts) {
        decided.forEach(each -> keep(each.row().name(), facts, each.paper()));
    }

    private void keep(String row, FilingFacts facts, Reading<PaperGrant> paper) {
        Nature nature = edition.natureOf(facts);
        Object comesTo =
                paper.fold(grant -> List.of(grant.kind(), grant.rights(), grant.because()), open -> open.token());
        cells.putIfAbsent(
                List.of(row, facts.asked(), facts.article(), facts.online(), nature, comesTo),
                new PaperCell(row, facts, nature, paper));
    }

    private List<FilingFacts> situations(PermitEntry permit) {
        List<Optional<Article>> articles = new ArrayList<>(List.of(Optional.empty()));
        permit.legalBasis().forEach(article -> articles.add(Optional.of(article)));
        List<Optional<HeldDocument>> documents = new ArrayList<>(List.of(Optional.empty()));
        held(permit).forEach(document -> documents.add(Optional.of(document)));
        List<FilingFacts> situations = new ArrayList<>();
        for (Optional<Article> article : articles) {
            for (Optional<HeldDocument> document : documents) {
                for (boolean authorised : BOTH) {
                    for (boolean visa : BOTH) {
                        places(permit, article, document, authorised, visa).forEach(situations::add);
                    }
                }
            }
        }
        return situations;
    }

    /** Adults and young ones who came long ago, adults who came this year; in a mainland préfecture and in one overseas. */
    private Stream<FilingFacts> places(
            PermitEntry permit,
            Optional<Article> article,
            Optional<HeldDocument> document,
            boolean authorised,
            boolean visa) {
        record Life(LocalDate birth, LocalDate entry) {}
        List<Life> lives = document.isPresent()
                ? List.of(new Life(filedOn.minusYears(30), filedOn.minusYears(6)))
                : List.of(
                        new Life(filedOn.minusYears(30), filedOn.minusYears(6)),
                        new Life(filedOn.minusYears(18), filedOn.minusYears(6)),
                        new Life(filedOn.minusYears(30), filedOn.minusMonths(3)));
        return lives.stream()
                .flatMap(life -> Stream.of(FilingChannel.ONLINE, FilingChannel.COUNTER)
                        .flatMap(channel -> Stream.of(METROPOLITAN, OVERSEAS)
                                .map(prefecture -> new FilingFacts(
                                        permit.code(),
                                        article,
                                        document,
                                        channel,
                                        filedOn,
                                        life.birth(),
                                        Optional.of(life.entry()),
                                        authorised,
                                        visa,
                                        false,
                                        prefecture,
                                        zone(prefecture)))));
    }

    /** The same permit for one year and for four, expired, as a visa, and three others. */
    private List<HeldDocument> held(PermitEntry permit) {
        LocalDate until = filedOn.plusDays(90);
        List<HeldDocument> held = new ArrayList<>();
        for (int years : List.of(1, 4)) {
            held.add(document(
                    permit,
                    permit.documentKind().ifSettled(),
                    until.minusYears(years).plusDays(1)));
        }
        LocalDate over = filedOn.minusDays(30);
        held.add(new HeldDocument(
                permit.code(),
                permit.documentKind().ifSettled(),
                over.minusYears(4),
                over,
                Reading.settled(permit.workRight())));
        edition.permitText(permit.code()).map(PermitText::kinds).orElse(Set.of()).stream()
                .filter(kind -> kind == DocumentKind.CSP || kind == DocumentKind.CR)
                .forEach(kind -> held.add(
                        document(permit, Optional.of(kind), until.minusYears(4).plusDays(1))));
        held.add(document(
                permit, Optional.of(DocumentKind.VISA), until.minusYears(1).plusDays(1)));
        OTHER_GROUNDS.stream()
                .filter(other -> !other.equals(permit.code()))
                .flatMap(other -> edition.permit(other).stream())
                .forEach(other -> held.add(document(
                        other,
                        other.documentKind().ifSettled(),
                        until.minusYears(1).plusDays(1))));
        return held;
    }

    private HeldDocument document(PermitEntry permit, Optional<DocumentKind> kind, LocalDate from) {
        return new HeldDocument(permit.code(), kind, from, filedOn.plusDays(90), Reading.settled(permit.workRight()));
    }

    private ZoneId zone(PrefectureCode prefecture) {
        return edition.prefecture(prefecture).orElseThrow().zone();
    }
}
