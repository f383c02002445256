package fr.sejour.rest.internal.answer;

import fr.sejour.api.access.SignIn.Session;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open session.
 *
 * @param personId whom an applicant speaks for
 * @param prefectures whom an agent serves
 */
public record SessionAnswer(
        String token,
        Instant expiresAt,
        String role,
        @Nullable String personId,
        @Nullable List<String> prefectures) {

    public static SessionAnswer of(Session session) {
        return new SessionAnswer(
                session.token(),
                session.expiresAt(),
                Codes.of(session.caller().role()),
                session.caller().person().map(PersonId::value).orElse(null),
                AccountAnswer.scope(session.caller().prefectures().stream()
                        .map(PrefectureCode::value)
                        .sorted()
                        .toList()));
    }
}
