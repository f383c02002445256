package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** The legal delays of one edition. */
public record ClocksText(
        WorkingDays receipt,
        WorkingDays acknowledgement,
        List<Article> silenceBasis,
        Appeal appeal,
        Reasons reasons,
        WorkingDays declaredFact,
        WorkingDays reportThatBlocks,
        WorkingDays report,
        WorkingDays attemptToConfirm,
        ResidenceDuty residence,
        boolean endsMoveToAWorkingDay,
        PublicHolidays holidays) {

    public ClocksText {
        silenceBasis = List.copyOf(silenceBasis);
    }

    /** A delay in working days. */
    public record WorkingDays(int days, List<Article> basis) {

        public WorkingDays {
            basis = List.copyOf(basis);
        }
    }

    /** Within what time of a move the holders of which permits declare it. */
    public record ResidenceDuty(Period within, Period permitsLongerThan, List<Article> basis) {

        public ResidenceDuty {
            basis = List.copyOf(basis);
        }
    }

    /** The time to go to court. */
    public record Appeal(Period after, List<Article> basis, String obligationToLeaveQuestion) {

        public Appeal {
            basis = List.copyOf(basis);
        }
    }

    /** The reasons of a silent refusal: by when they are owed, and how long a court can be asked once they are given. */
    public record Reasons(Period after, Period appealGoesOnFor, List<Article> basis) {

        public Reasons {
            basis = List.copyOf(basis);
        }
    }

    /** The days on which nobody works, besides the end of the week. */
    public record PublicHolidays(Set<MonthDay> fixed, List<Integer> daysAfterEaster) {

        public PublicHolidays {
            fixed = Set.copyOf(fixed);
            daysAfterEaster = List.copyOf(daysAfterEaster);
        }

        public boolean includes(LocalDate day) {
            return fixed.contains(MonthDay.from(day))
                    || daysAfterEaster.stream()
                            .anyMatch(after ->
                                    easter(day.getYear()).plusDays(after).equals(day));
        }

        /** Easter Sunday of the Gregorian calendar, by the method of Meeus. */
        static LocalDate easter(int year) {
            int golden = year % 19;
            int century = year / 100;
            int inCentury = year % 100;
            int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
            int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
            int correction = (golden + 11 * epact + 22 * weekday) / 451;
            int day = epact + weekday - 7 * correction + 114;
            return LocalDate.of(year, day / 31, day % 31 + 1);
        }
    }
}
