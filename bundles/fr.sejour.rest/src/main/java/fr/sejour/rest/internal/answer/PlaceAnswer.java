package fr.sejour.rest.internal.answer;

import fr.sejour.api.team.CasePlace;
import fr.sejour.rest.internal.answer.TeamsAnswer.ColleagueAnswer;
import org.jspecify.annotations.Nullable;

/** Where a case waits within its préfecture. */
public record PlaceAnswer(
        String caseNumber,
        String prefecture,
        String team,
        @Nullable String teamName,
        @Nullable ColleagueAnswer assignee,
        @Nullable ColleagueAnswer standIn,
        boolean away) {

    public static PlaceAnswer of(CasePlace place) {
        return new PlaceAnswer(
                place.number().value(),
                place.prefecture().value(),
                place.team().value(),
                place.teamName().isEmpty() ? null : place.teamName(),
                place.assignee().map(ColleagueAnswer::of).orElse(null),
                place.standIn().map(ColleagueAnswer::of).orElse(null),
                place.away());
    }
}
