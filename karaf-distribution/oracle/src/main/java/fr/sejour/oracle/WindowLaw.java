package fr.sejour.oracle;

import java.time.LocalDate;
import java.util.Set;

/** When to file: R. 431-4, R. 431-5 and the windows that some permits have of their own. */
final class WindowLaw {

    /** The orders of 2023 and 2024 put the renewal of ten-year cards on the list of R. 431-2, whatever a first one is. */
    private static final Set<String> RENEWED_ONLINE = Set.of("carte_resident", "algerien_10_ans");

    /** R. 233-15 gives two months before the end where R. 431-5 gives the 120th to the 60th day. */
    private static final Set<String> TWO_TEXTS = Set.of("famille_citoyen_ue");

    /** R. 431-5 2°. */
    private static final Set<String> YOUNG_ADULTS = Set.of(
            "L. 421-22",
            "L. 421-23",
            "L. 421-26",
            "L. 421-27",
            "L. 421-28",
            "L. 421-29",
            "L. 421-30",
            "L. 421-31",
            "L. 421-32",
            "L. 421-33",
            "L. 423-14",
            "L. 423-15",
            "L. 423-21",
            "L. 423-22",
            "L. 424-1",
            "L. 424-3",
            "L. 424-24",
            "L. 426-1");

    /** Delays of their own, which no age or entry of R. 431-4 and R. 431-5 replaces. */
    private static final Set<String> OWN_DELAY_ARTICLES =
            Set.of("L. 421-23", "L. 423-13", "L. 426-12", "L. 426-13", "L. 435-3");

    private static final Set<String> OWN_DELAY_PERMITS = Set.of(
            "famille_citoyen_ue",
            "famille_citoyen_ue_permanent",
            "citoyen_ue",
            "brexit_accord_retrait",
            "volontaire",
            "refugie",
            "protection_subsidiaire",
            "apatride",
            "protection_temporaire");

    private WindowLaw() {}

    /** Whether the holder of a permit files in time beyond doubt: the window is that of the permit asked for. */
    static boolean renewsInTime(Filed filed) {
        Held held = filed.held().orElseThrow();
        if (held.permit().window().equals("not_subject_to_R431-5_1")
                || filed.permit().window().equals("none")) {
            return true;
        }
        boolean online = inOnlineWindow(filed.on(), held.until());
        boolean atTheCounter = inCounterWindow(filed.on(), held.until());
        String window = filed.permit().window();
        if (TWO_TEXTS.contains(filed.permit().code())) {
            return online && atTheCounter;
        }
        if (window.equals("online_120_60")) {
            return online;
        }
        if (window.equals("counter_2_months")) {
            return atTheCounter;
        }
        boolean renewal = filed.nature() == Filed.Nature.RENEWAL;
        if (renewal && RENEWED_ONLINE.contains(filed.permit().code())) {
            return online;
        }
        return switch (filed.permit().channel()) {
            case "online" -> online;
            case "prefecture" -> atTheCounter;
            default -> online && atTheCounter;
        };
    }

    /** From the 120th to the 60th day before the end, both counted. */
    private static boolean inOnlineWindow(LocalDate on, LocalDate until) {
        return !on.isBefore(until.minusDays(120)) && !on.isAfter(until.minusDays(60));
    }

    private static boolean inCounterWindow(LocalDate on, LocalDate until) {
        return !on.isBefore(until.minusMonths(2)) && !on.isAfter(until);
    }

    /** Whether a person who holds nothing came as a minor beyond doubt, and files within the delay of their age. */
    static boolean youngAdultInTime(Filed filed) {
        LocalDate majority = filed.birth().plusYears(18);
        boolean cameAsAMinor = filed.on().isBefore(majority)
                || filed.entry().filter(day -> day.isBefore(majority)).isPresent();
        boolean ownDelay = OWN_DELAY_PERMITS.contains(filed.permit().code())
                || filed.articles().stream().anyMatch(OWN_DELAY_ARTICLES::contains)
                || !filed.permit().kinds().stream().noneMatch("TRAVEL_DOCUMENT"::equals);
        return cameAsAMinor
                && !ownDelay
                && filed.articles().stream().allMatch(article -> !filed.on().isAfter(last(article, filed.birth())));
    }

    private static LocalDate last(String article, LocalDate birth) {
        return YOUNG_ADULTS.contains(article)
                ? birth.plusYears(19).minusDays(1)
                : birth.plusYears(18).plusMonths(2);
    }
}
