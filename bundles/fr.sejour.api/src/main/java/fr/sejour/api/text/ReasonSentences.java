package fr.sejour.api.text;

import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.PaperReasons.About;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one way from the reasons of a paper to their sentences, so that the JSON answer, the page, the message and the paper give the
 * same ones. A code that no sentence is left for, on a paper of an older table, is passed over.
 */
public record ReasonSentences(Texts texts) {

    /** The codes that have a sentence, in their order. */
    public List<String> known(PaperReasons reasons) {
        return reasons.codes().stream()
                .filter(code -> texts.has("fr", key(code)))
                .toList();
    }

    /** The sentence of a code. */
    public String sentence(String language, String code) {
        return texts.say(language, key(code));
    }

    /** The sentences that tell that, one after the other; empty when there are none. */
    public String about(String language, PaperReasons reasons, About about) {
        return known(new PaperReasons(reasons.of(about))).stream()
                .map(code -> sentence(language, code))
                .collect(Collectors.joining(" "));
    }

    private static String key(String code) {
        return "because." + code;
    }
}
