package fr.sejour.portal.internal;

import java.util.List;
import java.util.Optional;

/**
 * A form to print.
 *
 * @param code the code of the permit
 * @param first the pieces of a first application
 * @param renewal those of a renewal; empty for what is never renewed
 */
public record PaperFormView(
        String code, String serial, String permit, List<String> articles, List<Piece> first, List<Piece> renewal) {

    public PaperFormView {
        articles = List.copyOf(articles);
        first = List.copyOf(first);
        renewal = List.copyOf(renewal);
    }

    /**
     * A piece to tick.
     *
     * @param when in which situation it is asked for; empty means always
     */
    public record Piece(String label, boolean blocking, Optional<String> when) {}
}
