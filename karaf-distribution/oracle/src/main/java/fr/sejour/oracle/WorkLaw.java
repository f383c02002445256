package fr.sejour.oracle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an interim paper lets its holder do: R. 431-14, R. 431-15 and R. 431-15-2, read article by article. */
final class WorkLaw {

    private static final Set<String> ATTESTATION = Set.of(
            "L. 421-22",
            "L. 421-23",
            "L. 421-26",
            "L. 421-27",
            "L. 421-28",
            "L. 421-29",
            "L. 422-14",
            "L. 423-1",
            "L. 423-6",
            "L. 423-7",
            "L. 423-11",
            "L. 423-12",
            "L. 423-13",
            "L. 423-14",
            "L. 423-15",
            "L. 423-16",
            "L. 423-22",
            "L. 424-1",
            "L. 424-3",
            "L. 424-9",
            "L. 424-11",
            "L. 424-13",
            "L. 424-18",
            "L. 424-19",
            "L. 424-21",
            "L. 425-1",
            "L. 425-3",
            "L. 426-1",
            "L. 426-2",
            "L. 426-3",
            "L. 426-5",
            "L. 426-6",
            "L. 426-7",
            "L. 426-10");

    /** R. 431-14 lists these two besides. */
    private static final Set<String> RECEPISSE = with(ATTESTATION, "L. 422-10", "L. 423-8");

    private static final Set<String> WITH_AUTHORISATION = Set.of("L. 421-1", "L. 421-3", "L. 421-34");

    private static final Set<String> WITH_VISA = Set.of(
            "L. 421-9",
            "L. 421-10",
            "L. 421-11",
            "L. 421-13",
            "L. 421-13-1",
            "L. 421-14",
            "L. 421-15",
            "L. 421-16",
            "L. 421-17",
            "L. 421-18",
            "L. 421-19",
            "L. 421-20",
            "L. 421-21");

    private static final String AFTER_ONE_YEAR = "L. 426-13";

    /** Rights that come from other texts than the lists: EU law, the agreements, temporary protection. */
    private static final Set<String> OWN_TEXTS = Set.of(
            "famille_citoyen_ue",
            "famille_citoyen_ue_permanent",
            "citoyen_ue",
            "brexit_accord_retrait",
            "protection_temporaire",
            "algerien_1_an",
            "algerien_10_ans",
            "tunisien_marocain_subsaharien");

    /** Whether a card limited in this way permits "the exercise of a professional activity" is not settled. */
    private static final Set<String> PERHAPS_NO_ACTIVITY =
            Set.of("trainee", "internship_only", "au_pair_only", "volunteering_only");

    private WorkLaw() {}

    /**
     * A right to work, as papers print it.
     *
     * @param code what the column says; empty where the law leaves it open
     * @param detail the hours, or the words of the limit
     */
    record Work(Optional<String> code, Optional<String> detail) {

        static final Work OPEN = new Work(Optional.empty(), Optional.empty());
        static final Work NONE = new Work(Optional.of("NONE"), Optional.empty());
        static final Work ANY = new Work(Optional.of("ANY"), Optional.empty());
        static final Work AUTHORISED = new Work(Optional.of("WITH_AUTHORISATION"), Optional.empty());

        @Override
        public String toString() {
            return code.orElse("open") + detail.map(it -> " " + it).orElse("");
        }
    }

    /** What the permit itself lets its holder do. */
    static Work ofPermit(Catalogue.Permit permit) {
        return switch (permit.work()) {
            case "any" -> Work.ANY;
            case "none" -> Work.NONE;
            case "authorised_employer" -> Work.AUTHORISED;
            case "salaried_964h_per_year" -> new Work(Optional.of("HOURS_PER_YEAR"), Optional.of("964"));
            default -> new Work(Optional.of("AS_HELD"), Optional.of(permit.work()));
        };
    }

    /** The paper that stands for a card already granted: what the card lets do, where that is settled. */
    static Work ofTheCardGranted(Catalogue.Permit permit) {
        return asAnActivity(permit);
    }

    /** R. 432-9: the mention stands when the permit held before allowed work. */
    static Work beforeTheCommission(Filed filed) {
        return filed.held().map(held -> asAnActivity(held.permit())).orElse(Work.NONE);
    }

    /** Whether one lets do all that the other does; what is left open is no right, and no denial either. */
    static boolean includes(Work one, Work other) {
        if (one.equals(other) || one.equals(Work.ANY) || other.equals(Work.NONE)) {
            return true;
        }
        if (other.equals(Work.OPEN)) {
            return !one.equals(Work.NONE);
        }
        return false;
    }

    static Work onRecepisse(Filed filed, LocalDate on) {
        return right(filed, on, RECEPISSE);
    }

    /** @param prefecture in charge when it is issued: the text is written for metropolitan France */
    static Work onAttestation(Filed filed, LocalDate on, String prefecture) {
        Work right = right(filed, on, ATTESTATION);
        boolean ownTexts = OWN_TEXTS.contains(filed.permit().code())
                && (filed.nature() == Filed.Nature.FIRST
                        || filed.permit().renewalWork().equals("yes"));
        boolean written = Places.metropolitan(prefecture) || Places.rewritten(prefecture);
        return ownTexts || written || right.equals(Work.NONE) ? right : Work.OPEN;
    }

    /** Whether the paper of a filing would say something else without the authorisation that it names. */
    static boolean turnsOnAnAuthorisation(Filed filed) {
        return !onPaper(filed).equals(onPaper(filed.withoutAuthorisation()));
    }

    /** The same without the day of entry that it names. */
    static boolean turnsOnTheEntry(Filed filed) {
        return !onPaper(filed).equals(onPaper(filed.withoutEntry()));
    }

    private static Work onPaper(Filed filed) {
        return filed.online() ? onAttestation(filed, filed.on(), filed.prefecture()) : onRecepisse(filed, filed.on());
    }

    private static Work right(Filed filed, LocalDate on, Set<String> list) {
        if (filed.nature() == Filed.Nature.FIRST) {
            return first(filed, on, list);
        }
        Work goesOn = goesOn(filed);
        boolean renewal = filed.nature() == Filed.Nature.RENEWAL;
        boolean ownTexts = OWN_TEXTS.contains(filed.permit().code())
                && filed.permit().renewalWork().equals("yes");
        if (renewal && (ownTexts || filed.held().orElseThrow().isCard())) {
            return goesOn;
        }
        // outside the letter of the texts a right stands only where both readings give it
        return goesOn.equals(first(filed, on, list)) ? goesOn : Work.OPEN;
    }

    /** R. 431-15, R. 431-15-2 al. 4: what the card allowed goes on. */
    private static Work goesOn(Filed filed) {
        Held held = filed.held().orElseThrow();
        if (filed.on().isAfter(held.until().plusMonths(6))) {
            return Work.OPEN;
        }
        if (filed.nature() == Filed.Nature.CHANGE) {
            return asAnActivity(held.permit());
        }
        return switch (filed.permit().renewalWork()) {
            case "as_previous_permit" -> asAnActivity(held.permit());
            case "no" -> Work.NONE;
            case "yes" -> ofPermit(filed.permit());
            default -> Work.OPEN;
        };
    }

    private static Work asAnActivity(Catalogue.Permit permit) {
        return PERHAPS_NO_ACTIVITY.contains(permit.work()) ? Work.OPEN : ofPermit(permit);
    }

    private static Work first(Filed filed, LocalDate on, Set<String> list) {
        if (OWN_TEXTS.contains(filed.permit().code())) {
            return switch (filed.permit().firstWork()) {
                case "yes" -> ofPermit(filed.permit());
                case "no", "n/a" -> Work.NONE;
                default -> Work.OPEN;
            };
        }
        List<Work> readings = filed.articles().stream()
                .map(article -> under(article, filed, on, list))
                .distinct()
                .toList();
        return readings.size() == 1 ? readings.get(0) : Work.OPEN;
    }

    private static Work under(String article, Filed filed, LocalDate on, Set<String> list) {
        Work ofPermit = ofPermit(filed.permit());
        if (list.contains(article)) {
            return ofPermit;
        }
        if (WITH_AUTHORISATION.contains(article)) {
            return filed.workAuthorisation() ? Work.AUTHORISED : Work.NONE;
        }
        if (WITH_VISA.contains(article)) {
            boolean visa = filed.held()
                    .filter(it -> it.is("VISA") && !it.until().isBefore(filed.on()))
                    .isPresent();
            return visa ? ofPermit : Work.NONE;
        }
        if (article.equals(AFTER_ONE_YEAR)) {
            return filed.entry()
                    .map(day -> on.isBefore(day.plusYears(1)) ? Work.NONE : ofPermit)
                    .orElse(Work.OPEN);
        }
        return Work.NONE;
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
