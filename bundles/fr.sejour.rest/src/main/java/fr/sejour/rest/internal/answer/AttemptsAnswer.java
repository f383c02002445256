package fr.sejour.rest.internal.answer;

import java.util.List;

/** The attempts of a person, newest first. */
public record AttemptsAnswer(List<AttemptAnswer> attempts) {}
