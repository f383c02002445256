package fr.sejour.check.internal;

import fr.sejour.api.attestation.CheckDesk.ShareAnswer;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.text.RightSentences;
import fr.sejour.web.page.Icon;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person may do by all their papers, as whoever was given a code reads and prints it.
 *
 * @param headline in one sentence
 * @param tone as the style sheet calls it
 * @param until the last day of what holds now; empty when it has no known end
 * @param untilLabel whether that is of the stay alone, or of the work that is told as well
 * @param workInFrench the mentions that employers read, for a page in another language
 * @param open whether a proof leaves open what an employer asks
 */
public record ShareView(
        String headline,
        String tone,
        Icon icon,
        String purpose,
        String initials,
        Optional<LocalDate> until,
        String untilLabel,
        List<RightLines.Line> rights,
        List<String> workInFrench,
        boolean open,
        String checkedAt,
        Optional<String> proof) {

    public ShareView {
        rights = List.copyOf(rights);
        workInFrench = List.copyOf(workInFrench);
    }

    static ShareView of(Words words, ShareAnswer answer) {
        RightSentences sentences = new RightSentences(words.texts());
        List<Right<WorkRight>> work = answer.rights().work();
        return new ShareView(
                words.say(answer.covered() ? "check.share.covered" : "check.share.uncovered"),
                answer.covered() ? "yes" : "no",
                answer.covered() ? Icon.YES : Icon.NO,
                words.code("share.purpose", answer.purpose()),
                answer.holderInitials(),
                answer.until(),
                words.say(work.isEmpty() ? "check.share.until" : "check.share.until.work"),
                answer.covered() ? lines(new RightLines(words), answer.rights()) : List.of(),
                words.french()
                        ? List.of()
                        : work.stream()
                                .map(right -> sentences.work("fr", right.value()))
                                .toList(),
                answer.rights().open() && answer.purpose() == Purpose.WORK,
                words.moment(answer.checkedAt(), Prefecture.NATIONAL),
                answer.proof());
    }

    private static List<RightLines.Line> lines(RightLines words, HeldRights held) {
        List<RightLines.Line> lines = new ArrayList<>();
        held.work().forEach(right -> lines.add(words.work(right)));
        held.stay().ifPresent(right -> lines.add(words.stay(right)));
        held.social().ifPresent(right -> lines.add(words.social(right)));
        return lines;
    }
}
