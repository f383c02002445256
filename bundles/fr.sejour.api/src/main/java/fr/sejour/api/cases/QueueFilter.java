package fr.sejour.api.cases;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.PrefectureCode;
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

    /** Puts a filter together. */
    public static final class Builder {

        private Optional<PrefectureCode> prefecture = Optional.empty();
        private Set<CaseStatus> statuses = Set.of();
        private Optional<PermitCode> permit = Optional.empty();
        private Optional<FilingChannel> channel = Optional.empty();
        private Optional<Boolean> complete = Optional.empty();
        private Optional<FactLevel> facts = Optional.empty();
        private Optional<Boolean> employed = Optional.empty();
        private Optional<LocalDate> filedFrom = Optional.empty();
        private Optional<LocalDate> filedUntil = Optional.empty();
        private Optional<LocalDate> rightEndsUntil = Optional.empty();
        private Optional<String> nextAct = Optional.empty();
        private Optional<Boolean> overdue = Optional.empty();
        private Optional<Task.Kind> task = Optional.empty();
        private Optional<Boolean> duplicate = Optional.empty();
        private Optional<Boolean> transfer = Optional.empty();
        private Optional<CaseNumber> number = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<String> text = Optional.empty();
        private Optional<Held> held = Optional.empty();
        private Optional<AccountId> assignee = Optional.empty();

        public Builder prefecture(Optional<PrefectureCode> wanted) {
            prefecture = wanted;
            return this;
        }

        public Builder statuses(Set<CaseStatus> wanted) {
            statuses = wanted;
            return this;
        }

        public Builder permit(Optional<PermitCode> wanted) {
            permit = wanted;
            return this;
        }

        public Builder channel(Optional<FilingChannel> wanted) {
            channel = wanted;
            return this;
        }

        public Builder complete(Optional<Boolean> wanted) {
            complete = wanted;
            return this;
        }

        public Builder facts(Optional<FactLevel> wanted) {
            facts = wanted;
            return this;
        }

        public Builder employed(Optional<Boolean> wanted) {
            employed = wanted;
            return this;
        }

        public Builder filedFrom(Optional<LocalDate> wanted) {
            filedFrom = wanted;
            return this;
        }

        public Builder filedUntil(Optional<LocalDate> wanted) {
            filedUntil = wanted;
            return this;
        }

        public Builder rightEndsUntil(Optional<LocalDate> wanted) {
            rightEndsUntil = wanted;
            return this;
        }

        public Builder nextAct(Optional<String> wanted) {
            nextAct = wanted;
            return this;
        }

        public Builder overdue(Optional<Boolean> wanted) {
            overdue = wanted;
            return this;
        }

        public Builder task(Optional<Task.Kind> wanted) {
            task = wanted;
            return this;
        }

        public Builder duplicate(Optional<Boolean> wanted) {
            duplicate = wanted;
            return this;
        }

        public Builder transfer(Optional<Boolean> wanted) {
            transfer = wanted;
            return this;
        }

        public Builder number(Optional<CaseNumber> wanted) {
            number = wanted;
            return this;
        }

        public Builder name(Optional<String> wanted) {
            name = wanted;
            return this;
        }

        public Builder text(Optional<String> wanted) {
            text = wanted;
            return this;
        }

        public Builder held(Optional<Held> wanted) {
            held = wanted;
            return this;
        }

        public Builder assignee(Optional<AccountId> wanted) {
            assignee = wanted;
            return this;
        }

        /** @throws IllegalArgumentException for an act that nobody ever owes */
        public QueueFilter build() {
            return new QueueFilter(
                    prefecture,
                    statuses,
                    permit,
                    channel,
                    complete,
                    facts,
                    employed,
                    filedFrom,
                    filedUntil,
                    rightEndsUntil,
                    nextAct,
                    overdue,
                    task,
                    duplicate,
                    transfer,
                    number,
                    name,
                    text,
                    held,
                    assignee);
        }
    }
}
