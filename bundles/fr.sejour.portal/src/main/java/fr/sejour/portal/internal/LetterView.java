package fr.sejour.portal.internal;

/** A letter of the préfecture as its addressee reads it. */
public record LetterView(String kind, String writtenAt, String text) {}
