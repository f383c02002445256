package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.WorkRight;
import java.util.List;
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
                    RightAnswer.ofStay(rights.stay(), wording),
                    RightAnswer.ofWork(rights.work(), wording),
                    RightAnswer.ofTravel(rights.travel(), wording),
                    RightAnswer.ofSocial(rights.social(), wording));
        }
    }

    static RightAnswer ofStay(Right<StayRight> stay, Wording wording) {
        return of(stay, wording.rights().stay(wording.language(), stay.value()));
    }

    static RightAnswer ofWork(Right<WorkRight> work, Wording wording) {
        String sentence = wording.rights().work(wording.language(), work.value());
        List<String> basis = references(work.basis());
        return work.value()
                .fold(
                        value -> new RightAnswer(
                                Codes.of(value.code()),
                                value.hoursPerYear().isPresent()
                                        ? value.hoursPerYear().getAsInt()
                                        : null,
                                value.limit().orElse(null),
                                null,
                                null,
                                null,
                                sentence,
                                basis),
                        open -> new RightAnswer(
                                null, null, null, true, open.token(), open.question(), sentence, basis));
    }

    static RightAnswer ofTravel(Right<TravelRight> travel, Wording wording) {
        return of(travel, wording.rights().travel(wording.language(), travel.value()));
    }

    static RightAnswer ofSocial(Right<SocialRight> social, Wording wording) {
        return of(social, wording.rights().social(wording.language(), social.value()));
    }

    static List<String> references(List<Article> basis) {
        return basis.stream().map(Article::reference).toList();
    }

    private static <E extends Enum<E>> RightAnswer of(Right<E> right, String sentence) {
        List<String> basis = references(right.basis());
        return right.value()
                .fold(
                        code -> new RightAnswer(Codes.of(code), null, null, null, null, null, sentence, basis),
                        open -> new RightAnswer(
                                null, null, null, true, open.token(), open.question(), sentence, basis));
    }
}
