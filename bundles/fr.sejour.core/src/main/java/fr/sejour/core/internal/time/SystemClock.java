package fr.sejour.core.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The clock everybody takes the time from, in UTC: the machine's. Where somebody registers a source of instants, as the
 * demonstration does, it shows theirs, and nobody who holds the clock has to change it.
 */
@Component(service = Clock.class)
public final class SystemClock extends Clock {

    private final InstantSource machine = InstantSource.system();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable InstantSource movable;

    @Override
    public Instant instant() {
        InstantSource source = movable;
        return (source == null ? machine : source).instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource mine = () -> instant();
        return mine.withZone(zone);
    }
}
