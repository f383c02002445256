package fr.sejour.paper.internal;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of one print. */
record Print(Texts texts, String language, PermitEntry entry, LocalDate on) {

    String say(String key) {
        return texts.say(language, key);
    }

    boolean french() {
        return language.equals("fr");
    }

    String serial(FormSerial serial) {
        return texts.say(language, "form-page.numbered", Map.of("serial", serial.value()));
    }

    String permit() {
        return french() ? entry.labelFr() : entry.labelEn();
    }

    /** As an agent names it, in every language. */
    String permitInFrench() {
        return entry.labelFr() + " ("
                + entry.legalBasis().stream().map(Article::reference).collect(Collectors.joining(", ")) + ")";
    }

    /** What the law says of the place for this permit; what it leaves open sends nobody away from the préfecture. */
    String route() {
        return say(entry.route()
                .<String>fold(
                        it -> "form-page.where." + it.name().toLowerCase(Locale.ROOT), open -> "form-page.where.open"));
    }

    String asOf() {
        return texts.say(language, "form-page.as-of", Map.of("day", on));
    }

    List<Sheets.Tick> pieces(List<PieceRequirement> required) {
        return required.stream()
                .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                .map(this::piece)
                .toList();
    }

    private Sheets.Tick piece(PieceRequirement piece) {
        String label = french() ? piece.labelFr() : piece.labelEn();
        boolean blocking = piece.blocking().ifSettled().orElse(false);
        boolean always = piece.requiredWhen().isEmpty() && piece.waivedWhen().isEmpty();
        return new Sheets.Tick(
                blocking ? label + " \u2013 " + say("piece.blocking") : label,
                always ? "" : when(piece.type().value()));
    }

    private String when(String type) {
        String key = "piece.when." + type;
        return say(texts.has("fr", key) ? key : "piece.when.other");
    }
}
