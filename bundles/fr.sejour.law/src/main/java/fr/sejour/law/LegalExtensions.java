package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.Validity;
import fr.sejour.law.internal.text.PapersText;
import fr.sejour.law.internal.text.PapersText.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three months that L. 433-3 adds to some cards when their renewal is asked for. */
final class LegalExtensions {

    private static final String BILATERAL = "bilateral";

    private final Edition edition;
    private final PapersText papers;
    private final Extension text;

    LegalExtensions(Edition edition) {
        this.edition = edition;
        this.papers = edition.text().papers();
        this.text = papers.extension();
    }

    /** The statement, when the texts settle that it is due. */
    Optional<PaperGrant> grant(FilingFacts facts) {
        return facts.held()
                .filter(held -> edition.natureOf(facts) == Nature.RENEWAL)
                .filter(held -> !facts.filedOn().isAfter(held.validUntil()))
                .filter(this::firstParagraph)
                .map(held -> statement(facts, held));
    }

    List<OpenQuestion> questions(FilingFacts facts) {
        if (facts.held().isEmpty()) {
            return List.of();
        }
        HeldDocument held = facts.held().get();
        Nature nature = edition.natureOf(facts);
        boolean inTime = !facts.filedOn().isAfter(held.validUntil());
        List<OpenQuestion> questions = new ArrayList<>();
        if (firstParagraph(held)) {
            if (nature == Nature.CHANGE_OF_GROUND) {
                questions.add(question("extension_change_of_ground", text.changeOfGroundQuestion()));
            } else if (!inTime) {
                questions.add(question("extension_after_expiry", text.afterExpiryQuestion()));
            }
        } else if (inTime && nature == Nature.RENEWAL && secondParagraph(held)) {
            questions.add(question("extension_listed_departements", text.listedDepartementsQuestion()));
        }
        return questions;
    }

    private OpenQuestion question(String token, String question) {
        return new OpenQuestion(PaperKind.LEGAL_EXTENSION, token, question, text.basis());
    }

    /** A multi-year card of four years, a resident card, or a bilateral permit over one year. */
    private boolean firstParagraph(HeldDocument held) {
        Set<DocumentKind> kinds = edition.kinds(held);
        if (kinds.equals(Set.of(DocumentKind.CR))) {
            return true;
        }
        if (kinds.equals(Set.of(DocumentKind.CSP))) {
            // A card is valid on its last day, so that four years end on the eve of the fourth anniversary.
            return !held.validUntil().plusDays(1).isBefore(held.validFrom().plusMonths(text.multiYearCardMonths()));
        }
        return bilateral(held) && held.validUntil().isAfter(held.validFrom().plusMonths(text.bilateralOverMonths()));
    }

    private boolean bilateral(HeldDocument held) {
        return edition.permit(held.permit())
                .filter(entry -> entry.family().equals(BILATERAL))
                .isPresent();
    }

    /** The other cartes de séjour, in the départements of an order that was not read. */
    private boolean secondParagraph(HeldDocument held) {
        Set<DocumentKind> kinds = edition.kinds(held);
        return !kinds.isEmpty() && text.listedDepartementsKinds().containsAll(kinds);
    }

    /** Three months from the date of expiry, "à compter de cette date d'expiration": the day of the same number. */
    private PaperGrant statement(FilingFacts facts, HeldDocument held) {
        List<Article> basis = new ArrayList<>(text.basis());
        if (edition.kinds(held).contains(DocumentKind.CR)) {
            basis.addAll(text.residentBasis());
        }
        Article article = text.basis().get(0);
        Rights rights = new Rights(
                Right.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT, article),
                new Right<>(held.work(), List.of(article)),
                Papers.openTravel(papers),
                new Right<>(Reading.settled(SocialRight.MAINTAINED), List.of(article)));
        return new PaperGrant(
                PaperKind.LEGAL_EXTENSION,
                Validity.between(
                        held.validUntil().plusDays(1), held.validUntil().plusMonths(text.months()), facts.zone()),
                rights,
                basis,
                List.of("renewal", "filed-before-expiry", article.reference(), "work-as-held"));
    }
}
