package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.WorkText.Condition;
import fr.sejour.law.internal.text.WorkText.InterimWords;
import fr.sejour.law.internal.text.WorkText.PermitRight;
import fr.sejour.law.internal.text.WorkText.Territory;
import fr.sejour.law.internal.text.WorkText.WorkList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the work rights. */
final class WorkReader {

    private static final Set<String> RIGHTS = Set.of("any", "none", "hours_per_year", "with_authorisation", "as_held");
    private static final Map<String, DocumentKind> CARDS = Map.of(
            "CST", DocumentKind.CST,
            "CSP", DocumentKind.CSP,
            "CR", DocumentKind.CR,
            "CR_LIKE", DocumentKind.CR_LIKE,
            "CRA", DocumentKind.CRA,
            "EU", DocumentKind.EU);

    private WorkReader() {}

    static WorkText read(Entry file) {
        Entry rights = file.entry("permit_rights", file.name());
        Map<String, PermitRight> permitRights = new LinkedHashMap<>();
        for (String word : rights.keys()) {
            permitRights.put(word, permitRight(word, rights.entry(word, "Work right " + word)));
        }
        Entry words = file.entry("interim_words", file.name() + ", interim_words");
        Entry first = file.entry("first_application", file.name() + ", first_application");
        Entry renewal = file.entry("renewal", file.name() + ", renewal");
        WorkText work = new WorkText(
                permitRights,
                file.text("counts_as_work_question"),
                words(words.entry("first_application", words.name())),
                words(words.entry("renewal", words.name())),
                list(first.entry("recepisse", "Work list of the récépissé")),
                list(first.entry("attestation_de_prolongation", "Work list of the attestation de prolongation")),
                renewal.article("recepisse"),
                renewal.article("attestation_de_prolongation"),
                cards(file),
                file.text("not_a_card_question"),
                file.text("not_the_same_ground_question"),
                territory(file.entry("territory", file.name() + ", territory")));
        words.done();
        first.done();
        renewal.done();
        file.done();
        return work;
    }

    private static PermitRight permitRight(String word, Entry entry) {
        String code = entry.text("code");
        if (!RIGHTS.contains(code)) {
            throw entry.refuse("has the unknown code " + code);
        }
        WorkRight right = switch (code) {
            case "any" -> WorkRight.ANY;
            case "none" -> WorkRight.NONE;
            case "hours_per_year" -> WorkRight.hoursPerYear(entry.number("hours"));
            case "with_authorisation" -> WorkRight.WITH_AUTHORISATION;
            default -> WorkRight.asHeld(word);
        };
        boolean countsAsWork =
                right.limit().isEmpty() || entry.word("counts_as_work", Map.of("true", true, "unknown", false));
        PermitRight permitRight = new PermitRight(right, countsAsWork, entry.optionalArticle("basis"));
        entry.done();
        return permitRight;
    }

    private static InterimWords words(Entry entry) {
        InterimWords words =
                new InterimWords(new HashSet<>(entry.texts("settled")), new HashSet<>(entry.texts("unsettled")));
        entry.done();
        return words;
    }

    private static WorkList list(Entry entry) {
        Map<Article, Condition> articles = new LinkedHashMap<>();
        for (Condition condition : Condition.values()) {
            for (Article article : entry.articles(condition.name().toLowerCase(Locale.ROOT))) {
                if (articles.put(article, condition) != null) {
                    throw entry.refuse("names " + article + " twice");
                }
            }
        }
        WorkList list = new WorkList(entry.article("basis"), articles);
        entry.done();
        return list;
    }

    private static Set<DocumentKind> cards(Entry file) {
        Set<DocumentKind> cards = new HashSet<>();
        for (String card : file.texts("cards")) {
            DocumentKind kind = CARDS.get(card);
            if (kind == null) {
                throw file.refuse("counts as a card the unknown kind " + card);
            }
            cards.add(kind);
        }
        return cards;
    }

    private static Territory territory(Entry entry) {
        Entry rewritten = entry.entry("rewritten_in", entry.name());
        Map<PrefectureCode, Article> territories = new LinkedHashMap<>();
        for (String code : rewritten.keys()) {
            territories.put(EditionReader.prefecture(rewritten, code), rewritten.article(code));
        }
        Territory territory = new Territory(entry.article("limited"), territories, entry.text("question"));
        entry.done();
        return territory;
    }
}
