package fr.sejour.rest.internal.answer;

/** A name in both languages of the catalogue; the French one prevails. */
public record LabelAnswer(String fr, String en) {}
