package fr.sejour.api.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A login as it is kept.
 *
 * @param passwordHash the encoded hash, with its parameters and salt; never a password
 * @param totpSecret the second factor's shared secret, Base32; agents and national services always have one
 * @param lastTotpStep the last time step a code was accepted for, so that no code serves twice
 * @param failures how many sign-ins failed in a row
 * @param lockedUntil until when sign-in is refused after too many failures
 */
public record Account(
        Login login,
        Caller caller,
        String passwordHash,
        Optional<String> totpSecret,
        long lastTotpStep,
        int failures,
        Optional<Instant> lockedUntil) {}
