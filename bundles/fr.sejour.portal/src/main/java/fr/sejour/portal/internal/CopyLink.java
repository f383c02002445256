package fr.sejour.portal.internal;

/** Where a page of a paper is, in a language that calls itself by that name. */
public record CopyLink(String path, String language, String name) {}
