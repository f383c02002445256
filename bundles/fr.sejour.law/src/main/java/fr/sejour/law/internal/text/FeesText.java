package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.api.catalogue.PermitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a permit costs in one edition: the classes, which change seldom, and the amounts, which change often. */
public record FeesText(Classes classes, Amounts amounts) {

    /** The name of the rate that a late renewal adds. */
    public static final String LATE_RENEWAL = "late_renewal";

    /** The word of a permit whose class depends on the article it is asked under. */
    public static final String BY_ARTICLE = "by_article";

    /**
     * Who pays which rates.
     *
     * @param byArticle the class of each article that has one, for permits marked {@link #BY_ARTICLE}
     * @param otherwise the class of every other article
     */
    public record Classes(
            Map<String, FeeClass> classes,
            Map<String, String> unsettled,
            Map<Article, String> byArticle,
            String otherwise,
            Set<String> lateFeeExempt,
            String natureQuestion,
            String lateChangeQuestion) {

        public Classes {
            classes = Map.copyOf(classes);
            unsettled = Map.copyOf(unsettled);
            byArticle = Map.copyOf(byArticle);
            lateFeeExempt = Set.copyOf(lateFeeExempt);
        }
    }

    /** The rates of one class; an empty side is not settled, and the question says why. */
    public record FeeClass(Optional<List<String>> first, Optional<List<String>> renewal, Optional<String> question) {}

    /** The amounts in force. */
    public record Amounts(
            Map<String, FeeLine> rates,
            List<OpenRate> open,
            RegularisationVisa regularisationVisa,
            String duplicate,
            String payment) {

        public Amounts {
            rates = Map.copyOf(rates);
            open = List.copyOf(open);
        }
    }

    /** A rate that is not settled for some permits. */
    public record OpenRate(String rate, Set<PermitCode> permits, String token, String question) {

        public OpenRate {
            permits = Set.copyOf(permits);
        }
    }

    /** What a person who entered without the visa required pays (L. 436-4). */
    public record RegularisationVisa(int euros, int notRefundedOnRefusal, Article basis, List<String> exempt) {

        public RegularisationVisa {
            exempt = List.copyOf(exempt);
        }
    }
}
