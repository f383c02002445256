package fr.sejour.core.internal.attempt;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.secret.Secrets;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An attempt as one line of text: its parts between blanks, and a digest of them at the end. */
final class AttemptLine {

    private static final String ABSENT = "-";
    private static final String PURPOSE = "waiting-attempt";
    private static final int PARTS = 17;

    private AttemptLine() {}

    static String of(Attempt attempt) {
        String parts = Stream.of(
                        attempt.number().value(),
                        attempt.at().toString(),
                        attempt.operation().name(),
                        attempt.code(),
                        attempt.trace(),
                        part(attempt.asker().account(), AccountId::value),
                        part(attempt.asker().person(), PersonId::value),
                        part(attempt.asker().session(), SessionFingerprint::value),
                        part(attempt.subject().ground(), PermitCode::value),
                        part(attempt.subject().caseNumber(), CaseNumber::value),
                        part(attempt.subject().prefecture(), PrefectureCode::value),
                        part(attempt.subject().digest(), it -> it),
                        part(attempt.substitute(), it -> it.openedAt().toString()),
                        part(attempt.substitute(), it -> it.because().name()),
                        part(attempt.signature(), it -> it),
                        part(attempt.asker().behalf().flatMap(Attempt.Behalf::person), PersonId::value),
                        part(attempt.asker().behalf().flatMap(Attempt.Behalf::mandate), MandateNumber::value))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        return parts + " " + Secrets.digest(PURPOSE, parts);
    }

    /** The attempt of a line; empty when the line broke off or was changed. */
    static Optional<Attempt> read(String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !Secrets.digest(PURPOSE, line.substring(0, end)).equals(line.substring(end + 1))) {
            return Optional.empty();
        }
        List<String> parts = Stream.of(line.substring(0, end).split(" ", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            Optional<PrefectureCode> prefecture = present(parts.get(10), PrefectureCode::new);
            return Optional.of(new Attempt(
                    new AttemptNumber(parts.get(0)),
                    Instant.parse(parts.get(1)),
                    Attempt.Operation.valueOf(parts.get(2)),
                    parts.get(3),
                    parts.get(4),
                    new Attempt.Asker(
                            present(parts.get(5), AccountId::new),
                            present(parts.get(6), PersonId::new),
                            present(parts.get(7), SessionFingerprint::new),
                            Optional.of(new Attempt.Behalf(
                                            present(parts.get(15), PersonId::new),
                                            present(parts.get(16), MandateNumber::new)))
                                    .filter(it -> it.person().isPresent()
                                            || it.mandate().isPresent())),
                    new Attempt.Subject(
                            present(parts.get(8), PermitCode::new),
                            present(parts.get(9), CaseNumber::new),
                            prefecture,
                            present(parts.get(11), it -> it)),
                    present(parts.get(14), it -> it),
                    present(
                            parts.get(12),
                            at -> new Substitute(
                                    Instant.parse(at), Substitute.Because.valueOf(parts.get(13)), prefecture)),
                    Optional.empty()));
        } catch (IllegalArgumentException | DateTimeException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static <T> String part(Optional<T> value, Function<T, String> written) {
        return value.map(written).orElse(ABSENT);
    }

    private static <T> Optional<T> present(String part, Function<String, T> reader) {
        return part.equals(ABSENT) ? Optional.empty() : Optional.of(reader.apply(part));
    }
}
