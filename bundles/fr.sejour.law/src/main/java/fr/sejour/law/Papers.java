package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.PapersText;
import fr.sejour.law.internal.text.PermitText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The interim papers that the law gives, with their rights, under one edition.
 *
 * <p>A right that the texts do not settle is undetermined in the paper; a paper that they do not settle is an
 * {@link OpenQuestion} or an undetermined reading, and never a paper.
 */
public final class Papers {

    private static final Set<DocumentKind> NOT_A_TITLE = Set.of(DocumentKind.TRAVEL_DOCUMENT, DocumentKind.VISA);

    private final Edition edition;
    private final Windows windows;
    private final InterimWork work;
    private final LegalExtensions extensions;
    private final PapersText text;

    Papers(Edition edition, Windows windows) {
        this.edition = edition;
        this.windows = windows;
        this.work = new InterimWork(edition);
        this.extensions = new LegalExtensions(edition);
        this.text = edition.text().papers();
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
        PermitText asked = edition.asked(facts);
        List<PaperGrant> grants = new ArrayList<>();
        if (facts.online()) {
            grants.add(deposit(facts));
        }
        if (protection(facts).isPresent()) {
            grants.add(protectionPaper(facts, on, "on-filing"));
        }
        if (!facts.online() && complete && isTitle(asked)) {
            boolean renewal = edition.natureOf(facts) == Nature.RENEWAL;
            int months = renewal
                    ? text.recepisse().renewalMonths()
                    : text.recepisse().firstMonths();
            grants.add(recepisse(facts, on, months));
        }
        extensions.grant(facts).ifPresent(grants::add);
        return List.copyOf(grants);
    }

    /** The papers that a filing may give and that the texts do not settle. Empty when nothing is open. */
    public List<OpenQuestion> openQuestions(FilingFacts facts) {
        return extensions.questions(facts);
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
        if (protection(facts).isPresent()) {
            return Reading.settled(Optional.of(protectionPaper(facts, firstDay, "renewed")));
        }
        if (!complete || !isTitle(edition.asked(facts))) {
            return Reading.settled(Optional.empty());
        }
        if (!facts.online()) {
            return Reading.settled(
                    Optional.of(recepisse(facts, firstDay, text.recepisse().renewalMonths())));
        }
        if (edition.natureOf(facts) == Nature.FIRST) {
            return windows.youngAdult(facts)
                    .flatMap(young -> young
                            ? timeliness.map(time -> youngAdultPaper(facts, time, firstDay))
                            : Reading.settled(Optional.empty()));
        }
        return timeliness.flatMap(time -> switch (time) {
            case IN_TIME -> Reading.settled(Optional.of(renewalPaper(facts, firstDay)));
            case EARLY ->
                Reading.undetermined("early_filing", text.prolongation().earlyFilingQuestion());
            case LATE, AFTER_SIX_MONTHS -> Reading.settled(Optional.empty());
        });
    }

    /**
     * The attestation de décision favorable, from the decision until the card is in the hand, with the rights of the permit
     * granted (R. 431-15-1 al. 4).
     *
     * @return empty where the law has none: outside the online service, where the récépissé goes on until the hand-over, and
     *     for what is no titre de séjour (a travel document, the validation of a visa)
     */
    public Optional<PaperGrant> onFavourableDecision(FilingFacts facts, LocalDate decidedOn) {
        PermitText granted = edition.asked(facts);
        if (!facts.online() || !isTitle(granted)) {
            return Optional.empty();
        }
        Article basis = text.decisionBasis().get(0);
        Rights rights = new Rights(
                Right.settled(StayRight.PROVEN, basis),
                work.ofThePermit(granted, basis),
                openTravel(text),
                openSocial());
        return Optional.of(new PaperGrant(
                PaperKind.ATTESTATION_DE_DECISION_FAVORABLE,
                Validity.from(decidedOn, facts.zone()),
                rights,
                text.decisionBasis(),
                List.of("favourable-decision", basis.reference(), "work-of-the-permit-granted")));
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
                        : Reading.settled(!NOT_A_TITLE.contains(kind)));
    }

    /**
     * The paper that a judge orders, with the rights that the order names; what the order leaves unsaid is as open as in any other
     * paper.
     *
     * @param work whether the order says that the paper lets its holder work
     */
    public PaperGrant ordered(PaperKind kind, Validity validity, boolean work) {
        Rights rights = new Rights(
                new Right<>(Reading.settled(StayRight.PROVEN), List.of()),
                new Right<>(Reading.settled(work ? WorkRight.ANY : WorkRight.NONE), List.of()),
                openTravel(text),
                openSocial());
        return new PaperGrant(kind, validity, rights, List.of(), List.of("court-order"));
    }

    static Right<TravelRight> openTravel(PapersText text) {
        return new Right<>(Reading.undetermined("travel", text.travelQuestion()), List.of());
    }

    private Right<SocialRight> openSocial() {
        return new Right<>(Reading.undetermined("social", text.socialQuestion()), List.of());
    }

    private PaperGrant deposit(FilingFacts facts) {
        Article basis = text.depositBasis().get(0);
        Rights rights = new Rights(
                Right.settled(StayRight.NOT_PROVEN, basis),
                Right.settled(WorkRight.NONE, basis),
                Right.settled(TravelRight.NONE, basis),
                Right.settled(SocialRight.NONE, basis));
        return new PaperGrant(
                PaperKind.ATTESTATION_DE_DEPOT,
                Validity.from(facts.filedOn(), facts.zone()),
                rights,
                text.depositBasis(),
                List.of("online-filing", basis.reference()));
    }

    /** The article of the protection paper: for the first card of a recognised person, through the online service. */
    private Optional<Article> protection(FilingFacts facts) {
        boolean firstCard = edition.natureOf(facts) != Nature.RENEWAL;
        return Optional.ofNullable(text.protection().permits().get(facts.asked()))
                .filter(article -> facts.online() && firstCard);
    }

    private PaperGrant protectionPaper(FilingFacts facts, LocalDate firstDay, String because) {
        Article basis = protection(facts).orElseThrow();
        Rights rights = new Rights(
                Right.settled(StayRight.PROVEN, basis),
                Right.settled(WorkRight.ANY, basis, text.protection().workBasis()),
                openTravel(text),
                Right.settled(SocialRight.MAINTAINED, basis));
        return new PaperGrant(
                PaperKind.ATTESTATION_DE_PROLONGATION,
                months(facts, firstDay, text.protection().months()),
                rights,
                List.of(basis),
                List.of("recognised-protection", because, basis.reference()));
    }

    private PaperGrant recepisse(FilingFacts facts, LocalDate firstDay, int months) {
        List<Article> basis = text.recepisse().basis();
        Right<WorkRight> workRight = work.onRecepisse(facts, firstDay);
        Rights rights =
                new Rights(Right.settled(StayRight.PROVEN, basis.get(0)), workRight, openTravel(text), openSocial());
        return new PaperGrant(
                PaperKind.RECEPISSE,
                months(facts, firstDay, months),
                rights,
                basis,
                because(facts, List.of("core-documents-there", basis.get(0).reference()), workRight));
    }

    private PaperGrant renewalPaper(FilingFacts facts, LocalDate firstDay) {
        return prolongation(
                facts,
                firstDay,
                StayRight.PROVEN_WITH_EXPIRED_PERMIT,
                text.prolongation().renewalBasis());
    }

    private Optional<PaperGrant> youngAdultPaper(FilingFacts facts, Timeliness time, LocalDate firstDay) {
        return time == Timeliness.IN_TIME
                ? Optional.of(prolongation(
                        facts, firstDay, StayRight.PROVEN, text.prolongation().youngAdultBasis()))
                : Optional.empty();
    }

    private PaperGrant prolongation(FilingFacts facts, LocalDate firstDay, StayRight stay, List<Article> basis) {
        Right<WorkRight> workRight = work.onAttestation(facts, firstDay);
        Rights rights =
                new Rights(new Right<>(Reading.settled(stay), basis), workRight, openTravel(text), openSocial());
        return new PaperGrant(
                PaperKind.ATTESTATION_DE_PROLONGATION,
                months(facts, firstDay, text.prolongation().months()),
                rights,
                basis,
                because(
                        facts,
                        List.of("complete-file", "filed-in-time", basis.get(0).reference()),
                        workRight));
    }

    private List<String> because(FilingFacts facts, List<String> conditions, Right<WorkRight> workRight) {
        List<String> because = new ArrayList<>();
        because.add(
                switch (edition.natureOf(facts)) {
                    case FIRST -> "first-application";
                    case RENEWAL -> "renewal";
                    case CHANGE_OF_GROUND -> "change-of-ground";
                });
        because.addAll(conditions);
        because.add(
                workRight.value().fold(right -> "work:" + right.code(), open -> "work-undetermined:" + open.token()));
        workRight.basis().forEach(article -> because.add(article.reference()));
        return because;
    }

    /** A paper of so many months ends on the eve of the day of the same number (its months are counted from day to day). */
    private static Validity months(FilingFacts facts, LocalDate firstDay, int months) {
        return Validity.between(firstDay, firstDay.plusMonths(months).minusDays(1), facts.zone());
    }

    private static boolean isTitle(PermitText permit) {
        return permit.entry()
                .documentKind()
                .ifSettled()
                .filter(NOT_A_TITLE::contains)
                .isEmpty();
    }
}
