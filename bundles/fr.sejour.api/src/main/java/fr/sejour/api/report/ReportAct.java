package fr.sejour.api.report;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/** One act on a report. */
public sealed interface ReportAct {

    /** Whether it is for those who answer, not for whoever reported. */
    default boolean isForStaff() {
        return true;
    }

    /** The person says more; an answered report stays answered. */
    record Reply(String words) implements ReportAct {
        public Reply {
            words = Report.inWords(words);
        }

        @Override
        public boolean isForStaff() {
            return false;
        }
    }

    /** The person is not helped by the answer: it is owed anew, from this day. */
    record Reopen(String words) implements ReportAct {
        public Reopen {
            words = Report.inWords(words);
        }

        @Override
        public boolean isForStaff() {
            return false;
        }
    }

    /** The answer, in words that the person reads. */
    record Answer(String words) implements ReportAct {
        public Answer {
            words = Report.inWords(words);
        }
    }

    /**
     * Another team owes the answer, by the same day.
     *
     * @param to the préfecture; empty for the national services
     */
    record Route(Optional<PrefectureCode> to, String words) implements ReportAct {
        public Route {
            words = Report.inWords(words);
        }
    }

    /** It is about that case. */
    record Link(CaseNumber caseNumber) implements ReportAct {}
}
