package fr.sejour.api.report;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/**
 * What somebody reports.
 *
 * @param blocking whether it keeps them from doing what they came for
 * @param words what happened, 1 to 4,000 characters
 * @param caseNumber the case it is about
 * @param ground the permit they wanted to ask for
 * @param prefecture where they live, when no case says it
 * @param contact how to reach somebody without an account
 */
public record NewReport(
        Report.Topic topic,
        boolean blocking,
        String words,
        Trace trace,
        Optional<CaseNumber> caseNumber,
        Optional<PermitCode> ground,
        Optional<PrefectureCode> prefecture,
        Optional<Contact> contact) {

    /** @throws IllegalArgumentException when the words are none, too long, or hold what no keyboard types */
    public NewReport {
        words = Report.inWords(words);
    }
}
