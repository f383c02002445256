package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.UncoveredMonth;
import java.util.List;

/** The days on which people went without a proof of right that was theirs, by month and préfecture. */
public record UncoveredDaysAnswer(List<MonthAnswer> months) {

    /** One month of one préfecture. */
    public record MonthAnswer(String prefecture, String month, long days, long people) {

        static MonthAnswer of(UncoveredMonth counted) {
            return new MonthAnswer(
                    counted.prefecture().value(), counted.month().toString(), counted.days(), counted.people());
        }
    }

    public static UncoveredDaysAnswer of(List<UncoveredMonth> counted) {
        return new UncoveredDaysAnswer(counted.stream().map(MonthAnswer::of).toList());
    }
}
