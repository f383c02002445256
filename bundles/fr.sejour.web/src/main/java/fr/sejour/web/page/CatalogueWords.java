package fr.sejour.web.page;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of permits and pieces in one language, from the catalogue of a day. */
public final class CatalogueWords {

    private final Words words;
    private final Map<PermitCode, PermitEntry> permits = new LinkedHashMap<>();
    private final Map<PieceType, PieceRequirement> pieces = new HashMap<>();

    public CatalogueWords(Words words, List<PermitEntry> entries) {
        this.words = words;
        for (PermitEntry entry : entries) {
            permits.put(entry.code(), entry);
            entry.firstPieces().forEach(piece -> pieces.putIfAbsent(piece.type(), piece));
            entry.renewalPieces().forEach(piece -> pieces.putIfAbsent(piece.type(), piece));
        }
    }

    public Optional<PermitEntry> entry(PermitCode code) {
        return Optional.ofNullable(permits.get(code));
    }

    /** The permit's name; its code when the catalogue of that day does not know it. */
    public String permit(PermitCode code) {
        return entry(code).map(this::label).orElse(code.value());
    }

    /** The piece's name; its code when the catalogue of that day does not know it. */
    public String piece(PieceType type) {
        return Optional.ofNullable(pieces.get(type)).map(this::piece).orElse(type.value());
    }

    public String piece(PieceRequirement requirement) {
        return words.french() ? requirement.labelFr() : requirement.labelEn();
    }

    /** In which situation a piece is asked for, or not asked for; empty when everybody gives it. */
    public Optional<String> when(PieceRequirement requirement) {
        boolean always =
                requirement.requiredWhen().isEmpty() && requirement.waivedWhen().isEmpty();
        return always
                ? Optional.empty()
                : Optional.of(words.code("piece.when", requirement.type().value()));
    }

    /** Every permit as a choice, grouped by the families of the catalogue. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (PermitEntry entry : permits.values()) {
            choices.add(new Choice(entry.code().value(), label(entry), Optional.of(family(entry)), Optional.empty()));
        }
        return choices;
    }

    private String family(PermitEntry entry) {
        return words.code("family", Words.kebab(entry.family()));
    }

    private String label(PermitEntry entry) {
        return words.french() ? entry.labelFr() : entry.labelEn();
    }
}
