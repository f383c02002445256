package fr.sejour.api.prefecture;

import java.util.List;

/**
 * A place of the official list of communes.
 *
 * @param partOf the commune it belongs to; its own code when it is a commune by itself
 * @param whole the name of that commune
 * @param postcodes those of La Poste; empty where no mail is brought
 */
public record Commune(
        CommuneCode code, String name, Kind kind, CommuneCode partOf, String whole, List<String> postcodes) {

    /** What a place is in the official list. */
    public enum Kind {
        COMMUNE,
        /** A commune that was merged into another one and kept its name. */
        DELEGATED,
        /** The same under the older law. */
        ASSOCIATED,
        /** An arrondissement of Paris, Lyon or Marseille. */
        ARRONDISSEMENT
    }

    public Commune {
        postcodes = List.copyOf(postcodes);
    }

    /**
     * Where somebody lives who lives here: an arrondissement is told apart, for counters are shared out by it; what was merged
     * counts as the commune it belongs to.
     */
    public CommuneCode residence() {
        return kind == Kind.ARRONDISSEMENT ? code : partOf;
    }

    /** The département or territory it lies in. */
    public PrefectureCode prefecture() {
        return partOf.prefecture();
    }
}
