package fr.sejour.security.internal;

import fr.sejour.api.access.Role;
import java.time.Duration;

/** How long a session stays open, by role. */
record SessionLength(Duration applicants, Duration agents) {

    /** @throws IllegalArgumentException when a length is out of bounds, with a sentence that names the setting */
    static SessionLength from(LocalSignIn.Config config) {
        return new SessionLength(
                Duration.ofHours(Setting.within("applicantSessionHours", config.applicantSessionHours(), 1, 168)),
                Duration.ofHours(Setting.within("agentSessionHours", config.agentSessionHours(), 1, 24)));
    }

    Duration of(Role role) {
        return role == Role.APPLICANT ? applicants : agents;
    }
}
