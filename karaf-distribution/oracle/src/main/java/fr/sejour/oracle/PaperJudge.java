package fr.sejour.oracle;

import fr.sejour.oracle.CaseLife.Chain;
import fr.sejour.oracle.CaseLife.Grant;
import fr.sejour.oracle.CaseLife.Ordered;
import fr.sejour.oracle.CaseLife.State;
import fr.sejour.oracle.Verdict.Fault;
import fr.sejour.oracle.WorkLaw.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at the papers of one case, one after the other, and at what lies between them. */
final class PaperJudge {

    /** A paper comes at most a week before its first day (decision 0005); whoever was not looked at for a week has none. */
    private static final int DAYS_AHEAD = 7;

    private static final int MONTHS = 3;
    private static final int MONTHS_OF_A_FIRST_RECEPISSE = 4;
    private static final int MONTHS_OF_A_PROTECTION = 6;

    private static final Optional<String> OPEN = Optional.empty();
    private static final Optional<String> NONE = Optional.of("NONE");
    private static final Optional<String> PROVEN = Optional.of("PROVEN");
    private static final Optional<String> WITH_THE_PERMIT = Optional.of("PROVEN_WITH_EXPIRED_PERMIT");
    private static final Optional<String> MAINTAINED = Optional.of("MAINTAINED");

    private final PersonLife person;
    private final CaseLife life;
    private final Filed filed;
    private final List<Paper> papers;
    private final NavigableSet<Instant> passes;
    private final Instant until;
    private final Verdict verdict;

    PaperJudge(
            PersonLife person,
            CaseLife life,
            List<Paper> papers,
            NavigableSet<Instant> passes,
            Instant until,
            Verdict verdict) {
        this.person = person;
        this.life = life;
        this.filed = life.filed;
        this.papers = papers;
        this.passes = passes;
        this.until = until;
        this.verdict = verdict;
    }

    void judge() {
        List<Paper> before = new ArrayList<>();
        for (Paper paper : papers) {
            wrong(paper, before).ifPresent(how -> wrong(paper + ": " + how));
            wrongEnd(paper).ifPresent(how -> wrong(paper + ": " + how));
            before.stream()
                    .filter(it -> doubles(it, paper))
                    .findFirst()
                    .ifPresent(twin -> find(Fault.DOUBLED_PAPERS, 1, paper + " beside " + twin));
            before.add(paper);
        }
        missing();
    }

    private void wrong(String how) {
        find(Fault.WRONG_PAPERS, 1, how);
    }

    private void find(Fault fault, long count, String how) {
        verdict.find(
                person.id,
                fault,
                count,
                "case " + filed.number() + " (" + filed.permit().code() + ", " + filed.channel() + ", " + filed.nature()
                        + ", " + filed.prefecture() + "): " + how);
    }

    // ---- what a paper is

    private Optional<String> wrong(Paper paper, List<Paper> before) {
        if (!paper.zone().equals(filed.zone())) {
            return Optional.of("its days do not begin where the filing came to, in " + filed.zone());
        }
        Optional<Paper> corrected =
                before.stream().filter(it -> replacedBy(it, paper)).findFirst();
        if (corrected.isPresent()) {
            return wrongCopy(paper, corrected.get());
        }
        if (!of(paper, life.prefecture(paper.issuedAt()))
                && !(life.changesHands(paper.issuedAt())
                        && of(paper, life.at(paper.issuedAt()).prefecture()))) {
            return Optional.of("the préfecture in charge is " + life.prefecture(paper.issuedAt()));
        }
        Optional<Paper> elsewhere =
                before.stream().filter(it -> movedBy(it, paper)).findFirst();
        if (elsewhere.isPresent()) {
            return wrongAfterTheMove(paper, elsewhere.get());
        }
        Optional<Ordered> ordered = life.orders.stream()
                .filter(it -> it.at().equals(paper.issuedAt()) && it.kind().equals(paper.kind()))
                .filter(it -> paper.last().equals(Optional.of(it.last())))
                .findFirst();
        if (ordered.isPresent()) {
            return rights(paper, PROVEN, ordered.get().work() ? Work.ANY : Work.NONE, OPEN);
        }
        if (paper.ofTheCommission()) {
            return wrongWhileHeard(paper, before);
        }
        return switch (paper.kind()) {
            case "ATTESTATION_DE_DEPOT" -> wrongDeposit(paper);
            case "LEGAL_EXTENSION" -> wrongExtension(paper, before);
            case "ATTESTATION_DE_DECISION_FAVORABLE" -> wrongFavourable(paper);
            default -> wrongLink(paper, before);
        };
    }

    private static boolean of(Paper paper, String prefecture) {
        return paper.prefecture().equals(prefecture);
    }

    private boolean replacedBy(Paper old, Paper fresh) {
        return life.corrections.contains(fresh.issuedAt())
                && old.endedAt().equals(Optional.of(fresh.issuedAt()))
                && old.kind().equals(fresh.kind())
                && old.ofTheCommission() == fresh.ofTheCommission()
                && old.last().equals(fresh.last());
    }

    private Optional<String> wrongCopy(Paper paper, Paper old) {
        ZoneId where = Places.laterToEnd(life.whereDaysEnd(paper.issuedAt()), Places.zone(old.prefecture()));
        LocalDate today = paper.issuedAt().atZone(where).toLocalDate();
        LocalDate first = !paper.carriesRight() || old.first().isAfter(today) ? old.first() : today;
        // of two that a judge and the law gave side by side only one begins today
        boolean beside = papers.stream()
                .anyMatch(it -> it.issuedAt().equals(paper.issuedAt())
                        && it.kind().equals(paper.kind())
                        && it.first().equals(today));
        if (!paper.first().equals(first) && !(beside && paper.first().equals(old.first()))) {
            return Optional.of("after the correction it begins on " + first);
        }
        boolean same = paper.prefecture().equals(old.prefecture())
                && paper.stay().equals(old.stay())
                && paper.work().equals(old.work())
                && paper.travel().equals(old.travel())
                && paper.social().equals(old.social());
        return same ? Optional.empty() : Optional.of("a correction changes no right of " + old);
    }

    /** R. 431-15-2 is written for metropolitan France: whoever comes where it lets them work has at once a paper that says so. */
    private boolean movedBy(Paper old, Paper fresh) {
        return old.endedAt().equals(Optional.of(fresh.issuedAt()))
                && old.kind().equals("ATTESTATION_DE_PROLONGATION")
                && fresh.kind().equals(old.kind())
                && !old.ofTheCommission()
                && !fresh.ofTheCommission()
                && !of(fresh, old.prefecture())
                && old.work().equals(Work.OPEN)
                && !fresh.work().equals(Work.OPEN)
                && fresh.first().equals(inThePlaceOf(old, fresh.issuedAt()));
    }

    /** The day on which a paper begins that takes the place of another: today, or its own when that one begins later. */
    private LocalDate inThePlaceOf(Paper old, Instant at) {
        return old.first().isAfter(day(at)) ? old.first() : day(at);
    }

    private Optional<String> wrongAfterTheMove(Paper paper, Paper old) {
        LocalDate first = paper.first();
        LocalDate own = old.last().orElseThrow();
        LocalDate anew = first.plusMonths(MONTHS).minusDays(1);
        boolean followed = papers.stream()
                .filter(it -> it.ofTheChain() && !it.ofTheCommission())
                .anyMatch(it ->
                        it.issuedAt().isBefore(paper.issuedAt()) && it.first().isAfter(own));
        LocalDate last = followed || own.isAfter(anew) ? own : anew;
        return paper.last().equals(Optional.of(last))
                ? wrongProlongation(paper, first)
                : Optional.of("after the move it runs until " + last);
    }

    private Optional<String> wrongDeposit(Paper paper) {
        if (!filed.online() || !paper.first().equals(filed.on()) || paper.last().isPresent()) {
            return Optional.of("the deposit proves the online filing of " + filed.on() + ", for ever");
        }
        return rights(paper, Optional.of("NOT_PROVEN"), Work.NONE, NONE, NONE);
    }

    private Optional<String> wrongExtension(Paper paper, List<Paper> before) {
        State state = life.at(paper.issuedAt());
        if (!life.extended() || !state.seen() || !state.undecided()) {
            return Optional.of("L. 433-3 adds nothing here");
        }
        LocalDate first = filed.held().orElseThrow().until().plusDays(1);
        boolean again = before.stream()
                .anyMatch(it -> it.kind().equals(paper.kind()) && it.endedAt().isPresent());
        boolean begins = paper.first().equals(first) || (again && paper.first().equals(day(paper.issuedAt())));
        if (!begins || !paper.last().equals(Optional.of(life.extensionLast()))) {
            return Optional.of("it runs from " + first + " to " + life.extensionLast());
        }
        Work held = WorkLaw.ofPermit(filed.held().orElseThrow().permit());
        return rights(paper, WITH_THE_PERMIT, held, OPEN, MAINTAINED);
    }

    private Optional<String> wrongFavourable(Paper paper) {
        State state = life.at(paper.issuedAt());
        if (!life.favourable(state, paper.issuedAt())) {
            return Optional.of("nothing was granted here that this paper stands in for");
        }
        Grant grant = state.grant().orElseThrow();
        LocalDate first = grant.decidedOn().isBefore(day(grant.at())) ? grant.decidedOn() : day(grant.at());
        boolean again = !paper.issuedAt().equals(grant.at());
        if ((!again && !paper.first().equals(first)) || paper.last().isPresent()) {
            return Optional.of("it runs from " + first + " until the card is in the hand");
        }
        return rights(paper, PROVEN, WorkLaw.ofTheCardGranted(filed.permit()), OPEN);
    }

    /** One of the papers that follow one another. */
    private Optional<String> wrongLink(Paper paper, List<Paper> before) {
        State state = life.at(paper.issuedAt());
        Chain chain = life.chain(state, paper.issuedAt());
        boolean kind = paper.kind()
                .equals(
                        switch (chain) {
                            case NONE -> "none";
                            case PROTECTION, PROLONGATION -> "ATTESTATION_DE_PROLONGATION";
                            case RECEPISSE -> "RECEPISSE";
                        });
        if (!kind) {
            return Optional.of("the law owes " + chain + " at that instant");
        }
        LocalDate today = day(paper.issuedAt());
        if (life.hears(state) && standsFor(WorkLaw.beforeTheCommission(filed), chain, today, paper.prefecture())) {
            return Optional.of("the paper of the commission stands in its place");
        }
        Predicate<Paper> counts = it ->
                !(it.ofTheCommission() || isOrdered(it)) || standsFor(it.work(), chain, today, paper.prefecture());
        boolean firstOne = state.undecided()
                && before.stream().filter(counts).noneMatch(it -> it.ofTheChain() && !it.ofTheCommission());
        LocalDate first = follows(
                before.stream().filter(counts).toList(),
                firstOne && chain != Chain.PROLONGATION,
                paper.issuedAt(),
                today);
        if (!paper.first().equals(first)) {
            return Optional.of("it follows what ends before " + first);
        }
        // counted where the case is now, which may be a day behind
        if (paper.first().isAfter(today.plusDays(DAYS_AHEAD + 1))) {
            return Optional.of("it came more than a week ahead");
        }
        LocalDate last = first.plusMonths(months(chain, firstOne)).minusDays(1);
        if (!paper.last().equals(Optional.of(last))) {
            return Optional.of("it runs until " + last);
        }
        return switch (chain) {
            case PROTECTION -> rights(paper, PROVEN, Work.ANY, OPEN, MAINTAINED);
            case RECEPISSE -> rights(paper, PROVEN, WorkLaw.onRecepisse(filed, first), OPEN);
            default -> wrongProlongation(paper, first);
        };
    }

    /** R. 432-9: three months from the day on which the commission is seized, again and again until the préfet has ruled. */
    private Optional<String> wrongWhileHeard(Paper paper, List<Paper> before) {
        if (!life.hears(life.at(paper.issuedAt()))) {
            return Optional.of("no commission hears this case");
        }
        if (!paper.kind().equals(filed.online() ? "ATTESTATION_DE_PROLONGATION" : "RECEPISSE")) {
            return Optional.of("it is that of the other channel");
        }
        LocalDate today = day(paper.issuedAt());
        LocalDate first =
                follows(before.stream().filter(Paper::ofTheCommission).toList(), true, paper.issuedAt(), today);
        LocalDate last = first.plusMonths(MONTHS).minusDays(1);
        if (!paper.first().equals(first) || !paper.last().equals(Optional.of(last))) {
            return Optional.of("it runs from " + first + " to " + last);
        }
        if (first.isAfter(today.plusDays(DAYS_AHEAD + 1))) {
            return Optional.of("it came more than a week ahead");
        }
        return rights(paper, PROVEN, WorkLaw.beforeTheCommission(filed), OPEN);
    }

    /** Whether it is what a judge ordered, or follows that after a correction. */
    private boolean isOrdered(Paper paper) {
        return life.orders.stream()
                .anyMatch(it -> it.kind().equals(paper.kind())
                        && paper.last().equals(Optional.of(it.last()))
                        && !paper.issuedAt().isBefore(it.at()));
    }

    /** Whether a paper of the commission, or of a judge, allows as much as the one that the law gives without it. */
    private boolean standsFor(Work work, Chain chain, LocalDate on, String prefecture) {
        return switch (chain) {
            case NONE -> true;
            // it maintains social rights, of which R. 432-9 says nothing
            case PROTECTION -> false;
            case RECEPISSE -> WorkLaw.includes(work, WorkLaw.onRecepisse(filed, on));
            case PROLONGATION -> WorkLaw.includes(work, WorkLaw.onAttestation(filed, on, prefecture));
        };
    }

    private Optional<String> wrongProlongation(Paper paper, LocalDate first) {
        Work work = WorkLaw.onAttestation(filed, first, paper.prefecture());
        return rights(paper, filed.held().isPresent() ? WITH_THE_PERMIT : PROVEN, work, OPEN);
    }

    private LocalDate follows(List<Paper> before, boolean atOnce, Instant issuedAt, LocalDate today) {
        Optional<LocalDate> held = filed.held().map(Held::until).filter(it -> !atOnce);
        return before.stream()
                .filter(Paper::ofTheChain)
                .filter(it -> it.endedAt().filter(at -> !at.isAfter(issuedAt)).isEmpty())
                .flatMap(it -> it.last().stream())
                .max(LocalDate::compareTo)
                .or(() -> held)
                .filter(end -> !end.isBefore(today))
                .map(end -> end.plusDays(1))
                .orElse(today);
    }

    private int months(Chain chain, boolean firstOne) {
        if (chain == Chain.PROTECTION) {
            return MONTHS_OF_A_PROTECTION;
        }
        boolean firstRecepisse = chain == Chain.RECEPISSE && firstOne && filed.nature() != Filed.Nature.RENEWAL;
        return firstRecepisse ? MONTHS_OF_A_FIRST_RECEPISSE : MONTHS;
    }

    private static Optional<String> rights(Paper paper, Optional<String> stay, Work work, Optional<String> travel) {
        return rights(paper, stay, work, travel, OPEN);
    }

    private static Optional<String> rights(
            Paper paper, Optional<String> stay, Work work, Optional<String> travel, Optional<String> social) {
        List<String> wrong = new ArrayList<>();
        expect("stay", paper.stay(), stay, wrong);
        expect("travel", paper.travel(), travel, wrong);
        expect("social", paper.social(), social, wrong);
        if (!paper.work().equals(work)) {
            wrong.add("work is " + work);
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    private static void expect(String right, Optional<String> found, Optional<String> law, List<String> wrong) {
        if (!found.equals(law)) {
            wrong.add(right + " is " + law.orElse("open"));
        }
    }

    /** The day of papers: what begins on it has begun wherever the case has been, between the two of a transfer. */
    private LocalDate day(Instant instant) {
        return instant.atZone(life.whereDaysEnd(instant)).toLocalDate();
    }

    // ---- when it ends

    private Optional<String> wrongEnd(Paper paper) {
        if (paper.endedAt().filter(at -> endsForAReason(paper, at)).isPresent()) {
            return Optional.empty();
        }
        if (!paper.carriesRight()) {
            return paper.endedAt().map(at -> "nothing ends what proves a filing");
        }
        Optional<Instant> end = ended(paper);
        if (end.isPresent() || paper.endedAt().isPresent()) {
            return end.equals(paper.endedAt())
                    ? Optional.empty()
                    : Optional.of(end.map(at -> "it ends at " + at).orElse("nothing has ended it"));
        }
        return outlivesThePermit(paper);
    }

    private boolean endsForAReason(Paper paper, Instant at) {
        return switch (paper.endReason().orElse("")) {
            case "corrected" ->
                life.corrections.contains(at) && papers.stream().anyMatch(fresh -> replacedBy(paper, fresh));
            case "replaced" ->
                life.orders.stream()
                                .anyMatch(it -> it.at().equals(at) && it.kind().equals(paper.kind()))
                        || papers.stream().anyMatch(fresh -> movedBy(paper, fresh));
            case "permit-over" ->
                life.permitOver(life.at(at), at) && life.at(at).end().isEmpty();
            default -> false;
        };
    }

    /** When the end of the case ends it: at once, or on the first day of the card. */
    private Optional<Instant> ended(Paper paper) {
        boolean over = false;
        for (State state : life.states) {
            boolean ends = state.end().isPresent() && !over;
            over = state.end().isPresent();
            if (ends && !state.since().isBefore(paper.issuedAt())) {
                Instant at = state.since();
                if (paper.runsOut(life.prefecture(at))
                        .filter(out -> !at.isBefore(out))
                        .isPresent()) {
                    return Optional.empty();
                }
                return Optional.of(state.end().get().equals("card-handed-over") ? handedOver(state) : at);
            }
        }
        return Optional.empty();
    }

    private Instant handedOver(State state) {
        Instant card = life.cardBegins(state.grant().orElseThrow());
        return card.isAfter(state.since()) ? card : state.since();
    }

    /** Nothing stands for a card that would be over: the pass after its end ends the papers. */
    private Optional<String> outlivesThePermit(Paper paper) {
        State state = life.last();
        return state.grant()
                .filter(grant -> state.open() && !isOrdered(paper))
                .map(life::permitEnds)
                .map(passes::ceiling)
                .filter(pass -> pass.isBefore(until))
                .filter(pass ->
                        paper.runsOut(life.prefecture(pass)).map(pass::isBefore).orElse(true))
                .map(pass -> "the permit that it stands for was over at " + pass);
    }

    // ---- two for one

    /** The days that are printed: the hours that a transfer adds to the last of them are no second paper. */
    private boolean doubles(Paper one, Paper other) {
        boolean ofAJudge = isOrdered(one) || isOrdered(other);
        boolean sameSort = one.kind().equals(other.kind()) || (one.ofTheChain() && other.ofTheChain());
        return !ofAJudge
                && sameSort
                && one.ofTheCommission() == other.ofTheCommission()
                && one.counts().isBefore(other.over(other.printedEnd(), until))
                && other.counts().isBefore(one.over(one.printedEnd(), until));
    }

    // ---- what is not there

    private void missing() {
        if (filed.online() && papers.stream().noneMatch(it -> it.kind().equals("ATTESTATION_DE_DEPOT"))) {
            wrong("no attestation de dépôt came of the filing of " + filed.at());
        }
        boolean extendedAtOnce = life.extended() && life.states.get(0).seen();
        if (extendedAtOnce && papers.stream().noneMatch(it -> it.kind().equals("LEGAL_EXTENSION"))) {
            wrong("no statement of the legal extension came of the filing of " + filed.at());
        }
        for (State state : life.states) {
            boolean justGranted =
                    state.grant().filter(it -> it.at().equals(state.since())).isPresent()
                            && life.favourable(state, state.since());
            Predicate<Paper> ofIt = it -> it.kind().equals("ATTESTATION_DE_DECISION_FAVORABLE")
                    && it.issuedAt().equals(state.since());
            if (justGranted && papers.stream().noneMatch(ofIt)) {
                wrong("no attestation de décision favorable came of the decision of " + state.since());
            }
        }
        uncovered();
    }

    /** From when on a pass sees what ends at an instant: a week ahead by the days of where the case is then. */
    private Instant looked(Instant end) {
        Instant aWeek = end.minus(Duration.ofDays(DAYS_AHEAD));
        Instant itsDay = end.atZone(filed.zone())
                .toLocalDate()
                .minusDays(DAYS_AHEAD)
                .atStartOfDay(Places.zone(life.prefecture(aWeek)))
                .toInstant();
        return itsDay.isAfter(aWeek) ? itsDay : aWeek;
    }

    /** By where the case is when the days are over where the filing came to. */
    private Optional<Instant> runsOut(Paper paper) {
        return paper.printedEnd().flatMap(end -> paper.runsOut(life.prefecture(end)));
    }

    private void uncovered() {
        Spans proofs = person.inForce(life);
        papers.stream().filter(Paper::carriesRight).forEach(it -> proofs.add(it.counts(), it.over(runsOut(it), until)));
        for (Spans.Span gap : life.owed(until).without(proofs)) {
            List<LocalDate> days = Spans.days(gap, filed.zone());
            Instant looked = looked(gap.from());
            if (passes.subSet(looked, true, gap.until(), false).isEmpty()) {
                verdict.lostToOutages += days.size();
            } else {
                find(Fault.UNCOVERED_DAYS, days.size(), "no proof from " + gap.from() + " to " + gap.until());
            }
        }
    }
}
