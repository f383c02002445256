package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.UncoveredDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days without a proof of right. */
abstract class UncoveredContract extends ShelfContract {

    UncoveredContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_day_of_a_person_is_noted_once_and_as_it_was_noted_first() {
        keep(aCase(1, 1), aCase(2, 1), aCase(3, 2));
        UncoveredDay first = day(1, 1, THAT_DAY, ISERE, GapCause.FACTS_TO_SEE);
        UncoveredDay second = day(1, 1, THAT_DAY.plusDays(1), ISERE, GapCause.FACTS_TO_SEE);

        write(records -> records.uncovered().keep(personId(1), List.of(first)));
        write(records -> records.uncovered()
                .keep(personId(1), List.of(second, day(1, 2, THAT_DAY, RHONE, GapCause.LAW_OPEN), first)));

        assertThat(store.<List<UncoveredDay>>read(records -> records.uncovered().ofPerson(personId(1))))
                .containsExactly(first, second);
        assertThat(raw.rows("SELECT person_id, legal_day, prefecture, case_number, cause FROM uncovered_day"
                        + " ORDER BY legal_day"))
                .containsExactly(
                        personId(1) + "|2026-03-10|38|" + caseNumber(1) + "|FACTS_TO_SEE",
                        personId(1) + "|2026-03-11|38|" + caseNumber(1) + "|FACTS_TO_SEE");
    }

    @Test
    void days_are_counted_in_the_prefecture_that_was_responsible() {
        keep(aCase(1, 1), aCase(3, 2));
        write(records -> {
            records.uncovered()
                    .keep(
                            personId(1),
                            List.of(
                                    day(1, 1, THAT_DAY, ISERE, GapCause.PAPER_LATE),
                                    day(1, 1, THAT_DAY.plusDays(1), RHONE, GapCause.PAPER_LATE)));
            records.uncovered().keep(personId(2), List.of(day(2, 3, THAT_DAY, ISERE, GapCause.PAPER_LATE)));
        });

        assertThat(store.<Map<PrefectureCode, Long>>read(
                        records -> records.uncovered().countByPrefecture()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ISERE, 2L, RHONE, 1L));
    }

    @Test
    void days_of_many_people_are_noted_without_writing_what_stands_before_for_each() {
        keep(aCase(1, 1), aCase(3, 2));

        List<String> statements = watched.during(() -> write(records -> {
            records.uncovered().keep(personId(1), List.of(day(1, 1, THAT_DAY, ISERE, GapCause.PAPER_LATE)));
            records.uncovered().keep(personId(2), List.of(day(2, 3, THAT_DAY, ISERE, GapCause.PAPER_LATE)));
            records.uncovered().keep(personId(1), List.of(day(1, 1, THAT_DAY, RHONE, GapCause.LAW_OPEN)));
        }));

        assertThat(statements).extracting(it -> it.substring(0, 6)).containsExactly("SELECT", "SELECT", "INSERT");
    }

    private static UncoveredDay day(int person, long number, LocalDate day, PrefectureCode prefecture, GapCause cause) {
        return new UncoveredDay(personId(person), day, prefecture, caseNumber(number), cause);
    }
}
