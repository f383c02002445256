package fr.sejour.law.internal.text;

import static fr.sejour.law.internal.text.EditionReader.CONFIDENCE;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.FilingRoute;
import fr.sejour.api.catalogue.LegalDelay;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.catalogue.WindowRule;
import fr.sejour.law.internal.text.PermitText.SilenceCase;
import fr.sejour.law.internal.text.PermitText.Succession;
import java.time.Period;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one permit of the catalogue. */
final class PermitReader {

    private static final Map<String, DocumentKind> KINDS = Map.of(
            "CST", DocumentKind.CST,
            "CSP", DocumentKind.CSP,
            "CR", DocumentKind.CR,
            "CR-like", DocumentKind.CR_LIKE,
            "APS", DocumentKind.APS,
            "EU", DocumentKind.EU,
            "CRA", DocumentKind.CRA,
            "travel_document", DocumentKind.TRAVEL_DOCUMENT,
            "VISA", DocumentKind.VISA);

    private static final Map<String, WindowRule> WINDOWS = Map.of(
            "online_120_60", WindowRule.ONLINE_120_60,
            "counter_2_months", WindowRule.COUNTER_2_MONTHS,
            "by_channel", WindowRule.BY_CHANNEL,
            "within_3_months_of_entry", WindowRule.WITHIN_3_MONTHS_OF_ENTRY,
            "none", WindowRule.NONE,
            "not_subject_to_R431-5_1", WindowRule.NOT_SUBJECT_TO_R431_5);

    private static final Map<String, FilingRoute> ROUTES =
            Map.of("online", FilingRoute.ONLINE, "prefecture", FilingRoute.PREFECTURE);

    private static final Set<String> OPEN_ROUTES = Set.of("mixed", "by_ground", "to_verify", "unknown");
    private static final Set<String> OPEN_KINDS = Set.of("mixed", "unknown");
    private static final Set<String> OPEN_DELAYS = Set.of("P2M_to_verify", "to_verify", "by_principal", "unknown");
    private static final Set<String> FAMILIES = Set.of(
            "work",
            "family",
            "study",
            "other",
            "visitor",
            "private_family",
            "protection",
            "resident",
            "eu",
            "bilateral",
            "minor",
            "travel",
            "visa");
    private static final Set<String> REGIMES = Set.of("own");
    private static final Pattern DELAY = Pattern.compile("P\\d+[DM]");

    private final Sources sources;
    private final PieceReader pieces;
    private final WorkText work;
    private final FeesText.Classes classes;

    PermitReader(Sources sources, PieceReader pieces, WorkText work, FeesText.Classes classes) {
        this.sources = sources;
        this.pieces = pieces;
        this.work = work;
        this.classes = classes;
    }

    PermitText read(Entry entry) {
        PermitCode code = entry.permit("code");
        Set<DocumentKind> kinds = kinds(entry);
        Entry interim = entry.entry("interim_work_right", entry.name());
        Entry documents = entry.entry("documents", entry.name());
        Set<PieceType> byFamilyLink =
                documents.has("by_family_link") ? new HashSet<>(documents.pieces("by_family_link")) : Set.of();
        WorkText.PermitRight right = entry.word("work_right_of_the_permit", work.permitRights());
        if (!documents.pieces("first").containsAll(byFamilyLink)) {
            throw entry.refuse("has in by_family_link a piece that it does not ask for");
        }
        if (entry.has("typical_validity_months")
                && entry.number("typical_validity_months") > entry.number("max_validity_months")) {
            throw entry.refuse("is typically valid for longer than it may be");
        }
        PermitEntry permit = new PermitEntry(
                code,
                entry.text("label_fr"),
                entry.text("label_en"),
                family(entry),
                kind(entry, kinds),
                legalBasis(entry),
                entry.number("max_validity_months"),
                entry.flag("renewable"),
                entry.word("renewal_window", WINDOWS),
                route(entry, "filing_channel"),
                silence(entry, "implicit_refusal_after", code),
                right.right(),
                word(interim, "first_application", work.firstWords(), "first application"),
                word(interim, "renewal", work.renewalWords(), "renewal"),
                pieces.list(entry, documents.pieces("first"), byFamilyLink),
                pieces.list(entry, documents.pieces("renewal"), byFamilyLink),
                feeClass(entry),
                entry.has("ends_on") ? Optional.of(entry.date("ends_on")) : Optional.empty(),
                entry.word("confidence", CONFIDENCE),
                entry.word("documents_confidence", CONFIDENCE),
                entry.texts("sources").stream()
                        .map(source -> sources.cited(entry, source))
                        .toList(),
                entry.optionalText("notes"));
        PermitText text = new PermitText(
                permit,
                kinds,
                entry.has("renewal_channel") ? route(entry, "renewal_channel").ifSettled() : Optional.empty(),
                entry.has("online_since") ? Optional.of(entry.date("online_since")) : Optional.empty(),
                entry.optionalText("window_conflict"),
                follows(entry),
                entry.optionalArticle("implicit_refusal_basis"),
                silenceCases(entry, permit),
                ownRegime(interim));
        if (text.windowConflict().isPresent() && permit.window() != WindowRule.BY_CHANNEL) {
            throw entry.refuse("has a window_conflict and yet one renewal_window");
        }
        interim.done();
        documents.done();
        entry.done();
        return text;
    }

    private static String family(Entry entry) {
        String family = entry.text("family");
        if (!FAMILIES.contains(family)) {
            throw entry.refuse("has the unknown family " + family);
        }
        return family;
    }

    private static List<Article> legalBasis(Entry entry) {
        List<Article> basis = entry.articles("legal_basis");
        if (basis.isEmpty()) {
            throw entry.refuse("has an empty legal_basis");
        }
        return basis;
    }

    private static Set<DocumentKind> kinds(Entry entry) {
        String text = entry.text("document_kind");
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        if (OPEN_KINDS.contains(text)) {
            return kinds;
        }
        for (String word : text.split(" or ", -1)) {
            DocumentKind kind = KINDS.get(word);
            if (kind == null) {
                throw entry.refuse("has the unknown document_kind " + text);
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private static Reading<DocumentKind> kind(Entry entry, Set<DocumentKind> kinds) {
        return kinds.size() == 1
                ? Reading.settled(kinds.iterator().next())
                : Reading.undetermined(
                        entry.text("document_kind"), "As which kind of document is the permit printed in this case?");
    }

    private static Reading<FilingRoute> route(Entry entry, String key) {
        String text = entry.text(key);
        return OPEN_ROUTES.contains(text)
                ? Reading.undetermined(text, "Is the permit asked for online or at the préfecture?")
                : Reading.settled(entry.word(key, ROUTES));
    }

    private static Reading<LegalDelay> silence(Entry entry, String key, PermitCode code) {
        String text = entry.text(key);
        if (text.equals("none")) {
            return Reading.settled(LegalDelay.NONE);
        }
        if (OPEN_DELAYS.contains(text)) {
            return Reading.undetermined(text, "After which delay does silence refuse the permit " + code + "?");
        }
        if (!DELAY.matcher(text).matches()) {
            throw entry.refuse("has the unknown " + key + " " + text);
        }
        Period period = entry.period(key);
        if (period.isZero()) {
            throw entry.refuse("has an " + key + " of no length");
        }
        return Reading.settled(LegalDelay.of(period));
    }

    private static Reading<String> word(Entry interim, String key, WorkText.InterimWords words, String what) {
        String text = interim.text(key);
        if (words.settled().contains(text)) {
            return Reading.settled(text);
        }
        if (words.unsettled().contains(text)) {
            return Reading.undetermined(text, "Does the interim paper of a " + what + " let its holder work?");
        }
        throw interim.refuse("has the unknown interim work right " + text);
    }

    private Reading<String> feeClass(Entry entry) {
        String text = entry.text("fee_class");
        if (classes.classes().containsKey(text)) {
            return Reading.settled(text);
        }
        String question = classes.unsettled().get(text);
        if (question == null) {
            throw entry.refuse("has the unknown fee_class " + text);
        }
        return Reading.undetermined(text, question);
    }

    private static List<Succession> follows(Entry entry) {
        if (!entry.has("follows")) {
            return List.of();
        }
        return entry.entries("follows", entry.name() + ", follows").stream()
                .map(each -> {
                    Succession succession = new Succession(
                            each.permit("permit"), each.optionalArticle("article"), each.article("basis"));
                    each.done();
                    return succession;
                })
                .toList();
    }

    private static List<SilenceCase> silenceCases(Entry entry, PermitEntry permit) {
        if (!entry.has("implicit_refusal_cases")) {
            return List.of();
        }
        return entry.entries("implicit_refusal_cases", entry.name() + ", implicit_refusal_cases").stream()
                .map(each -> {
                    SilenceCase one = new SilenceCase(
                            each.optionalArticle("article"),
                            each.flagOrFalse("blue_card_of_another_state"),
                            silence(each, "after", permit.code()),
                            each.article("basis"));
                    each.done();
                    if (one.article().isPresent()
                            && !permit.legalBasis().contains(one.article().get())) {
                        throw entry.refuse("has a case for " + one.article().get() + ", which does not found it");
                    }
                    return one;
                })
                .toList();
    }

    private static boolean ownRegime(Entry interim) {
        Optional<String> regime = interim.optionalText("regime");
        if (regime.isPresent() && !REGIMES.contains(regime.get())) {
            throw interim.refuse("has the unknown regime " + regime.get());
        }
        return regime.isPresent();
    }
}
