package fr.sejour.api.text;

import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.WorkRight;
import java.util.HashMap;
import java.util.Map;

/**
 * The one way from a right's code to its sentence, so that the JSON answer, the page, the message and the check say the same
 * words. A right that is undetermined has a sentence that neither grants nor denies it.
 */
public record RightSentences(Texts texts) {

    private static final String UNDETERMINED = "right.undetermined";

    public String stay(String language, Reading<StayRight> right) {
        return right.fold(
                stay -> texts.say(language, "right.stay." + Codes.of(stay)), open -> texts.say(language, UNDETERMINED));
    }

    public String work(String language, Reading<WorkRight> right) {
        return right.fold(work -> sentence(language, work), open -> texts.say(language, UNDETERMINED));
    }

    public String travel(String language, Reading<TravelRight> right) {
        return right.fold(
                travel -> texts.say(language, "right.travel." + Codes.of(travel)),
                open -> texts.say(language, UNDETERMINED));
    }

    public String social(String language, Reading<SocialRight> right) {
        return right.fold(
                social -> texts.say(language, "right.social." + Codes.of(social)),
                open -> texts.say(language, UNDETERMINED));
    }

    private String sentence(String language, WorkRight work) {
        Map<String, Object> places = new HashMap<>();
        work.hoursPerYear().ifPresent(hours -> places.put("hours", hours));
        work.limit().ifPresent(limit -> places.put("limit", texts.say(language, "right.limit." + Codes.of(limit))));
        return texts.say(language, "right.work." + Codes.of(work.code()), places);
    }
}
