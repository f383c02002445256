package fr.sejour.check.internal;

import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.text.RightSentences;
import fr.sejour.web.page.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that reads seals: its words, and where its files stand.
 *
 * @param words of its language, which may be one that the other pages do not speak
 * @param others the other languages that it speaks
 * @param sentences what its script may have to say
 */
public record OfflineView(Words words, List<Words> others, List<Said> sentences) {

    /** The languages that seals are checked in. */
    private static final List<String> LANGUAGES = List.of("fr", "en", "ar");

    private static final String SEAL = "seal.";

    /** What the script says beside its answers. */
    private static final List<String> SCRIPTED = List.of(
            "camera",
            "camera.stop",
            "camera.about",
            "camera.refused",
            "reading",
            "not-found",
            "unreadable-file",
            "no-decoder",
            "known.refreshed",
            "known.failed",
            "known.until",
            "result",
            "clock",
            "listed",
            "listed.about",
            "holder",
            "birth-date",
            "compare",
            "cut",
            "paper",
            "number",
            "permit",
            "first-day",
            "last-day",
            "open-end",
            "rights",
            "in-french",
            "signature.intact",
            "signature.changed",
            "signature.other-signer",
            "signature.not-looked-at",
            "signature.absent",
            "refused");

    private static final List<String> ANSWERS = List.of(
            "valid",
            "filing-only",
            "not-yet-valid",
            "expired",
            "revoked",
            "replaced",
            "suspended",
            "not-listed",
            "list-too-old",
            "list-forged",
            "clock-behind",
            "altered",
            "unknown-key",
            "key-not-valid",
            "unreadable",
            "not-a-seal");

    private static final String NAME = "right.name.";
    private static final List<String> RIGHTS = List.of("work", "stay", "travel", "social");

    private static final List<String> STAY = List.of("0", "N", "P", "X");
    private static final List<String> TRAVEL = STAY;
    private static final List<String> SOCIAL = List.of("0", "N", "M");

    /** {@code H} stands for any number of hours: the script puts its own in the place of this one. */
    private static final String HOURS = "H964";

    private static final List<String> WORK = List.of(
            "0", "N", "A", "E", HOURS, "LAP", "LAI", "LAU", "LAE", "LEM", "LIN", "LSE", "LPR", "LSH", "LIC", "LTR",
            "LVO");

    public OfflineView {
        others = List.copyOf(others);
        sentences = List.copyOf(sentences);
    }

    /** A sentence and what the script calls it. */
    public record Said(String key, String sentence) {}

    /** @param asked the language of this page alone; that of the site when it is none that seals are checked in */
    static OfflineView of(Words site, String asked) {
        Words words = site.in(LANGUAGES.contains(asked) ? asked : site.language());
        List<Said> sentences = new ArrayList<>();
        SCRIPTED.forEach(key -> sentences.add(new Said(key, words.say(SEAL + key))));
        for (String answer : ANSWERS) {
            sentences.add(new Said("answer." + answer, words.say(SEAL + "answer." + answer)));
            sentences.add(new Said("next." + answer, words.say(SEAL + "next." + answer)));
        }
        for (PaperKind kind : PaperKind.values()) {
            sentences.add(new Said("paper." + Words.kebab(kind), words.code("paper", kind)));
        }
        RIGHTS.forEach(right -> sentences.add(new Said(NAME + right, words.say(NAME + right))));
        addRights(sentences, words, "right.");
        if (!words.french()) {
            addRights(sentences, words.in("fr"), "right.fr.");
        }
        return new OfflineView(
                words,
                LANGUAGES.stream()
                        .filter(language -> !language.equals(words.language()))
                        .map(site::in)
                        .toList(),
                sentences);
    }

    private static void addRights(List<Said> sentences, Words words, String prefix) {
        RightSentences said = new RightSentences(words.texts());
        String language = words.language();
        STAY.forEach(it -> sentences.add(new Said(
                prefix + "stay." + it,
                said.stay(language, rights(it, "0", "0", "0").stay().value()))));
        WORK.forEach(it -> sentences.add(new Said(
                prefix + "work." + (it.equals(HOURS) ? "H" : it),
                said.work(language, rights("0", it, "0", "0").work().value()))));
        TRAVEL.forEach(it -> sentences.add(new Said(
                prefix + "travel." + it,
                said.travel(language, rights("0", "0", it, "0").travel().value()))));
        SOCIAL.forEach(it -> sentences.add(new Said(
                prefix + "social." + it,
                said.social(language, rights("0", "0", "0", it).social().value()))));
    }

    private static Rights rights(String... letters) {
        return new RightsCode("S%s W%s T%s C%s".formatted((Object[]) letters)).rights();
    }

    // where its files stand

    public String script() {
        return OfflineFiles.path("offline.js");
    }

    public String judgement() {
        return OfflineFiles.path("seal-check.js");
    }

    public String signature() {
        return OfflineFiles.path("paper-signature.js");
    }

    public String worker() {
        return OfflineFiles.path("offline-worker.js");
    }

    public String decoder() {
        return OfflineFiles.path("zxing-reader.js");
    }

    public String decoderWasm() {
        return OfflineFiles.path("zxing-reader.wasm");
    }

    public String pdf() {
        return OfflineFiles.path("pdf.mjs");
    }

    public String pdfWorker() {
        return OfflineFiles.path("pdf.worker.mjs");
    }
}
