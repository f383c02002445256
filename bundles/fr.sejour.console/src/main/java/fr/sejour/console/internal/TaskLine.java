package fr.sejour.console.internal;

import fr.sejour.web.page.Due;
import java.util.Optional;

/** An act that a team owes, in a list. */
public record TaskLine(
        String kind,
        String about,
        Optional<String> question,
        String caseNumber,
        String casePath,
        String owner,
        Due due,
        String escalation,
        boolean escalated) {}
