package fr.sejour.rest.internal.answer;

import fr.sejour.api.person.LookAlike;
import java.util.List;

/** Those who look like a person. */
public record LookAlikesAnswer(List<LookAlikeAnswer> lookAlikes) {

    public static LookAlikesAnswer of(List<LookAlike> lookAlikes) {
        return new LookAlikesAnswer(lookAlikes.stream().map(LookAlikeAnswer::of).toList());
    }
}
