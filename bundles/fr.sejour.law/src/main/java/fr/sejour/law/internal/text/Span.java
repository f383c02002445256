package fr.sejour.law.internal.text;

import java.time.LocalDate;
import java.util.Optional;

/** The days of a window, both included. */
public record Span(Optional<LocalDate> opens, LocalDate closes) {}
