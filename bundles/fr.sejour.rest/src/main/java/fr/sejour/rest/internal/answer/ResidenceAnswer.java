package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.person.Residences.FollowingCase;
import fr.sejour.api.person.Residences.Moved;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.rest.internal.answer.CaseAnswer.TransferAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a person lives, and what becomes of their open cases there. */
public record ResidenceAnswer(
        @Nullable String address,
        @Nullable String commune,
        @Nullable String communeName,
        @Nullable String prefecture,
        @Nullable Instant since,
        List<FollowingCaseAnswer> cases,
        @Nullable DutyAnswer duty) {

    /** An open case, who has it and who is offered it. */
    public record FollowingCaseAnswer(
            String caseNumber, String prefecture, @Nullable TransferAnswer transfer) {

        static FollowingCaseAnswer of(FollowingCase following) {
            return new FollowingCaseAnswer(
                    following.number().value(),
                    following.prefecture().value(),
                    following.transfer().map(TransferAnswer::of).orElse(null));
        }
    }

    /** Within how many months of a move the law wants it declared. */
    public record DutyAnswer(int months, List<String> basis) {}

    public static ResidenceAnswer of(Moved moved) {
        return new ResidenceAnswer(
                moved.residence().map(it -> it.residence().address()).orElse(null),
                moved.residence().map(it -> it.residence().commune().value()).orElse(null),
                moved.commune().map(Commune::name).orElse(null),
                moved.commune().map(it -> it.prefecture().value()).orElse(null),
                moved.residence().map(it -> it.since()).orElse(null),
                moved.cases().stream().map(FollowingCaseAnswer::of).toList(),
                moved.duty()
                        .map(it -> new DutyAnswer(
                                it.months(),
                                it.basis().stream().map(Article::reference).toList()))
                        .orElse(null));
    }

    /** Never the address. */
    @Override
    public String toString() {
        return "ResidenceAnswer[hidden]";
    }
}
