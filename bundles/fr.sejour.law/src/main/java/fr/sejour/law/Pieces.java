package fr.sejour.law;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a filing asks for, under one edition. */
public final class Pieces {

    private final Edition edition;

    Pieces(Edition edition) {
        this.edition = edition;
    }

    /**
     * The pieces of a filing, in the order of the catalogue.
     *
     * <p>The same ground held calls for the list of the renewal (R. 433-1, R. 433-2). Everything else calls for the list of a
     * first issue: a multi-year card that continues another permit (R. 433-4), and a change of ground (R. 433-6). A piece that
     * the person owes only while holding no permit is left out for the holder of one (annexe 10); for the holder of a visa,
     * which is no permit, it stands and does not block.
     */
    public List<PieceRequirement> requirements(FilingFacts facts) {
        var entry = edition.asked(facts).entry();
        boolean sameGround =
                facts.held().filter(held -> held.permit().equals(facts.asked())).isPresent();
        List<PieceRequirement> requirements = new ArrayList<>();
        for (PieceRequirement piece : sameGround ? entry.renewalPieces() : entry.firstPieces()) {
            forHolder(piece, facts.held()).ifPresent(requirements::add);
        }
        return List.copyOf(requirements);
    }

    private Optional<PieceRequirement> forHolder(PieceRequirement piece, Optional<HeldDocument> held) {
        if (held.isEmpty() || !edition.text().withoutPermitOnly().contains(piece.type())) {
            return Optional.of(piece);
        }
        boolean visa = held.get().kind().equals(Optional.of(DocumentKind.VISA));
        return visa ? Optional.of(notBlocking(piece)) : Optional.empty();
    }

    private static PieceRequirement notBlocking(PieceRequirement piece) {
        return new PieceRequirement(
                piece.type(),
                piece.labelFr(),
                piece.labelEn(),
                Reading.undetermined(
                        "visa_held",
                        "Does the holder of a long-stay visa, who holds no permit yet, owe " + piece.type() + "?"),
                piece.waivable(),
                piece.blockingBasis(),
                piece.requiredWhen(),
                piece.waivedWhen(),
                piece.phase(),
                piece.maxAgeMonths(),
                piece.source());
    }
}
