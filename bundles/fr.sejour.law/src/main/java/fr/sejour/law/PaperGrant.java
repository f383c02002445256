package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An interim paper that the law gives, with its rights.
 *
 * @param basis the articles that give the paper; those of each right stand with the right
 * @param because the trace of the reasoning, in order: stable codes and articles
 */
public record PaperGrant(PaperKind kind, Validity validity, Rights rights, List<Article> basis, List<String> because) {

    public PaperGrant {
        basis = List.copyOf(basis);
        because = List.copyOf(because);
    }

    /** The same paper, given on a later day than its first: no paper covers backwards. */
    public PaperGrant from(LocalDate firstDay) {
        return new PaperGrant(
                kind, new Validity(firstDay, validity.lastDay(), validity.zone()), rights, basis, because);
    }

    /** The same paper until another last day. */
    public PaperGrant until(Optional<LocalDate> lastDay) {
        return new PaperGrant(
                kind, new Validity(validity.firstDay(), lastDay, validity.zone()), rights, basis, because);
    }
}
