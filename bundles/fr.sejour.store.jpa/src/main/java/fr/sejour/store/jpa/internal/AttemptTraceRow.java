package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt of a person that failed. */
@Entity
@Table(name = "attempt_trace")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class AttemptTraceRow {

    @Id
    @Column(name = "attempt_number")
    String number;

    @Column(name = "attempted_at")
    Instant at;

    @Enumerated(EnumType.STRING)
    Attempt.Operation operation;

    String code;

    String trace;

    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Column(name = "person_id")
    @Nullable
    String personId;

    @Column(name = "session_hash")
    @Nullable
    String sessionHash;

    @Nullable
    String ground;

    @Column(name = "case_number")
    @Nullable
    String caseNumber;

    @Nullable
    String prefecture;

    @Column(name = "sent_digest")
    @Nullable
    String digest;

    /** Empty when there was no key to sign it with. */
    String signature;

    @Column(name = "substitute_at")
    @Nullable
    Instant substituteAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "substitute_because")
    Substitute.@Nullable Because substituteBecause;

    @Column(name = "substitute_prefecture")
    @Nullable
    String substitutePrefecture;

    @Column(name = "filed_as")
    @Nullable
    String filedAs;

    static AttemptTraceRow of(Attempt attempt) {
        AttemptTraceRow row = new AttemptTraceRow();
        row.number = attempt.number().value();
        row.at = UtcInstants.kept(attempt.at());
        row.operation = attempt.operation();
        row.code = Columns.fitting(attempt.code(), 60);
        row.trace = Columns.fitting(attempt.trace(), 100);
        row.accountId = attempt.asker().account().map(AccountId::value).orElse(null);
        row.personId = attempt.asker().person().map(PersonId::value).orElse(null);
        row.sessionHash =
                attempt.asker().session().map(SessionFingerprint::value).orElse(null);
        row.ground = attempt.subject().ground().map(PermitCode::value).orElse(null);
        row.caseNumber = attempt.subject().caseNumber().map(CaseNumber::value).orElse(null);
        row.prefecture =
                attempt.subject().prefecture().map(PrefectureCode::value).orElse(null);
        row.digest = attempt.subject().digest().orElse(null);
        row.signature = attempt.signature().orElse("");
        row.take(attempt);
        return row;
    }

    /** What comes to rest on an attempt; nothing else of one ever changes. */
    void take(Attempt attempt) {
        substituteAt = attempt.substitute()
                .map(Substitute::openedAt)
                .map(UtcInstants::kept)
                .orElse(null);
        substituteBecause = attempt.substitute().map(Substitute::because).orElse(null);
        substitutePrefecture = attempt.substitute()
                .flatMap(Substitute::prefecture)
                .map(PrefectureCode::value)
                .orElse(null);
        filedAs = attempt.filedAs().map(CaseNumber::value).orElse(null);
    }

    Attempt value() {
        Optional<Substitute> substitute = substituteAt == null || substituteBecause == null
                ? Optional.empty()
                : Optional.of(new Substitute(
                        substituteAt,
                        substituteBecause,
                        Optional.ofNullable(substitutePrefecture).map(PrefectureCode::new)));
        return new Attempt(
                new AttemptNumber(number),
                at,
                operation,
                code,
                trace,
                new Attempt.Asker(
                        Optional.ofNullable(accountId).map(AccountId::new),
                        Optional.ofNullable(personId).map(PersonId::new),
                        Optional.ofNullable(sessionHash).map(SessionFingerprint::new)),
                new Attempt.Subject(
                        Optional.ofNullable(ground).map(PermitCode::new),
                        Optional.ofNullable(caseNumber).map(CaseNumber::new),
                        Optional.ofNullable(prefecture).map(PrefectureCode::new),
                        Optional.ofNullable(digest)),
                Optional.of(signature).filter(it -> !it.isEmpty()),
                substitute,
                Optional.ofNullable(filedAs).map(CaseNumber::new));
    }
}
