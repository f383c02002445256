package fr.sejour.web.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Upload;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A visit as the host has read it from the request. */
record ServletVisit(
        Words words,
        Optional<Caller> caller,
        Instant now,
        Map<String, String> variables,
        Submission submission,
        Content token)
        implements Visit {

    @Override
    public LocalDate today() {
        return Prefecture.nationalDay(now);
    }

    @Override
    public <T> T variable(String name, Function<String, T> reader) {
        try {
            return reader.apply(variables.getOrDefault(name, ""));
        } catch (IllegalArgumentException e) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    @Override
    public Optional<String> asked(String name) {
        return Optional.of(form().text(name)).filter(it -> !it.isEmpty());
    }

    @Override
    public Form form() {
        return form(submission.values());
    }

    @Override
    public Form form(Map<String, List<String>> values) {
        return new Form(words, token, values);
    }

    @Override
    public Optional<Upload> upload(String name) {
        return submission.upload(name);
    }
}
