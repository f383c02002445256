package fr.sejour.api.person;

import java.util.Set;
import java.util.TreeSet;

/**
 * The codes that a nationality may have: those of ISO 3166-1 alpha-2, and {@code XK}, by which Europe calls Kosovo, which ISO has
 * not listed. France and what belongs to it are not among them: whoever is French is no foreigner (CESEDA L. 110-3).
 */
public final class Nationalities {

    /** Of somebody whom no State calls its own. */
    public static final String STATELESS = "XX";

    private static final Set<String> STATES = Set.of("""
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM
            BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW
            CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO GA GB GD GE GG
            GH GI GL GM GN GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
            IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU
            LV LY MA MC MD ME MG MH MK ML MM MN MO MP MR MS MT MU MV MW MX MY MZ NA NE NF
            NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PN PR PS PT PW PY QA RO RS RU RW
            SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ
            TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WS XK YE
            ZA ZM ZW
            """.strip().split("\\s+", -1));

    private Nationalities() {}

    /** The code of every foreign State, in the order of the alphabet. */
    public static Set<String> states() {
        return new TreeSet<>(STATES);
    }

    /** Whether somebody may have it, or none. */
    public static boolean has(String code) {
        return code.equals(STATELESS) || STATES.contains(code);
    }
}
