package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.internal.text.WorkText.InterimWords;
import fr.sejour.law.internal.text.WorkText.PermitRight;
import fr.sejour.law.internal.text.WorkText.Territory;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        WorkText work = new WorkText(
                permitRights,
                file.text("counts_as_work_question"),
                words(words.entry("first_application", words.name())),
                words(words.entry("renewal", words.name())),
                cards(file),
                territory(file.entry("territory", file.name() + ", territory")));
        words.done();
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
