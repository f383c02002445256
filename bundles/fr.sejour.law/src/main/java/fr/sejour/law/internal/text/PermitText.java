package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.LegalDelay;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A permit of the catalogue with what only the law needs to know.
 *
 * @param entry what every reader of the catalogue sees
 * @param kinds the kinds it may be printed as; several when the catalogue leaves the choice open, none when it says nothing
 * @param renewalRoute where its renewal is asked for, when that is known apart from the first application
 * @param onlineSince the day it joined the list of R. 431-2, when an order gives it
 * @param windowConflict why two texts set two windows for it
 * @param follows the grounds it continues: asking for it is then a renewal
 * @param silenceBasis the article of its own delay of silence
 * @param silenceCases the delays that a fact or an article changes
 * @param ownRegime whether its interim work right comes from its own texts and not from the lists of R. 431-14 and R. 431-15-2
 */
public record PermitText(
        PermitEntry entry,
        Set<DocumentKind> kinds,
        Optional<FilingRoute> renewalRoute,
        Optional<LocalDate> onlineSince,
        Optional<String> windowConflict,
        List<Succession> follows,
        Optional<Article> silenceBasis,
        List<SilenceCase> silenceCases,
        boolean ownRegime) {

    public PermitText {
        kinds = Set.copyOf(kinds);
        follows = List.copyOf(follows);
        silenceCases = List.copyOf(silenceCases);
    }

    /**
     * A ground that a permit continues.
     *
     * @param article the only article under which it does; empty when it always does
     */
    public record Succession(PermitCode permit, Optional<Article> article, Article basis) {}

    /**
     * A delay of silence for one case.
     *
     * @param article the article that opens it; empty when the fact alone does
     * @param blueCardOfAnotherState whether it needs a Blue Card of another Member State
     */
    public record SilenceCase(
            Optional<Article> article, boolean blueCardOfAnotherState, Reading<LegalDelay> after, Article basis) {}
}
