package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.law.internal.text.PapersText.Extension;
import fr.sejour.law.internal.text.PapersText.Prolongation;
import fr.sejour.law.internal.text.PapersText.Protection;
import fr.sejour.law.internal.text.PapersText.Recepisse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the interim papers. */
final class PaperReader {

    private static final Map<String, DocumentKind> SECOND_PARAGRAPH =
            Map.of("CST", DocumentKind.CST, "CSP", DocumentKind.CSP);

    private final Entry file;

    private PaperReader(Entry file) {
        this.file = file;
    }

    static PapersText read(Entry file) {
        return new PaperReader(file).read();
    }

    private PapersText read() {
        Entry deposit = paper("attestation_de_depot");
        Entry decision = paper("attestation_de_decision_favorable");
        PapersText papers = new PapersText(
                deposit.articles("basis"),
                prolongation(paper("attestation_de_prolongation")),
                protection(paper("attestation_de_prolongation_protection")),
                decision.articles("basis"),
                recepisse(paper("recepisse")),
                extension(paper("legal_extension")),
                file.text("travel_question"),
                file.text("social_question"));
        checkUnissued();
        deposit.done();
        decision.done();
        file.done();
        return papers;
    }

    private Entry paper(String key) {
        Entry entry = file.entry(key, "Paper " + key);
        entry.text("label_fr");
        entry.optionalText("note");
        return entry;
    }

    private static Prolongation prolongation(Entry entry) {
        Prolongation prolongation = new Prolongation(
                entry.number("validity_months"),
                entry.articles("renewal_basis"),
                entry.articles("young_adult_basis"),
                entry.text("early_filing_question"));
        entry.done();
        return prolongation;
    }

    private static Protection protection(Entry entry) {
        Entry of = entry.entry("of", entry.name());
        Map<PermitCode, Article> permits = new LinkedHashMap<>();
        of.keys().forEach(code -> permits.put(of.permitNamed(code), of.article(code)));
        Protection protection = new Protection(entry.number("validity_months"), permits, entry.article("work_basis"));
        entry.done();
        return protection;
    }

    private static Recepisse recepisse(Entry entry) {
        Recepisse recepisse = new Recepisse(
                entry.number("first_validity_months"),
                entry.number("renewal_validity_months"),
                entry.number("min_validity_months"),
                entry.articles("basis"));
        if (Math.min(recepisse.firstMonths(), recepisse.renewalMonths()) < recepisse.minMonths()) {
            throw entry.refuse("is shorter than its own minimum of " + recepisse.minMonths() + " months");
        }
        entry.done();
        return recepisse;
    }

    private static Extension extension(Entry entry) {
        for (String unsettled : List.of("after_expiry", "change_of_ground", "listed_departements")) {
            entry.word(unsettled, Map.of("unknown", true));
        }
        Extension extension = new Extension(
                entry.number("months"),
                entry.number("multi_year_card_months"),
                entry.number("bilateral_over_months"),
                entry.articles("basis"),
                entry.articles("resident_basis"),
                entry.text("after_expiry_question"),
                entry.text("change_of_ground_question"),
                kinds(entry),
                entry.text("listed_departements_question"));
        entry.done();
        return extension;
    }

    private static Set<DocumentKind> kinds(Entry entry) {
        Set<DocumentKind> kinds = new HashSet<>();
        for (String word : entry.texts("listed_departements_kinds")) {
            DocumentKind kind = SECOND_PARAGRAPH.get(word);
            if (kind == null) {
                throw entry.refuse("lists the unknown kind " + word);
            }
            kinds.add(kind);
        }
        return kinds;
    }

    /** Papers that the edition knows and that no function issues yet; without a length, no text sets one. */
    private void checkUnissued() {
        for (String key : List.of(
                "attestation_de_prolongation_commission",
                "recepisse_delai_de_reflexion",
                "attestation_de_demande_famille_ue")) {
            Entry entry = paper(key);
            entry.articles("basis");
            for (String length : List.of("validity_months", "validity_days")) {
                if (entry.has(length)) {
                    entry.number(length);
                }
            }
            entry.done();
        }
    }
}
