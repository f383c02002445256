package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.catalogue.WindowRule;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.law.internal.text.FirstDelay;
import fr.sejour.law.internal.text.PermitText;
import fr.sejour.law.internal.text.Span;
import fr.sejour.law.internal.text.WindowsText;
import fr.sejour.law.internal.text.WindowsText.HeldWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When to file, under one edition.
 *
 * <p>A window is a duty of the person, never a door: whatever the answer, the filing is accepted.
 */
public final class Windows {

    private static final int AGE_OF_MAJORITY = 18;

    private final Edition edition;
    private final WindowsText text;

    Windows(Edition edition) {
        this.edition = edition;
        this.text = edition.text().windows();
    }

    /**
     * How a filing stands to its window.
     *
     * <p>For the holder of a document the window is that of the permit asked for, not of the one held (R. 431-5 1°), except
     * for EU long-term residents, whose status leaves them outside it. For a person who holds none, the delay runs from entry
     * (R. 431-4), from an age (R. 431-5 2° and 3°), or is the permit's own.
     */
    public Timing judge(FilingFacts facts) {
        PermitText asked = edition.asked(facts);
        WindowRule rule = asked.entry().window();
        if (rule == WindowRule.NONE) {
            return settled(Timeliness.IN_TIME, List.of());
        }
        if (rule == WindowRule.WITHIN_3_MONTHS_OF_ENTRY) {
            return first(facts, List.of(text.validation()));
        }
        return facts.held().map(held -> holder(facts, asked, held)).orElseGet(() -> first(facts, firstDelays(facts)));
    }

    /**
     * Whether a first application is one of the young adults of R. 431-5 2° and 3°. A delay of its own that is counted from an
     * age leaves it open, and so does a day of entry that is not known, until the age at which no young adult is in time any
     * more.
     */
    Reading<Boolean> youngAdult(FilingFacts facts) {
        List<FirstDelay> delays = firstDelays(facts);
        if (delays.stream().allMatch(this::ofYoungAdults)) {
            return Reading.settled(true);
        }
        boolean ownAge = delays.stream()
                .anyMatch(delay -> !ofYoungAdults(delay) && delay.rule().byAge());
        boolean perhaps =
                delays.stream().anyMatch(delay -> ofYoungAdults(delay) || delay.rule() instanceof FirstDelay.Unsettled);
        return ownAge || (perhaps && !tooOld(facts))
                ? Reading.undetermined(
                        "young_adult", "Is this person one of the young adults to whom R. 431-15-1 al. 3 speaks?")
                : Reading.settled(false);
    }

    private boolean tooOld(FilingFacts facts) {
        return text.youngAdultListed()
                .span(facts.birthDate(), facts.entryDate())
                .ifSettled()
                .filter(span -> facts.filedOn().isAfter(span.closes()))
                .isPresent();
    }

    private boolean ofYoungAdults(FirstDelay delay) {
        return delay.equals(text.youngAdultListed()) || delay.equals(text.youngAdultOther());
    }

    private Timing holder(FilingFacts facts, PermitText asked, HeldDocument held) {
        boolean outside = edition.permitText(held.permit())
                .filter(permit -> permit.entry().window() == WindowRule.NOT_SUBJECT_TO_R431_5)
                .isPresent();
        if (outside) {
            return new Timing(
                    Reading.settled(Timeliness.IN_TIME),
                    Optional.empty(),
                    Optional.empty(),
                    text.outsideBasis(),
                    List.of(Timing.OUTSIDE_THE_WINDOW));
        }
        Reading<FilingRoute> route = route(facts, asked);
        if (route.isSettled()) {
            return inWindow(
                    facts,
                    asked,
                    held,
                    route.ifSettled().orElseThrow() == FilingRoute.ONLINE ? text.online() : text.counter());
        }
        return bothWindows(facts, asked, held);
    }

    /** Where the permit is asked for, as far as its window depends on it. */
    private Reading<FilingRoute> route(FilingFacts facts, PermitText asked) {
        return switch (asked.entry().window()) {
            case ONLINE_120_60 -> Reading.settled(FilingRoute.ONLINE);
            case COUNTER_2_MONTHS -> Reading.settled(FilingRoute.PREFECTURE);
            default -> {
                if (asked.windowConflict().isPresent()) {
                    yield Reading.undetermined(
                            "conflict", asked.windowConflict().get());
                }
                boolean renewal = edition.natureOf(facts) == Nature.RENEWAL;
                yield asked.renewalRoute()
                        .filter(route -> renewal)
                        .map(Reading::settled)
                        .orElseGet(() -> asked.entry().route());
            }
        };
    }

    private Timing inWindow(FilingFacts facts, PermitText asked, HeldDocument held, HeldWindow window) {
        Span span = window.span(held.validUntil());
        Timeliness timeliness = timeliness(facts.filedOn(), span, held.validUntil());
        if (timeliness == Timeliness.EARLY && mayComeBeforeTheWindow(facts, asked, held)) {
            return new Timing(
                    Reading.undetermined("R431-6", text.beforeTheWindow().question()),
                    span.opens(),
                    Optional.of(span.closes()),
                    text.beforeTheWindow().basis(),
                    List.of(Timing.EARLY_FILING));
        }
        return new Timing(
                Reading.settled(timeliness),
                span.opens(),
                Optional.of(span.closes()),
                timeliness == Timeliness.AFTER_SIX_MONTHS ? text.late().basis() : window.basis(),
                warnings(facts, timeliness));
    }

    private Timing bothWindows(FilingFacts facts, PermitText asked, HeldDocument held) {
        Timing online = inWindow(facts, asked, held, text.online());
        Timing counter = inWindow(facts, asked, held, text.counter());
        List<String> warnings = new ArrayList<>();
        warnings.add(Timing.TWO_WINDOWS);
        if (online.timeliness().equals(counter.timeliness())) {
            warnings.addAll(online.warnings());
            return new Timing(online.timeliness(), Optional.empty(), Optional.empty(), online.basis(), warnings);
        }
        return new Timing(
                Reading.undetermined(
                        "by_channel",
                        asked.windowConflict().orElse(text.byChannel().question())),
                Optional.empty(),
                Optional.empty(),
                text.byChannel().basis(),
                warnings);
    }

    /** R. 431-6: the holder of a multi-year card need not wait for the window to ask for a resident card. */
    private boolean mayComeBeforeTheWindow(FilingFacts facts, PermitText asked, HeldDocument held) {
        Set<DocumentKind> kinds = edition.kinds(held);
        return kinds.contains(text.beforeTheWindow().held())
                && !asked.entry().code().equals(held.permit())
                && edition.articles(facts).stream()
                        .anyMatch(text.beforeTheWindow().articles()::contains);
    }

    private Timeliness timeliness(LocalDate filedOn, Span span, LocalDate expiry) {
        if (span.opens().filter(filedOn::isBefore).isPresent()) {
            return Timeliness.EARLY;
        }
        if (!filedOn.isAfter(span.closes())) {
            return Timeliness.IN_TIME;
        }
        boolean stillRenewal = !filedOn.isAfter(expiry.plus(text.late().acceptedUntil()));
        return stillRenewal ? Timeliness.LATE : Timeliness.AFTER_SIX_MONTHS;
    }

    private List<String> warnings(FilingFacts facts, Timeliness timeliness) {
        List<String> warnings = new ArrayList<>();
        switch (timeliness) {
            case IN_TIME -> {}
            case EARLY -> warnings.add(Timing.EARLY_FILING);
            case LATE, AFTER_SIX_MONTHS -> {
                if (timeliness == Timeliness.AFTER_SIX_MONTHS) {
                    warnings.add(Timing.ENTRY_CONDITIONS_AGAIN);
                }
                if (facts.online()) {
                    warnings.add(Timing.NO_ATTESTATION_DE_PROLONGATION);
                }
                if (edition.fees().wouldOweLateFee(facts)) {
                    warnings.add(Timing.LATE_FEE);
                }
            }
        }
        return warnings;
    }

    /** The delays that may govern a person who holds no document: one for each article that may found the filing. */
    private List<FirstDelay> firstDelays(FilingFacts facts) {
        Set<FirstDelay> delays = new LinkedHashSet<>();
        for (Article article : edition.articles(facts)) {
            Optional<FirstDelay> own = text.own().stream()
                    .filter(delay -> delay.permits().contains(facts.asked())
                            || delay.articles().contains(article))
                    .findFirst();
            if (own.isPresent()) {
                delays.add(own.get());
            } else {
                delays.addAll(generalDelays(facts, article));
            }
        }
        return List.copyOf(delays);
    }

    /** R. 431-5 speaks to those who already live in France, and so came as minors; R. 431-4 to the others. */
    private List<FirstDelay> generalDelays(FilingFacts facts, Article article) {
        LocalDate majority = facts.birthDate().plusYears(AGE_OF_MAJORITY);
        FirstDelay byAge =
                text.youngAdultListed().articles().contains(article) ? text.youngAdultListed() : text.youngAdultOther();
        if (facts.filedOn().isBefore(majority)) {
            return List.of(byAge);
        }
        return facts.entryDate()
                .map(entry -> List.of(entry.isBefore(majority) ? byAge : text.general()))
                .orElseGet(() -> List.of(byAge, text.general()));
    }

    private Timing first(FilingFacts facts, List<FirstDelay> delays) {
        List<Timing> timings =
                delays.stream().map(delay -> first(facts, delay)).distinct().toList();
        if (timings.size() == 1) {
            return timings.get(0);
        }
        Set<Article> basis = new LinkedHashSet<>();
        Set<String> warnings = new LinkedHashSet<>();
        timings.forEach(timing -> {
            basis.addAll(timing.basis());
            warnings.addAll(timing.warnings());
        });
        boolean agreed = timings.stream().map(Timing::timeliness).distinct().count() == 1;
        Reading<Timeliness> timeliness = agreed
                ? timings.get(0).timeliness()
                : Reading.undetermined(
                        "several_delays", "Which of these delays governs this person, who holds no document?");
        return new Timing(timeliness, Optional.empty(), Optional.empty(), List.copyOf(basis), List.copyOf(warnings));
    }

    private Timing first(FilingFacts facts, FirstDelay delay) {
        return delay.span(facts.birthDate(), facts.entryDate())
                .fold(
                        span -> {
                            Timeliness timeliness = firstTimeliness(facts.filedOn(), span);
                            return new Timing(
                                    Reading.settled(timeliness),
                                    span.opens(),
                                    Optional.of(span.closes()),
                                    delay.basis(),
                                    timeliness == Timeliness.EARLY ? List.of(Timing.EARLY_FILING) : List.of());
                        },
                        open -> new Timing(
                                Reading.undetermined(open.token(), open.question()),
                                Optional.empty(),
                                Optional.empty(),
                                delay.basis(),
                                open.token().equals(FirstDelay.AfterEntry.ENTRY_DATE)
                                        ? List.of(Timing.ENTRY_DATE_NEEDED)
                                        : List.of()));
    }

    private static Timeliness firstTimeliness(LocalDate filedOn, Span span) {
        if (span.opens().filter(filedOn::isBefore).isPresent()) {
            return Timeliness.EARLY;
        }
        return filedOn.isAfter(span.closes()) ? Timeliness.LATE : Timeliness.IN_TIME;
    }

    private static Timing settled(Timeliness timeliness, List<Article> basis) {
        return new Timing(Reading.settled(timeliness), Optional.empty(), Optional.empty(), basis, List.of());
    }
}
