package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.LegalDelay;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.law.internal.text.ClocksText;
import fr.sejour.law.internal.text.PermitText;
import fr.sejour.law.internal.text.PermitText.SilenceCase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The legal delays under one edition. Days are legal days of the préfecture's zone. */
public final class Clocks {

    private final Edition edition;
    private final ClocksText text;

    Clocks(Edition edition) {
        this.edition = edition;
        this.text = edition.text().clocks();
    }

    /**
     * The delays that start with the filing: the receipt and the acknowledgement of an electronic one (CRPA R. 112-11-2). A
     * filing at the counter or by post starts none: its acknowledgement has a content (CRPA R. 112-5) and no delay.
     */
    public List<LegalClock> onFiling(FilingFacts facts) {
        edition.asked(facts);
        if (!facts.electronic()) {
            return List.of();
        }
        return List.of(
                inWorkingDays(ClockKind.RECEIPT, facts.filedOn(), text.receipt(), LegalClock.RECEIPT_DUE),
                inWorkingDays(
                        ClockKind.ACKNOWLEDGEMENT,
                        facts.filedOn(),
                        text.acknowledgement(),
                        LegalClock.ACKNOWLEDGEMENT_DUE));
    }

    /**
     * The delay at whose end silence refuses (R.* 432-1). It runs from a complete file only: silence on an incomplete one
     * refuses nothing that can be attacked (CE avis 494718).
     *
     * @param completeOn the day on which the file became complete
     * @return undetermined when the delay depends on an article, or on a person, that the filing does not name
     */
    public Reading<LegalClock> silence(FilingFacts facts, LocalDate completeOn) {
        PermitText permit = edition.asked(facts);
        return silenceCase(facts, permit).map(one -> clockOfSilence(one, completeOn));
    }

    /**
     * The time to go to court against a refusal (CJA R. 421-1; from its birth when it is silent, CJA R. 421-2).
     *
     * @param since the day of the notification, or the day on which the silent refusal was born
     * @param withObligationToLeave whether the decision also orders the person to leave, which has delays of its own
     */
    public Reading<LegalClock> appeal(LocalDate since, boolean withObligationToLeave) {
        if (withObligationToLeave) {
            return Reading.undetermined("obligation_to_leave", text.appeal().obligationToLeaveQuestion());
        }
        return Reading.settled(new LegalClock(
                ClockKind.APPEAL,
                since,
                Optional.of(end(since.plus(text.appeal().after()))),
                text.appeal().basis(),
                LegalClock.APPEAL_CLOSES));
    }

    /**
     * The time to go to court against the refusal that silence made. It runs by itself for an electronic filing, whose acknowledgement
     * says it (CRPA R. 112-11-1); against one at the counter or by post it cannot be held without an acknowledgement that the
     * platform does not give (CRPA L. 112-6).
     *
     * @param bornOn the day on which the silent refusal was born
     */
    public Optional<LegalClock> appealAgainstSilence(FilingFacts facts, LocalDate bornOn) {
        return facts.electronic() ? appeal(bornOn, false).ifSettled() : Optional.empty();
    }

    /** By when the reasons of a silent refusal are owed to a person who asks for them (CRPA L. 232-4). */
    public LegalClock reasons(LocalDate askedOn) {
        LocalDate due = end(askedOn.plus(text.reasons().after()));
        return new LegalClock(
                ClockKind.REASONS, askedOn, Optional.of(due), text.reasons().basis(), LegalClock.REASONS_DUE);
    }

    /** The time to go to court while the reasons that were asked for have not been given: it has no last day yet. */
    public LegalClock appealAwaitingReasons(LocalDate askedOn) {
        return new LegalClock(
                ClockKind.APPEAL, askedOn, Optional.empty(), text.reasons().basis(), LegalClock.APPEAL_AWAITS_REASONS);
    }

    /** The time to go to court once the reasons were given. */
    public LegalClock appealAfterReasons(LocalDate givenOn) {
        LocalDate last = end(givenOn.plus(text.reasons().appealGoesOnFor()));
        return new LegalClock(
                ClockKind.APPEAL, givenOn, Optional.of(last), text.reasons().basis(), LegalClock.APPEAL_CLOSES);
    }

    /** The time to go to court against a decision of which only its reader knows whether it orders them to leave. */
    public LegalClock appealAsDecided(LocalDate notifiedOn) {
        return new LegalClock(
                ClockKind.APPEAL, notifiedOn, Optional.empty(), text.appeal().basis(), LegalClock.APPEAL_AS_DECIDED);
    }

    /**
     * What asking for pieces does to the clock of silence, by the channel of the filing. A piece that the examination can do
     * without never stops it (CRPA L. 114-5-1, R. 431-11); for one that it cannot do without, CRPA L. 114-5 suspends the clock
     * of a filing at the counter or by post. For an electronic one our reading leaves it open.
     *
     * @param blocking whether the examination is impossible without one of the pieces asked for
     */
    public Reading<AskingEffect> onAsking(FilingFacts facts, Reading<Boolean> blocking) {
        return blocking.flatMap(indispensable ->
                indispensable ? text.asking().effect(facts.channel()) : Reading.settled(AskingEffect.NONE));
    }

    /** Where the effect of asking for pieces is read. */
    public List<Article> basisOfAsking(AskingEffect effect) {
        return effect == AskingEffect.SUSPENDS
                ? text.asking().basis()
                : text.asking().otherwiseBasis();
    }

    /** The time that the platform gives itself to check what a person declared. */
    public LegalClock declaredFact(LocalDate declaredOn) {
        return inWorkingDays(ClockKind.DECLARED_FACT, declaredOn, text.declaredFact(), LegalClock.CHECK_DUE);
    }

    /** The day by which the platform gives itself to answer a report. */
    public LocalDate reportAnswered(LocalDate openedOn, boolean blocking) {
        return workingDaysAfter(openedOn, (blocking ? text.reportThatBlocks() : text.report()).days());
    }

    /** The day by which the platform gives itself to say whether the day of an attempt counts. */
    public LocalDate attemptConfirmed(LocalDate namedOn) {
        return workingDaysAfter(namedOn, text.attemptToConfirm().days());
    }

    /** The day by which the platform gives itself to answer a proposed correction. */
    public LocalDate correctionAnswered(LocalDate proposedOn) {
        return workingDaysAfter(proposedOn, text.correction().days());
    }

    /**
     * The first day by which an answer may be asked for, when pieces are asked for on that day. R. 431-11 wants a reasonable delay and
     * gives no number: the least one is a practice, dated like the law.
     */
    public LocalDate piecesAnsweredAtTheEarliest(LocalDate askedOn) {
        return askedOn.plusDays(text.piecesAnswered().atLeastDays());
    }

    /** Whether the holder of a permit of those days has to declare a move. */
    public boolean residenceIsDeclared(LocalDate validFrom, LocalDate validUntil) {
        return validUntil.isAfter(validFrom.plus(text.residence().permitsLongerThan()));
    }

    /** Within how many months of the arrival a move is declared. */
    public int residenceMonths() {
        return (int) text.residence().within().toTotalMonths();
    }

    public List<Article> residenceBasis() {
        return text.residence().basis();
    }

    /** Whether people work on that day in all France: not at the end of the week, not on a national holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !text.holidays().includes(day);
    }

    /** The last of that many working days after a day, which is not itself counted. */
    public LocalDate workingDaysAfter(LocalDate day, int workingDays) {
        LocalDate last = day;
        for (int counted = 0; counted < workingDays; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                counted++;
            }
        }
        return last;
    }

    private LegalClock inWorkingDays(ClockKind kind, LocalDate start, ClocksText.WorkingDays delay, String meaning) {
        return new LegalClock(kind, start, Optional.of(workingDaysAfter(start, delay.days())), delay.basis(), meaning);
    }

    private Reading<SilenceCase> silenceCase(FilingFacts facts, PermitText permit) {
        SilenceCase usual = new SilenceCase(
                Optional.empty(),
                false,
                permit.entry().silence(),
                permit.silenceBasis()
                        .orElse(text.silenceBasis().get(text.silenceBasis().size() - 1)));
        for (SilenceCase one : permit.silenceCases()) {
            if (one.blueCardOfAnotherState() && facts.blueCardOfAnotherState()) {
                return settled(one);
            }
        }
        List<SilenceCase> candidates = new ArrayList<>();
        for (Article article : edition.articles(facts)) {
            candidates.add(permit.silenceCases().stream()
                    .filter(one ->
                            !one.blueCardOfAnotherState() && one.article().equals(Optional.of(article)))
                    .findFirst()
                    .orElse(usual));
        }
        boolean agreed = candidates.stream().map(SilenceCase::after).distinct().count() == 1;
        return agreed
                ? settled(candidates.get(0))
                : Reading.undetermined(
                        "by_article",
                        "Under which article is the permit asked for, since the delay of silence depends on it?");
    }

    private static Reading<SilenceCase> settled(SilenceCase one) {
        return one.after().map(delay -> one);
    }

    private LegalClock clockOfSilence(SilenceCase one, LocalDate completeOn) {
        LegalDelay delay = one.after().ifSettled().orElseThrow();
        List<Article> basis = new ArrayList<>();
        if (delay.length().isPresent()) {
            basis.addAll(text.silenceBasis());
        }
        if (!basis.contains(one.basis())) {
            basis.add(one.basis());
        }
        return new LegalClock(
                ClockKind.SILENCE,
                completeOn,
                delay.endFrom(completeOn).map(this::end),
                basis,
                delay.length().isPresent() ? LegalClock.SILENCE_REFUSES : LegalClock.SILENCE_HAS_NO_EFFECT);
    }

    private LocalDate end(LocalDate day) {
        return text.endsMoveToAWorkingDay() && !isWorkingDay(day) ? workingDaysAfter(day, 1) : day;
    }
}
