package fr.sejour.console.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.Words;
import java.util.Optional;

/** An attempt that failed as an agent finds it. */
public record AttemptLine(
        String number,
        String what,
        String at,
        String code,
        String trace,
        boolean substitute,
        Optional<String> ground,
        Optional<String> filedAs) {

    static AttemptLine of(Words words, Attempt attempt) {
        return new AttemptLine(
                attempt.number().value(),
                words.code("help.operation", attempt.operation()),
                words.moment(attempt.at(), Prefecture.NATIONAL),
                attempt.code(),
                attempt.trace(),
                attempt.substitute().isPresent(),
                attempt.subject().ground().map(it -> it.value()),
                attempt.filedAs().map(it -> it.value()));
    }
}
