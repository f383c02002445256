package fr.sejour.law;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import fr.sejour.law.internal.text.PaperRow;
import fr.sejour.law.internal.text.PaperRow.Gives;
import fr.sejour.law.internal.text.PaperRow.LeavesOpen;
import fr.sejour.law.internal.text.PaperRow.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The interim papers that the law gives, with their rights, under one edition: its decision table, asked for one filing.
 *
 * <p>A right that the texts do not settle is undetermined in the paper; a paper that they do not settle is an
 * {@link OpenQuestion} or an undetermined reading, and never a paper.
 */
public final class Papers {

    private final Edition edition;
    private final InterimWork work;

    Papers(Edition edition) {
        this.edition = edition;
        this.work = new InterimWork(edition);
    }

    /**
     * The papers due at once on a filing, in this order: the attestation de dépôt of every online filing, the attestation de
     * prolongation of recognised protection, the récépissé of a filing outside the online service whose core documents are
     * there, and the statement of the legal extension, which begins when the held document ends.
     *
     * @param complete whether every blocking piece is there ({@link Completeness})
     * @param on the day the question is asked: that of the filing, or the later one on which the file became complete. The
     *     attestation de dépôt counts from the filing, the papers with rights from this day
     */
    public List<PaperGrant> onFiling(FilingFacts facts, boolean complete, LocalDate on) {
        return decide(Stage.FILING, atFiling(facts, complete, on)).stream()
                .flatMap(decided -> decided.paper().ifSettled().stream())
                .toList();
    }

    /** The papers that a filing may give and that the texts do not settle. Empty when nothing is open. */
    public List<OpenQuestion> openQuestions(FilingFacts facts) {
        return decide(Stage.FILING, atFiling(facts, true, facts.filedOn())).stream()
                .flatMap(decided -> decided
                        .paper()
                        .fold(
                                grant -> Optional.<OpenQuestion>empty(),
                                open -> Optional.of(new OpenQuestion(
                                        decided.row().kind(),
                                        open.token(),
                                        open.question(),
                                        decided.row().basis())))
                        .stream())
                .toList();
    }

    /**
     * What the code gives on a filing and the table does not issue, as the questions that stand in the way; empty for most permits.
     *
     * @param on the day the question is asked
     */
    public List<String> notIssued(FilingFacts facts, LocalDate on) {
        return edition.text().papers().notIssued().on(edition.onOrAfterItsFirstDay(on)).stream()
                .filter(row -> row.permits().contains(facts.asked()))
                .map(row -> row.open().question())
                .toList();
    }

    /**
     * The paper that goes on while the file is examined, from the day after the document or paper that it continues. Ask again
     * with the day after its end for as long as the préfet has not ruled (R. 431-15-1 al. 2 and 3); outside the online service,
     * until the card is in the hand.
     *
     * @param timeliness as {@link Windows#judge} says of this filing
     * @param complete whether every blocking piece is there
     * @param firstDay the day after the end of what it continues
     * @return settled and empty when no paper is due: an incomplete file, a filing out of its window online, a first
     *     application online by a person who is no young adult; undetermined when the texts leave it open
     */
    public Reading<Optional<PaperGrant>> continuing(
            FilingFacts facts, Reading<Timeliness> timeliness, boolean complete, LocalDate firstDay) {
        return only(decide(Stage.CONTINUING, new Circumstances(edition, facts, complete, timeliness, firstDay)));
    }

    /**
     * The attestation de décision favorable, from the decision until the card is in the hand, with the rights of the permit
     * granted (R. 431-15-1 al. 4).
     *
     * @return empty where the law has none: outside the online service, where the récépissé goes on until the hand-over, and
     *     for what is no titre de séjour (a travel document, the validation of a visa)
     */
    public Optional<PaperGrant> onFavourableDecision(FilingFacts facts, LocalDate decidedOn) {
        return only(decide(Stage.DECISION, atFiling(facts, true, decidedOn)))
                .ifSettled()
                .flatMap(paper -> paper);
    }

    /**
     * The paper of whoever waits for a decision after the préfet seized the commission du titre de séjour (R. 432-9). Ask again with
     * the day after its end for as long as he has not ruled.
     *
     * @return empty for what is no titre de séjour
     */
    public Optional<PaperGrant> beforeTheCommission(FilingFacts facts, LocalDate firstDay) {
        return only(decide(Stage.COMMISSION, atFiling(facts, true, firstDay)))
                .ifSettled()
                .flatMap(paper -> paper);
    }

    /**
     * Whether a card stands for the permit granted, which its holder collects; a validated visa and a travel document are sent
     * or validated without one.
     */
    public Reading<Boolean> onACard(PermitCode granted) {
        return edition.permit(granted)
                .map(PermitEntry::documentKind)
                .orElseGet(() -> Reading.undetermined("unknown", "What is this permit printed as?"))
                .flatMap(kind -> kind == DocumentKind.APS
                        ? Reading.undetermined(
                                "aps_form", "Is an autorisation provisoire de séjour handed over as a card?")
                        : Reading.settled(edition.permitText(granted)
                                .map(Circumstances::isTitle)
                                .orElse(true)));
    }

    /**
     * The paper that a judge orders, with the rights that the order names; what the order leaves unsaid is as open as in any other
     * paper.
     *
     * @param work whether the order says that the paper lets its holder work
     * @throws IllegalArgumentException for a kind that the table has no order of
     */
    public PaperGrant ordered(FilingFacts facts, PaperKind kind, Validity validity, boolean work) {
        Circumstances now = atFiling(facts, true, validity.firstDay());
        return rows(Stage.ORDER, now)
                .filter(row -> row.kind() == kind && row.outcome() instanceof Gives)
                .findFirst()
                .map(row -> grant(row, (Gives) row.outcome(), now, Optional.of(work), Optional.of(validity)))
                .orElseThrow(() -> new IllegalArgumentException("No judge orders the paper " + kind));
    }

    /** Every reason that a paper of this edition can give, for somebody or other. */
    public Set<String> reasons() {
        return PaperCells.reasons(edition.text().papers());
    }

    /**
     * Every cell of the table: each permit asked for, under each of its articles or none, by each way, first, again or on another
     * ground, at each stage and with each fact that changes the paper, with the paper that it comes to.
     *
     * @param filedOn the day of the filings: rows have dates
     */
    public List<PaperCell> cells(LocalDate filedOn) {
        return new PaperCells(edition, this, filedOn).all();
    }

    /** What a row comes to. */
    record Decided(PaperRow row, Reading<PaperGrant> paper) {}

    /** The first row that holds of each kind of paper, in the order of the table. */
    List<Decided> decide(Stage stage, Circumstances now) {
        List<Decided> decided = new ArrayList<>();
        Set<PaperKind> kinds = EnumSet.noneOf(PaperKind.class);
        for (PaperRow row : rows(stage, now).toList()) {
            if (kinds.contains(row.kind())) {
                continue;
            }
            Reading<Boolean> holds = now.hold(row.when());
            if (!holds.equals(Reading.settled(false))) {
                kinds.add(row.kind());
                decided.add(new Decided(row, holds.flatMap(it -> outcome(row, now))));
            }
        }
        return decided;
    }

    Circumstances atFiling(FilingFacts facts, boolean complete, LocalDate on) {
        return new Circumstances(
                edition, facts, complete, edition.windows().judge(facts).timeliness(), on);
    }

    /** The rows that speak of a filing like this one, whatever its facts. */
    Stream<PaperRow> rows(Stage stage, Circumstances now) {
        return edition.text().papers().papers().on(edition.onOrAfterItsFirstDay(now.on())).stream()
                .filter(row -> row.stage() == stage)
                .filter(row -> row.ways().contains(now.way()))
                .filter(row -> row.natures().contains(now.nature()))
                .filter(row -> row.speaksOf(now.facts().asked()));
    }

    private Reading<PaperGrant> outcome(PaperRow row, Circumstances now) {
        return row.outcome() instanceof LeavesOpen open
                ? Reading.undetermined(open.question().token(), open.question().question())
                : Reading.settled(grant(row, (Gives) row.outcome(), now, Optional.empty(), Optional.empty()));
    }

    private PaperGrant grant(
            PaperRow row, Gives gives, Circumstances now, Optional<Boolean> order, Optional<Validity> asOrdered) {
        InterimWork.Traced workRight = work.of(gives.work(), now, order);
        List<String> because = new ArrayList<>();
        gives.because().forEach(code -> because.add(code.equals(Gives.NATURE) ? code(now.nature()) : code));
        gives.stay().because().ifPresent(because::add);
        because.addAll(workRight.because());
        gives.travel().because().ifPresent(because::add);
        gives.social().because().ifPresent(because::add);
        return new PaperGrant(
                row.kind(),
                asOrdered.orElseGet(() -> validity(gives.lasts(), now)),
                new Rights(
                        gives.stay().right(),
                        workRight.right(),
                        gives.travel().right(),
                        gives.social().right()),
                row.basis(),
                because);
    }

    private static Validity validity(PaperRow.Lasts lasts, Circumstances now) {
        FilingFacts facts = now.facts();
        if (lasts instanceof PaperRow.Months months) {
            // a paper of so many months ends on the eve of the day of the same number: they are counted from day to day
            return Validity.between(
                    now.on(), now.on().plusMonths(months.months()).minusDays(1), facts.zone());
        }
        if (lasts instanceof PaperRow.MonthsFromExpiry months) {
            // "à compter de cette date d'expiration": the day of the same number
            LocalDate expiry = facts.held().orElseThrow().validUntil();
            return Validity.between(expiry.plusDays(1), expiry.plusMonths(months.months()), facts.zone());
        }
        return Validity.from(lasts instanceof PaperRow.NoLastDay ? facts.filedOn() : now.on(), facts.zone());
    }

    static String code(Nature nature) {
        return switch (nature) {
            case FIRST -> "first-application";
            case RENEWAL -> "renewal";
            case CHANGE_OF_GROUND -> "change-of-ground";
        };
    }

    private static Reading<Optional<PaperGrant>> only(List<Decided> decided) {
        return decided.isEmpty()
                ? Reading.settled(Optional.empty())
                : decided.get(0).paper().map(Optional::of);
    }
}
