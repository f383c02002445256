package fr.sejour.rest.internal.answer;

import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Next;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edition would change, a page of it.
 *
 * @param after where the next page begins; left out on the last one
 */
public record EditionEffectsAnswer(
        List<EffectAnswer> effects, @Nullable String after) {

    /** What it would change for a case. */
    public record EffectAnswer(
            String caseNumber,
            String prefecture,
            String change,
            @Nullable NextAnswer before,
            @Nullable NextAnswer after) {

        static EffectAnswer of(EditionEffect effect) {
            return new EffectAnswer(
                    effect.caseNumber().value(),
                    effect.prefecture().value(),
                    Codes.of(effect.change()),
                    effect.before().map(NextAnswer::of).orElse(null),
                    effect.after().map(NextAnswer::of).orElse(null));
        }
    }

    /** The next paper that the law gives by itself. */
    public record NextAnswer(
            String kind, String rights, @Nullable LocalDate lastDay) {

        static NextAnswer of(Next next) {
            return new NextAnswer(
                    Codes.of(next.kind()), next.rights().value(), next.lastDay().orElse(null));
        }
    }

    /** @param most how many a full page has */
    public static EditionEffectsAnswer of(List<EditionEffect> effects, int most) {
        return new EditionEffectsAnswer(
                effects.stream().map(EffectAnswer::of).toList(),
                effects.size() < most
                        ? null
                        : effects.get(most - 1).caseNumber().value());
    }
}
