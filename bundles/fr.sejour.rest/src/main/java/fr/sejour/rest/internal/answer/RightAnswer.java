package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.WorkRight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One right as it is shown: its code and sentence, or the question that is still open.
 *
 * @param undetermined true while our reading of the law leaves it open; absent otherwise
 */
public record RightAnswer(
        @Nullable String code,
        @Nullable Integer hoursPerYear,
        @Nullable String limit,
        @Nullable Boolean undetermined,
        @Nullable String token,
        @Nullable String question,
        String sentence,
        List<String> basis) {

    /** The four rights of a paper. */
    public record All(RightAnswer stay, RightAnswer work, RightAnswer travel, RightAnswer social) {

        static All of(Rights rights, Wording wording) {
            return new All(
                    RightAnswer.of("stay", rights.stay(), wording),
                    RightAnswer.ofWork(rights.work(), wording),
                    RightAnswer.of("travel", rights.travel(), wording),
                    RightAnswer.of("social", rights.social(), wording));
        }
    }

    static <E extends Enum<E>> RightAnswer of(String right, Right<E> value, Wording wording) {
        List<String> basis = references(value.basis());
        return value.value()
                .fold(
                        code -> settled(right, Codes.of(code), null, null, Map.of(), wording, basis),
                        open -> open(open.token(), open.question(), wording, basis));
    }

    static RightAnswer ofWork(Right<WorkRight> value, Wording wording) {
        List<String> basis = references(value.basis());
        return value.value()
                .fold(
                        work -> ofWork(work, wording, basis),
                        open -> open(open.token(), open.question(), wording, basis));
    }

    static RightAnswer ofWork(WorkRight work, Wording wording, List<String> basis) {
        Integer hours = work.hoursPerYear().isPresent() ? work.hoursPerYear().getAsInt() : null;
        String limit = work.limit().orElse(null);
        Map<String, Object> arguments = new HashMap<>();
        if (hours != null) {
            arguments.put("hours", hours);
        }
        if (limit != null) {
            String known = wording.sentenceIfKnown("right.limit." + Codes.of(limit));
            arguments.put("limit", known == null ? limit.replace('_', ' ') : known);
        }
        return settled("work", Codes.of(work.code()), hours, limit, arguments, wording, basis);
    }

    static List<String> references(List<Article> basis) {
        return basis.stream().map(Article::reference).toList();
    }

    private static RightAnswer settled(
            String right,
            String code,
            @Nullable Integer hours,
            @Nullable String limit,
            Map<String, Object> arguments,
            Wording wording,
            List<String> basis) {
        String sentence = wording.sentence("right." + right + "." + code, arguments);
        return new RightAnswer(code, hours, limit, null, null, null, sentence, basis);
    }

    private static RightAnswer open(String token, String question, Wording wording, List<String> basis) {
        String sentence = wording.sentence("right.undetermined", Map.of());
        return new RightAnswer(null, null, null, true, token, question, sentence, basis);
    }
}
