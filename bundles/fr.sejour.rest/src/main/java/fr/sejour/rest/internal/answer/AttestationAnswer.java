package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.text.ReasonSentences;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was issued.
 *
 * @param checkCode what an employer types; for the holder alone
 */
public record AttestationAnswer(
        String number,
        String kind,
        String personId,
        String caseNumber,
        String prefecture,
        ValidityAnswer validity,
        RightAnswer.All rights,
        List<String> basis,
        List<String> because,
        List<ReasonAnswer> reason,
        String edition,
        Instant issuedAt,
        @Nullable EndAnswer end,
        @Nullable String checkCode) {

    /**
     * One reason in words.
     *
     * @param about why there is a paper, or which right it tells of
     */
    public record ReasonAnswer(String code, String about, String sentence) {

        static List<ReasonAnswer> all(PaperReasons reasons, Wording wording) {
            ReasonSentences sentences = new ReasonSentences(wording.texts());
            return sentences.known(reasons).stream()
                    .map(code -> new ReasonAnswer(
                            code, Codes.of(PaperReasons.About.of(code)), sentences.sentence(wording.language(), code)))
                    .toList();
        }
    }

    /** When and why a paper stopped before its last day. */
    public record EndAnswer(Instant at, String reason) {}

    public static AttestationAnswer of(Attestation paper, Caller reader, Wording wording) {
        return new AttestationAnswer(
                paper.number().value(),
                Codes.of(paper.kind()),
                paper.person().value(),
                paper.caseNumber().value(),
                paper.prefecture().value(),
                ValidityAnswer.of(paper.validity()),
                RightAnswer.All.of(paper.rights(), wording),
                RightAnswer.references(paper.basis()),
                paper.because(),
                ReasonAnswer.all(paper.reasons(), wording),
                paper.edition(),
                paper.issuedAt(),
                paper.end().map(it -> new EndAnswer(it.at(), it.reason())).orElse(null),
                reader.speaksFor(paper.person()) ? paper.checkCode().printed() : null);
    }
}
