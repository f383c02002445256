package fr.sejour.api.attestation;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paper as it was issued. It stands for ever; only its end may come earlier, with a reason.
 *
 * @param checkCode what an employer types; shown to the holder and to nobody else
 * @param because why the law gives this paper, in stable codes
 * @param edition the edition of the law that made it
 * @param end when and why it stopped before its last day
 */
public record Attestation(
        AttestationNumber number,
        PaperKind kind,
        PersonId person,
        CaseNumber caseNumber,
        PrefectureCode prefecture,
        Validity validity,
        Rights rights,
        List<Article> basis,
        List<String> because,
        String edition,
        Instant issuedAt,
        CheckCode checkCode,
        Optional<End> end) {

    public Attestation {
        basis = List.copyOf(basis);
        because = List.copyOf(because);
    }

    /**
     * @param reason a stable code: {@code card-handed-over}, {@code permit-over}, {@code delivered}, {@code refused}, {@code withdrawn} or
     *     {@code moot}
     */
    public record End(Instant at, String reason) {}

    /** The same paper, stopped before its last day. */
    public Attestation ended(End stop) {
        return new Attestation(
                number,
                kind,
                person,
                caseNumber,
                prefecture,
                validity,
                rights,
                basis,
                because,
                edition,
                issuedAt,
                checkCode,
                Optional.of(stop));
    }

    /** Whether the paper is valid at that instant. */
    public boolean validAt(Instant instant) {
        return validity.covers(instant)
                && end.map(it -> instant.isBefore(it.at())).orElse(true);
    }
}
