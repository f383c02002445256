package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceRequirement.Phase;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The piece types of an edition, and the lists that permits make of them. */
record PieceReader(Map<PieceType, PieceRequirement> types, Set<PieceType> withoutPermitOnly) {

    private static final Map<String, Phase> PHASES = Map.of("filing", Phase.FILING, "collection", Phase.COLLECTION);
    private static final String UNKNOWN = "unknown";

    static PieceReader read(Entry file, Sources sources) {
        Map<PieceType, PieceRequirement> types = new LinkedHashMap<>();
        Set<PieceType> withoutPermitOnly = new HashSet<>();
        Entry all = file.entry("pieces", file.name());
        for (String code : all.keys()) {
            Entry entry = all.entry(code, "Piece " + code);
            PieceType type = all.pieceNamed(code);
            types.put(type, piece(type, entry, sources));
            if (entry.flagOrFalse("without_permit_only")) {
                withoutPermitOnly.add(type);
            }
            entry.done();
        }
        file.done();
        return new PieceReader(types, withoutPermitOnly);
    }

    private static PieceRequirement piece(PieceType type, Entry entry, Sources sources) {
        Phase phase = entry.word("phase", PHASES);
        Reading<Boolean> blocking = answer(
                entry, "blocking", "Is the examination impossible without the piece " + type + " (CE avis 494718)?");
        if (phase == Phase.COLLECTION && !blocking.equals(Reading.settled(false))) {
            throw entry.refuse("is owed at the collection and cannot block a filing");
        }
        String source = sources.cited(entry, entry.text("source"));
        return new PieceRequirement(
                type,
                entry.text("label_fr"),
                entry.text("label_en"),
                blocking,
                answer(entry, "waivable", "May some people be excused from the piece " + type + "?"),
                entry.optionalText("blocking_basis"),
                entry.optionalText("required_when"),
                entry.optionalText("waived_when"),
                phase,
                entry.has("max_age_months") ? Optional.of(entry.number("max_age_months")) : Optional.empty(),
                entry.flagOrFalse("verify") ? source + "; to verify" : source);
    }

    private static Reading<Boolean> answer(Entry entry, String key, String question) {
        return entry.text(key).equals(UNKNOWN)
                ? Reading.undetermined(UNKNOWN, question)
                : Reading.settled(entry.flag(key));
    }

    /**
     * The pieces of one list of a permit.
     *
     * @param byFamilyLink the pieces of which a person owes one or the other: neither blocks until the link is known
     */
    List<PieceRequirement> list(Entry permit, List<PieceType> list, Set<PieceType> byFamilyLink) {
        List<PieceRequirement> pieces = new ArrayList<>();
        Set<PieceType> seen = new HashSet<>();
        for (PieceType type : list) {
            PieceRequirement piece = types.get(type);
            if (piece == null) {
                throw permit.refuse("asks for the unknown piece " + type);
            }
            if (!seen.add(type)) {
                throw permit.refuse("asks twice for the piece " + type);
            }
            pieces.add(
                    byFamilyLink.contains(type)
                            ? openBlocking(
                                    piece,
                                    "by_family_link",
                                    "Does this person's ground rest on the family link that the piece " + type
                                            + " proves?")
                            : piece);
        }
        return pieces;
    }

    /** The same piece, of which nobody can say yet whether the file is incomplete without it. */
    static PieceRequirement openBlocking(PieceRequirement piece, String token, String question) {
        return new PieceRequirement(
                piece.type(),
                piece.labelFr(),
                piece.labelEn(),
                Reading.undetermined(token, question),
                piece.waivable(),
                piece.blockingBasis(),
                piece.requiredWhen(),
                piece.waivedWhen(),
                piece.phase(),
                piece.maxAgeMonths(),
                piece.source());
    }
}
