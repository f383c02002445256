package fr.sejour.portal.internal;

/** A message as its person reads it. */
public record Message(
        String subject, String body, String language, String at, boolean fresh, String casePath, String caseNumber) {}
