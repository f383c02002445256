package fr.sejour.rest.internal.problem;

import fr.sejour.api.text.Texts;
import fr.sejour.rest.internal.answer.Codes;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.problem.ProblemAnswer.PartAnswer;
import fr.sejour.rest.internal.problem.ProblemAnswer.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts problems into words, in the caller's language and in every language of the contract. */
public final class ProblemWords {

    /** The languages in which every problem is told, French first. */
    public static final List<String> LANGUAGES = List.of("fr", "en");

    private static final Set<String> OWN_MEMBERS =
            Set.of("type", "title", "status", "detail", "next", "instance", "fault", "errors", "messages");

    private final Texts texts;

    public ProblemWords(Texts texts) {
        this.texts = texts;
    }

    public ProblemAnswer tell(Problem problem, Wording wording) {
        Map<String, Words> messages = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> messages.put(language, words(problem, language)));
        Words own = words(problem, wording.language());
        Map<String, Object> details = new LinkedHashMap<>(problem.details());
        details.keySet().removeAll(OWN_MEMBERS);
        return new ProblemAnswer(
                problem.kind().type(),
                own.title(),
                problem.kind().status(),
                own.detail(),
                own.next(),
                problem.instance(),
                Codes.of(problem.kind().fault()),
                problem.faults().stream().map(it -> part(it, wording)).toList(),
                messages,
                details);
    }

    private Words words(Problem problem, String language) {
        String key = "problem." + problem.kind().slug();
        Map<String, Object> arguments = Map.of("seconds", problem.details().getOrDefault("retryAfterSeconds", 0));
        return new Words(
                texts.say(language, key + ".title", arguments),
                texts.say(language, key + ".detail", arguments),
                texts.say(language, key + ".next", arguments));
    }

    private PartAnswer part(FieldFault fault, Wording wording) {
        Map<String, String> messages = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> messages.put(language, sentence(fault, language)));
        return new PartAnswer(
                fault.field(), fault.rule().slug(), sentence(fault, wording.language()), messages, fault.allowed());
    }

    private String sentence(FieldFault fault, String language) {
        return texts.say(language, "problem.rule." + fault.rule().slug());
    }
}
