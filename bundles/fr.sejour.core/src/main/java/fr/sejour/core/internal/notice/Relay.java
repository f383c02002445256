package fr.sejour.core.internal.notice;

import fr.sejour.api.operation.Deliveries;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.Store;
import fr.sejour.spi.channel.ChannelName;
import fr.sejour.spi.channel.NoticeChannel;
import fr.sejour.spi.channel.NoticeChannel.Message;
import fr.sejour.spi.channel.UndeliverableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the deliveries owed to the channels that are there, after the commit that owed them. What fails is tried again with
 * growing pauses; what has no channel waits. Immediate, because it works without being called.
 */
@Component(service = Deliveries.class, immediate = true)
public final class Relay implements Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** So few that all of them can take their 30 seconds within one claim. */
    private static final int A_HANDFUL = 3;

    private static final int LONGEST_FAULT = 300;

    private final Store store;
    private final Clock clock;
    private final Map<String, NoticeChannel> channels = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-relay");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Relay(@Reference Store store, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this(store, clock, Duration.ofSeconds(1));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    Relay(Store store, Clock clock, Duration pause) {
        this.store = store;
        this.clock = clock;
        rounds.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        rounds.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindChannel(NoticeChannel channel, Map<String, Object> properties) {
        channels.put(String.valueOf(properties.get(ChannelName.PROPERTY)), channel);
    }

    void unbindChannel(NoticeChannel channel) {
        channels.values().removeIf(it -> it == channel);
    }

    @Override
    public List<Delivery> waiting(int limit) {
        return store.read(records -> records.notices().waiting(limit));
    }

    @Override
    public boolean resend(String delivery) {
        return store.write(records -> records.notices().makeDue(delivery, clock.instant()));
    }

    @Override
    public int relay() {
        Map<String, NoticeChannel> present = Map.copyOf(channels);
        if (present.isEmpty()) {
            return 0;
        }
        makeKnown(present.keySet());
        int carried = 0;
        List<ClaimedDelivery> claimed;
        do {
            Instant now = clock.instant();
            claimed =
                    store.write(records -> records.notices().claim(present.keySet(), now, now.plus(CLAIM), A_HANDFUL));
            for (ClaimedDelivery delivery : claimed) {
                NoticeChannel channel = present.get(delivery.consumer());
                if (channel != null && carry(channel, delivery)) {
                    carried++;
                }
            }
        } while (!claimed.isEmpty());
        return carried;
    }

    private void makeKnown(Set<String> present) {
        if (known.containsAll(present)) {
            return;
        }
        Set<String> arrived = new HashSet<>(present);
        arrived.removeAll(known);
        store.write(records -> {
            arrived.forEach(records.notices()::know);
            return arrived;
        });
        known.addAll(arrived);
    }

    private boolean carry(NoticeChannel channel, ClaimedDelivery delivery) {
        try {
            if (!channel.reaches(delivery.to())) {
                settle(delivery, Optional.of("This channel cannot reach the person"));
                return false;
            }
            channel.carry(new Message(
                    delivery.id(),
                    delivery.to(),
                    delivery.notice().language(),
                    delivery.notice().subject(),
                    delivery.notice().body()));
            settle(delivery, Optional.empty());
            return true;
        } catch (UndeliverableException never) {
            settle(delivery, Optional.of(String.valueOf(never.getMessage())));
            return false;
        } catch (Exception passing) {
            postpone(delivery, passing);
            return false;
        }
    }

    private void settle(ClaimedDelivery delivery, Optional<String> undeliverable) {
        store.write(records -> {
            records.notices().settle(delivery.id(), clock.instant(), undeliverable);
            return delivery;
        });
    }

    private void postpone(ClaimedDelivery delivery, Exception fault) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.failures(), 12));
        Instant due = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        LOG.info(
                "Delivery {} by {} failed ({}), due again at {}",
                delivery.id(),
                delivery.consumer(),
                fault.getClass().getSimpleName(),
                due);
        store.write(records -> {
            records.notices().postpone(delivery.id(), due, words(fault));
            return delivery;
        });
    }

    /** What a channel said of its fault; the channel's contract keeps personal data out of it. */
    private static String words(Exception fault) {
        String words = fault.getClass().getSimpleName()
                + Optional.ofNullable(fault.getMessage()).map(said -> ": " + said).orElse("");
        return words.substring(0, Math.min(words.length(), LONGEST_FAULT));
    }

    private void round() {
        try {
            relay();
        } catch (RuntimeException fault) {
            LOG.debug("The relay's round failed and will be tried again", fault);
        }
    }
}
