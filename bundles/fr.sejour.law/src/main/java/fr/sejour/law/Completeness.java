package fr.sejour.law;

import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a file is complete, and what it lacks.
 *
 * @param complete whether every piece without which no examination is possible is there (R. 431-10, CE avis 494718)
 * @param missing the pieces that make it incomplete
 * @param wanted the other pieces asked for at the filing and not there: to be asked for within a reasonable delay (R. 431-11
 *     al. 2), never a reason to call the file incomplete
 */
public record Completeness(boolean complete, List<PieceType> missing, List<PieceType> wanted) {

    public Completeness {
        missing = List.copyOf(missing);
        wanted = List.copyOf(wanted);
    }

    /** Compares what a filing asks for with what was given. A piece that the requirements do not name changes nothing. */
    public static Completeness of(List<PieceRequirement> requirements, Map<PieceType, PieceStanding> given) {
        List<PieceType> missing = new ArrayList<>();
        List<PieceType> wanted = new ArrayList<>();
        for (PieceRequirement requirement : requirements) {
            PieceStanding standing = given.get(requirement.type());
            boolean there = standing == PieceStanding.GIVEN || standing == PieceStanding.WAIVED;
            if (there || requirement.phase() != PieceRequirement.Phase.FILING) {
                continue;
            }
            boolean blocks = requirement.blocking().ifSettled().orElse(false);
            (blocks ? missing : wanted).add(requirement.type());
        }
        return new Completeness(missing.isEmpty(), missing, wanted);
    }
}
