package fr.sejour.api.operation;

import org.osgi.annotation.versioning.ConsumerType;

/** One thing that must hold for the platform to serve. Every bundle may offer some; the health address asks them all. */
@ConsumerType
public interface HealthCheck {

    /** A short stable name, for example {@code database}. */
    String name();

    /** Looks now; answers within two seconds. */
    Finding look();

    /** @param sentence what an operator should know or do */
    record Finding(boolean healthy, String sentence) {}
}
