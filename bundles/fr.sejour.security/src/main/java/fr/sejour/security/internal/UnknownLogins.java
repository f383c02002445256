package fr.sejour.security.internal;

import fr.sejour.api.access.Login;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The failures of logins that nobody has, so that they are paused like those that somebody has. Kept in memory, the oldest
 * forgotten first.
 */
final class UnknownLogins {

    private static final int KEPT = 20_000;

    private final Map<Login, Tried> tried = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Login, Tried> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<Instant> lockedUntil(Login login) {
        Tried before = tried.get(login);
        return before == null ? Optional.empty() : before.lockedUntil();
    }

    synchronized void failed(Login login, Pauses pauses, Instant now) {
        Tried before = tried.get(login);
        int failures = before == null ? 1 : before.failures() + 1;
        tried.put(login, new Tried(failures, pauses.lockAfter(failures, now)));
    }

    private record Tried(int failures, Optional<Instant> lockedUntil) {}
}
