package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When to file, in one edition. */
public record WindowsText(
        HeldWindow online,
        HeldWindow counter,
        FirstDelay validation,
        List<Article> outsideBasis,
        ByChannel byChannel,
        Late late,
        BeforeTheWindow beforeTheWindow,
        FirstDelay general,
        FirstDelay youngAdultListed,
        FirstDelay youngAdultOther,
        List<FirstDelay> own) {

    public WindowsText {
        outsideBasis = List.copyOf(outsideBasis);
        own = List.copyOf(own);
    }

    /** A window counted back from the end of the held document. */
    public record HeldWindow(Period opensBefore, Period closesBefore, List<Article> basis) {

        public HeldWindow {
            basis = List.copyOf(basis);
        }

        public Span span(LocalDate expiry) {
            return new Span(Optional.of(expiry.minus(opensBefore)), expiry.minus(closesBefore));
        }
    }

    /** The question that two competing windows raise. */
    public record ByChannel(List<Article> basis, String question) {

        public ByChannel {
            basis = List.copyOf(basis);
        }
    }

    /**
     * What being late means.
     *
     * @param acceptedUntil how long after the end of the held document the filing is still a renewal
     */
    public record Late(Period acceptedUntil, List<Article> basis) {

        public Late {
            basis = List.copyOf(basis);
        }
    }

    /** The cards that the holder of one kind of card may ask for before the window. */
    public record BeforeTheWindow(DocumentKind held, Set<Article> articles, List<Article> basis, String question) {

        public BeforeTheWindow {
            articles = Set.copyOf(articles);
            basis = List.copyOf(basis);
        }
    }
}
