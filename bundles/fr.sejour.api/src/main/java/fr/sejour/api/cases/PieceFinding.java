package fr.sejour.api.cases;

import fr.sejour.api.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a named agent found about a piece.
 *
 * @param answerBy the day by which it is awaited, when it was asked for
 * @param noticeOver whether that day has passed without it: from then on, and not before, the file may be refused registration
 */
public record PieceFinding(AccountId by, Instant at, String reason, Optional<LocalDate> answerBy, boolean noticeOver) {}
