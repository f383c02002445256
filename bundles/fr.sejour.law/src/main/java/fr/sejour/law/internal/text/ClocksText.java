package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.law.AskingEffect;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        WorkingDays correction,
        PiecesAnswered piecesAnswered,
        ResidenceDuty residence,
        boolean endsMoveToAWorkingDay,
        PublicHolidays holidays,
        Asking asking) {

    public ClocksText {
        silenceBasis = List.copyOf(silenceBasis);
    }

    /**
     * What asking for a piece without which no examination is possible does to the clock of silence.
     *
     * @param byChannel the effect for each channel that a filing came by
     * @param basis where the effect is read
     * @param otherwiseBasis where it is read that any other piece has none
     */
    public record Asking(
            Map<FilingChannel, Reading<AskingEffect>> byChannel, List<Article> basis, List<Article> otherwiseBasis) {

        public Asking {
            byChannel = Map.copyOf(byChannel);
            basis = List.copyOf(basis);
            otherwiseBasis = List.copyOf(otherwiseBasis);
        }

        public Reading<AskingEffect> effect(FilingChannel channel) {
            return Optional.ofNullable(byChannel.get(channel)).orElseThrow();
        }
    }

    /** A delay in working days. */
    public record WorkingDays(int days, List<Article> basis) {

        public WorkingDays {
            basis = List.copyOf(basis);
        }
    }

    /**
     * How long the person has to give pieces that are asked for.
     *
     * @param basis where a reasonable delay is asked for; no text gives the number, which is a practice
     */
    public record PiecesAnswered(int atLeastDays, List<Article> basis) {

        public PiecesAnswered {
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
