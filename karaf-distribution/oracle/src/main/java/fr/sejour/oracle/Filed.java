package fr.sejour.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked, on which day, by which way.
 *
 * @param prefecture the one that it came to, whose days count
 * @param articles the one named, or all those of the permit
 * @param protectionKnown whether the register says that the protection asked for was granted
 */
record Filed(
        String number,
        String channel,
        Catalogue.Permit permit,
        List<String> articles,
        Instant at,
        String prefecture,
        Optional<LocalDate> entry,
        boolean workAuthorisation,
        Optional<Held> held,
        LocalDate birth,
        boolean protectionKnown) {

    /** What a filing is, seen from the permit in hand. */
    enum Nature {
        FIRST,
        RENEWAL,
        CHANGE
    }

    private static final Set<String> PROTECTIONS = Set.of("refugie", "protection_subsidiaire");

    /** L. 433-4: the multi-year card goes on where the card of one year ends, on the same ground. */
    private static final String MULTI_YEAR = "csp_salarie";

    /** L. 426-4: of right from the second renewal of a resident card, and never a first one. */
    private static final String PERMANENT = "resident_permanent";

    private static final Set<String> RESIDENT_CARDS = Set.of("carte_resident", "resident_longue_duree_ue");

    /** R. 423-1: the resident card of the spouse of a French citizen is asked for as a renewal of the card of one year. */
    private static final List<String> OF_THE_SPOUSE = List.of("L. 423-6");

    private static final Set<String> LINKS = Set.of("acte_mariage", "filiation");

    Filed {
        articles = List.copyOf(articles);
    }

    ZoneId zone() {
        return Places.zone(prefecture);
    }

    LocalDate on() {
        return at.atZone(zone()).toLocalDate();
    }

    Filed withoutAuthorisation() {
        return new Filed(number, channel, permit, articles, at, prefecture, entry, false, held, birth, protectionKnown);
    }

    Filed withoutEntry() {
        return new Filed(
                number,
                channel,
                permit,
                articles,
                at,
                prefecture,
                Optional.empty(),
                workAuthorisation,
                held,
                birth,
                protectionKnown);
    }

    /** Through the service of R. 431-2, or its substitute, which is worth the same. */
    boolean online() {
        return channel.equals("ONLINE") || channel.equals("SUBSTITUTE");
    }

    Nature nature() {
        if (held.isEmpty()) {
            return Nature.FIRST;
        }
        String before = held.get().permit().code();
        boolean goesOn = before.equals(permit.code())
                || (permit.code().equals(MULTI_YEAR) && before.equals("salarie"))
                || (permit.code().equals(PERMANENT) && RESIDENT_CARDS.contains(before))
                || (articles.equals(OF_THE_SPOUSE) && before.equals("vpf_conjoint_francais"));
        return goesOn ? Nature.RENEWAL : Nature.CHANGE;
    }

    /** The first card of somebody recognised as a refugee, or protected, through the service (R. 431-15-3, -4). */
    boolean ofProtection() {
        return online() && nature() != Nature.RENEWAL && PROTECTIONS.contains(permit.code());
    }

    /** A travel document and the validation of a visa are no titre de séjour. */
    boolean ofATitle() {
        return !permit.kinds().equals(List.of("TRAVEL_DOCUMENT"))
                && !permit.kinds().equals(List.of("VISA"));
    }

    /** What the file is incomplete without (R. 431-10): the birth certificate is not asked from the holder of a permit. */
    Set<String> blocking(Catalogue catalogue) {
        boolean sameGround =
                held.filter(it -> it.permit().code().equals(permit.code())).isPresent();
        Set<String> pieces =
                new TreeSet<>(catalogue.blocking(sameGround ? permit.renewalPieces() : permit.firstPieces()));
        if (held.isPresent()) {
            pieces.remove("etat_civil");
        }
        // a spouse gives the one, a child the other: the permit alone does not say which is owed (R. 431-10 3°)
        if (pieces.containsAll(LINKS)) {
            pieces.removeAll(LINKS);
        }
        return pieces;
    }

    /**
     * Whether something that a paper rests on is the person's word alone, so that an agent looks first: the permit in hand, the
     * protection, a work authorisation that would let them work, the day of entry that makes a young adult or lets work after a year.
     */
    boolean restsOnAWord() {
        return restsOnAnotherWord() || held.filter(it -> !it.known()).isPresent();
    }

    /** The same, once the permit is known. */
    boolean restsOnAnotherWord() {
        boolean protectionSaid = PROTECTIONS.contains(permit.code()) && nature() != Nature.RENEWAL && !protectionKnown;
        boolean entrySaid = online() && nature() == Nature.FIRST && !ofProtection() && WindowLaw.youngAdultInTime(this);
        // through the service nobody has a paper but the young adult and who renews in time: nothing rests there on
        // what is said
        boolean papered = !online() || (nature() == Nature.FIRST ? entrySaid : WindowLaw.renewsInTime(this));
        boolean authorisationSaid = papered && workAuthorisation && ofATitle() && WorkLaw.turnsOnAnAuthorisation(this);
        boolean yearSaid = papered && ofATitle() && WorkLaw.turnsOnTheEntry(this);
        return protectionSaid || authorisationSaid || entrySaid || yearSaid;
    }
}
