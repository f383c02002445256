package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.FeeLine;
import fr.sejour.law.internal.text.FeesText.Amounts;
import fr.sejour.law.internal.text.FeesText.Classes;
import fr.sejour.law.internal.text.FeesText.FeeClass;
import fr.sejour.law.internal.text.FeesText.OpenRate;
import fr.sejour.law.internal.text.FeesText.RegularisationVisa;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a permit costs. */
final class FeeReader {

    private static final Map<String, FeeLine.Item> ITEMS = Map.of(
            "tax", FeeLine.Item.TAX,
            "stamp_duty", FeeLine.Item.STAMP_DUTY,
            "late_renewal", FeeLine.Item.LATE_RENEWAL,
            "document", FeeLine.Item.DOCUMENT);

    private FeeReader() {}

    static Classes classes(Entry file) {
        Map<String, FeeClass> classes = new LinkedHashMap<>();
        Entry all = file.entry("classes", file.name());
        for (String name : all.keys()) {
            Entry entry = all.entry(name, "Fee class " + name);
            classes.put(
                    name,
                    new FeeClass(
                            rates(entry, "first"), rates(entry, "renewal"), file.optionalText(name + "_question")));
            entry.done();
        }
        Map<String, String> unsettled = new LinkedHashMap<>();
        Entry open = file.entry("unsettled_classes", file.name() + ", unsettled_classes");
        open.keys().forEach(name -> unsettled.put(name, open.text(name)));
        unsettled.put(FeesText.BY_ARTICLE, file.text("by_article_question"));

        Entry articles = file.entry("by_article", file.name() + ", by_article");
        Map<Article, String> byArticle = new LinkedHashMap<>();
        for (String name : classes.keySet()) {
            for (Article article : articles.articlesOrNone(name)) {
                if (byArticle.put(article, name) != null) {
                    throw articles.refuse("puts " + article + " in two classes");
                }
            }
        }
        String otherwise = articles.text("otherwise");
        articles.done();
        if (!classes.containsKey(otherwise)) {
            throw articles.refuse("falls back on the unknown class " + otherwise);
        }
        Classes read = new Classes(
                classes,
                unsettled,
                byArticle,
                otherwise,
                new HashSet<>(file.texts("late_fee_exempt")),
                file.text("nature_question"),
                file.text("late_change_question"));
        file.done();
        return read;
    }

    private static Optional<List<String>> rates(Entry entry, String side) {
        return entry.isText(side) && entry.word(side, Map.of("unknown", true))
                ? Optional.empty()
                : Optional.of(entry.texts(side));
    }

    static Amounts amounts(Entry file, Sources sources, Classes classes) {
        file.articles("basis");
        sources.cited(file, file.text("source"));
        Map<String, FeeLine> rates = new LinkedHashMap<>();
        Entry all = file.entry("rates", file.name());
        for (String name : all.keys()) {
            Entry entry = all.entry(name, "Rate " + name);
            rates.put(name, new FeeLine(entry.word("item", ITEMS), entry.number("euros"), entry.article("basis")));
            entry.done();
        }
        refuseUnknownRates(file, classes, rates);
        List<OpenRate> open = file.entries("open_questions", file.name() + ", open_questions").stream()
                .map(entry -> {
                    OpenRate rate = new OpenRate(
                            entry.text("rate"),
                            new HashSet<>(entry.permits("permits")),
                            entry.text("token"),
                            entry.text("question"));
                    entry.done();
                    return rate;
                })
                .toList();
        Entry visa = file.entry("regularisation_visa", file.name() + ", regularisation_visa");
        Amounts amounts = new Amounts(
                rates,
                open,
                new RegularisationVisa(
                        visa.number("euros"),
                        visa.number("not_refunded_on_refusal"),
                        visa.article("basis"),
                        visa.texts("exempt")),
                file.text("duplicate"),
                file.text("payment"));
        visa.done();
        file.done();
        return amounts;
    }

    private static void refuseUnknownRates(Entry file, Classes classes, Map<String, FeeLine> rates) {
        if (!rates.containsKey(FeesText.LATE_RENEWAL)) {
            throw file.refuse("has no rate " + FeesText.LATE_RENEWAL);
        }
        classes.classes().forEach((name, feeClass) -> {
            for (Optional<List<String>> side : List.of(feeClass.first(), feeClass.renewal())) {
                for (String rate : side.orElse(List.of())) {
                    if (!rates.containsKey(rate)) {
                        throw file.refuse("has no rate " + rate + ", which the fee class " + name + " uses");
                    }
                }
            }
        });
    }
}
