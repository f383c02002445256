package fr.sejour.web.internal;

/** A kind of problem as its own page explains it. */
public record ProblemView(String slug, String title, String detail, String next, String fault) {}
