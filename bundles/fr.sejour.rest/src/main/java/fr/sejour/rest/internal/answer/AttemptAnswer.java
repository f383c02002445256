package fr.sejour.rest.internal.answer;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.ServicePoint;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that failed, as its person and agents read it.
 *
 * @param trace the opaque trace of the request that failed
 * @param sha256 of what was sent
 * @param filedAs the case whose filing rests on it
 */
public record AttemptAnswer(
        String number,
        Instant at,
        String operation,
        String code,
        String trace,
        @Nullable String personId,
        @Nullable String permit,
        @Nullable String caseNumber,
        @Nullable String sha256,
        @Nullable String signature,
        @Nullable SubstituteAnswer substitute,
        @Nullable String filedAs) {

    /**
     * The right to file by the substitute channel, and where.
     *
     * @param prefecture absent when the platform does not know where the person lives
     * @param counters where it is done in person; empty when the préfecture has named none, which it is asked to do
     */
    public record SubstituteAnswer(
            Instant since, String because, @Nullable String prefecture, List<CounterAnswer> counters) {}

    /** A counter. */
    public record CounterAnswer(String name, String address) {}

    /** @param profiles what is known of a préfecture */
    public static AttemptAnswer of(Attempt attempt, Function<PrefectureCode, PrefectureProfile> profiles) {
        return new AttemptAnswer(
                attempt.number().value(),
                attempt.at(),
                attempt.operation().slug(),
                attempt.code(),
                attempt.trace(),
                attempt.asker().person().map(PersonId::value).orElse(null),
                attempt.subject().ground().map(PermitCode::value).orElse(null),
                attempt.subject().caseNumber().map(CaseNumber::value).orElse(null),
                attempt.subject().digest().orElse(null),
                attempt.signature().orElse(null),
                attempt.substitute().map(it -> of(it, profiles)).orElse(null),
                attempt.filedAs().map(CaseNumber::value).orElse(null));
    }

    private static SubstituteAnswer of(Substitute right, Function<PrefectureCode, PrefectureProfile> profiles) {
        List<ServicePoint> points = right.prefecture()
                .map(profiles)
                .map(PrefectureProfile::servicePoints)
                .orElse(List.of());
        return new SubstituteAnswer(
                right.openedAt(),
                right.because().slug(),
                right.prefecture().map(PrefectureCode::value).orElse(null),
                points.stream()
                        .map(it -> new CounterAnswer(it.name(), it.address()))
                        .toList());
    }
}
