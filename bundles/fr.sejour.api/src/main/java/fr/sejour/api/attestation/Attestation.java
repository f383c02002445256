package fr.sejour.api.attestation;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

    /** Why a paper ended that was obtained by fraud. */
    public static final String REVOKED = "revoked";

    /** The reason of a paper that is given because the préfet seized the commission du titre de séjour (R. 432-9). */
    public static final String COMMISSION = "commission-seized";

    /** The reason of a paper that a judge ordered. */
    public static final String ORDERED = "court-order";

    public Attestation {
        basis = List.copyOf(basis);
        because = List.copyOf(because);
    }

    /**
     * @param reason a stable code: {@code card-handed-over}, {@code permit-over}, {@code delivered}, {@code refused}, {@code withdrawn},
     *     {@code moot}, {@code corrected}, {@code replaced} or {@link #REVOKED}
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

    /** The same paper where its last day ends there, if that comes later: what is printed on it stands. */
    public Attestation lastingIn(ZoneId there) {
        Validity days = validity.lastingIn(there);
        if (days.equals(validity)) {
            return this;
        }
        return new Attestation(
                number,
                kind,
                person,
                caseNumber,
                prefecture,
                days,
                rights,
                basis,
                because,
                edition,
                issuedAt,
                checkCode,
                end);
    }

    /**
     * The same rights until the same day in a fresh paper.
     *
     * @param from the first day, in the paper's zone
     * @param because why there is another, added to why there was one
     */
    public Attestation again(AttestationNumber fresh, CheckCode code, LocalDate from, Instant at, String because) {
        List<String> reasons = new ArrayList<>(this.because);
        reasons.remove(because);
        reasons.add(because);
        return new Attestation(
                fresh,
                kind,
                person,
                caseNumber,
                prefecture,
                validity.since(from),
                rights,
                basis,
                reasons,
                edition,
                at,
                code,
                Optional.empty());
    }

    /** Whether it was taken back. */
    public boolean isRevoked() {
        return end.filter(it -> it.reason().equals(REVOKED)).isPresent();
    }

    /** Whether it is one of those of R. 432-9. */
    public boolean isOfTheCommission() {
        return because.contains(COMMISSION);
    }

    /** Whether a judge ordered it. */
    public boolean isOrdered() {
        return because.contains(ORDERED);
    }

    /** Whether it is neither of the commission nor of a judge: of one case, kind and first day each of the three stands once. */
    public boolean isUsual() {
        return !isOfTheCommission() && !isOrdered();
    }

    /** Why it was given, and why each of its rights stands there or does not. */
    public PaperReasons reasons() {
        return new PaperReasons(because);
    }

    /** Whether the paper is valid at that instant. */
    public boolean validAt(Instant instant) {
        return validity.covers(instant)
                && end.map(it -> instant.isBefore(it.at())).orElse(true);
    }
}
