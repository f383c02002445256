package fr.sejour.api.cases;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.PrefectureCode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which cases of a queue are wanted. Whatever is empty leaves all of them; what is given leaves the cases of which all of it is
 * true.
 *
 * @param prefecture one of the caller's préfectures
 * @param statuses any of these
 * @param permit the permit asked for
 * @param channel how it was filed
 * @param complete whether every blocking piece stands
 * @param facts how sure the platform is of what the case rests on
 * @param employed whether the person says that a job depends on their right
 * @param filedFrom the first legal day of filing
 * @param filedUntil the last legal day of filing
 * @param rightEndsUntil the last day on which the right ends; cases without a known end are left out
 * @param nextAct the code of what is owed, one of {@link NextAct#CODES}
 * @param overdue whether the day of what is owed is past, where the préfecture is
 * @param task a task that is open on the case
 * @param duplicate whether another case of the person looks like it and nobody has looked yet
 * @param transfer whether it is offered to another préfecture
 * @param number the case of that number
 * @param name words of the person's names, or their beginnings, in any order and without regard to accents and capitals; words
 *     without a letter or digit are nobody's name
 * @param text words that all stand in the case: in its number, its permit, the person's names or what was said with an act; whole
 *     words, in any order and without regard to accents and capitals
 * @param held in whose hands the case is today, as seen by who asks
 * @param assignee the agent whose name is on it, whether or not they are away
 */
@RecordBuilder
public record QueueFilter(
        Optional<PrefectureCode> prefecture,
        Set<CaseStatus> statuses,
        Optional<PermitCode> permit,
        Optional<FilingChannel> channel,
        Optional<Boolean> complete,
        Optional<FactLevel> facts,
        Optional<Boolean> employed,
        Optional<LocalDate> filedFrom,
        Optional<LocalDate> filedUntil,
        Optional<LocalDate> rightEndsUntil,
        Optional<String> nextAct,
        Optional<Boolean> overdue,
        Optional<Task.Kind> task,
        Optional<Boolean> duplicate,
        Optional<Boolean> transfer,
        Optional<CaseNumber> number,
        Optional<String> name,
        Optional<String> text,
        Optional<Held> held,
        Optional<AccountId> assignee) {

    /** @throws IllegalArgumentException for an act that nobody ever owes */
    public QueueFilter {
        statuses = Set.copyOf(statuses);
        if (nextAct.filter(it -> !NextAct.CODES.contains(it)).isPresent()) {
            throw new IllegalArgumentException("Nobody owes such an act");
        }
    }
}
