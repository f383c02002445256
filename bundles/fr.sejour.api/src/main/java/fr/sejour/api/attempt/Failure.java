package fr.sejour.api.attempt;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SessionFingerprint;
import java.util.Optional;

/**
 * An act of a person that has just failed, as the edge of the platform saw it.
 *
 * @param code the slug of the problem answered
 * @param ours whether the platform or one of its extensions is at fault, not the request
 * @param trace the opaque trace of the request
 * @param caller who asked, when that is known
 * @param session what they asked with, when it could not be found out whose it is
 * @param behalf for whom it was asked, as far as it was said; nothing of it stays unless a mandate bears it out
 */
public record Failure(
        Attempt.Operation operation,
        String code,
        boolean ours,
        String trace,
        Optional<Caller> caller,
        Optional<SessionFingerprint> session,
        Optional<Attempt.Behalf> behalf,
        Attempt.Subject subject) {}
