package fr.sejour.core.internal.notice;

import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.Deliveries;
import fr.sejour.api.person.Contact;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the deliveries owed to the channels that are there, after the commit that owed them. Each channel is served from a
 * thread of its own, so that one that hangs or breaks keeps nobody else waiting. What fails is tried again with growing pauses;
 * what has no channel waits. Immediate, because it works without being called.
 */
@Component(service = Deliveries.class, immediate = true)
public final class Relay implements Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Few enough that a slow channel has carried the last before the claim ends. */
    private static final int A_HANDFUL = 3;

    private static final int LONGEST_FAULT = 300;

    private final Store store;
    private final Clock clock;
    private final Duration patience;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "sejour-relay"));

    @Activate
    public Relay(@Reference Store store, @Reference Clock clock) {
        this(store, clock, Duration.ofSeconds(1), PATIENCE);
    }

    /**
     * @param pause between two rounds
     * @param patience how long a channel may take over one message
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    Relay(Store store, Clock clock, Duration pause, Duration patience) {
        this.store = store;
        this.clock = clock;
        this.patience = patience;
        rounds.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        rounds.shutdownNow();
        lines.values().forEach(Line::close);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindChannel(NoticeChannel channel, Map<String, Object> properties) {
        if (!(properties.get(ChannelName.PROPERTY) instanceof String name) || name.isBlank()) {
            throw new IllegalArgumentException(
                    "The channel " + channel.getClass().getName() + " has no name: deliveries"
                            + " would wait for ever under none, so it needs @ChannelName");
        }
        Line before = lines.put(name, new Line(name, channel));
        if (before != null) {
            before.close();
        }
    }

    void unbindChannel(NoticeChannel channel) {
        lines.values().removeIf(line -> {
            if (line.channel == channel) {
                line.close();
            }
            return line.channel == channel;
        });
    }

    @Override
    public List<Delivery> waiting(int limit) {
        return store.read(records -> records.notices().waiting(limit));
    }

    @Override
    public boolean resend(String delivery) {
        return store.write(records -> records.notices().makeDue(delivery, clock.instant()));
    }

    /** Sets every channel going that does not go already, and answers what each is about. */
    List<Future<?>> start() {
        List<Line> present = List.copyOf(lines.values());
        makeKnown(present.stream().map(line -> line.name).collect(Collectors.toSet()));
        return present.stream()
                .<Future<?>>flatMap(line -> line.start(() -> carryAll(line)).stream())
                .toList();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
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

    private void carryAll(Line line) {
        List<ClaimedDelivery> claimed;
        do {
            Instant now = clock.instant();
            claimed =
                    store.write(records -> records.notices().claim(Set.of(line.name), now, now.plus(CLAIM), A_HANDFUL));
            for (ClaimedDelivery delivery : claimed) {
                carry(line, delivery);
            }
        } while (!claimed.isEmpty() && line.open());
    }

    private void carry(Line line, ClaimedDelivery delivery) {
        Optional<String> undeliverable;
        try {
            undeliverable = line.hand(delivery);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError passing) {
            postpone(delivery, passing);
            return;
        }
        settle(delivery, undeliverable);
    }

    private void settle(ClaimedDelivery delivery, Optional<String> undeliverable) {
        store.write(records -> {
            records.notices().settle(delivery.id(), clock.instant(), undeliverable);
            return delivery;
        });
    }

    private void postpone(ClaimedDelivery delivery, Throwable fault) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.failures(), 12));
        Instant due = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        LOG.info(
                "Delivery {} by {} failed ({}), due again at {}",
                delivery.id(),
                delivery.consumer(),
                fault.getClass().getSimpleName(),
                due);
        store.write(records -> {
            records.notices().postpone(delivery.id(), due, words(fault, delivery.to()));
            return delivery;
        });
    }

    /** What a channel said of its fault, without the address it may have repeated. */
    private static String words(Throwable fault, Contact to) {
        String words = fault.getClass().getSimpleName()
                + Optional.ofNullable(fault.getMessage())
                        .map(said -> ": " + said)
                        .orElse("");
        for (String address :
                Stream.of(to.email(), to.phone()).flatMap(Optional::stream).toList()) {
            words = Pattern.compile(Pattern.quote(address), Pattern.CASE_INSENSITIVE)
                    .matcher(words)
                    .replaceAll("(address)");
        }
        return words.substring(0, Math.min(words.length(), LONGEST_FAULT));
    }

    private void round() {
        try {
            start();
            lines.values().forEach(line -> line.hurry(patience));
        } catch (RuntimeException fault) {
            LOG.debug("The relay's round failed and will be tried again", Silenced.of(fault));
        }
    }

    /** One channel with the thread that serves it: one message at a time, and no second round while one goes on. */
    private static final class Line {

        private final String name;
        private final NoticeChannel channel;
        private final ExecutorService thread;
        private Optional<Future<?>> round = Optional.empty();
        private Optional<Thread> inside = Optional.empty();
        private long since;

        Line(String name, NoticeChannel channel) {
            this.name = name;
            this.channel = channel;
            this.thread = new ThreadPoolExecutor(
                    0,
                    1,
                    30,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> Relay.thread(task, "sejour-relay-" + name));
        }

        /** The round that goes on, or a new one; empty once the channel has left. */
        synchronized Optional<Future<?>> start(Runnable work) {
            if (round.isEmpty() || round.get().isDone()) {
                round = open() ? Optional.of(thread.submit(() -> reporting(work))) : Optional.empty();
            }
            return round;
        }

        private static void reporting(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException fault) {
                LOG.debug("A channel's round failed and will be tried again", Silenced.of(fault));
            }
        }

        /** Hands a delivery to the channel; answers why it can never be made, or empty once it is. */
        Optional<String> hand(ClaimedDelivery delivery) throws Exception {
            enter();
            try {
                if (!channel.reaches(delivery.to())) {
                    return Optional.of("This channel cannot reach the person");
                }
                channel.carry(new Message(
                        delivery.id(),
                        delivery.to(),
                        delivery.notice().language(),
                        delivery.notice().subject(),
                        delivery.notice().body()));
                return Optional.empty();
            } catch (UndeliverableException never) {
                return Optional.of(String.valueOf(never.getMessage()));
            } finally {
                leave();
            }
        }

        /** Interrupts a channel that takes too long over one message, and never our own work in the store. */
        synchronized void hurry(Duration patience) {
            if (System.nanoTime() - since > patience.toNanos()) {
                inside.ifPresent(Thread::interrupt);
            }
        }

        boolean open() {
            return !thread.isShutdown();
        }

        synchronized void close() {
            thread.shutdown();
            inside.ifPresent(Thread::interrupt);
        }

        private synchronized void enter() {
            inside = Optional.of(Thread.currentThread());
            since = System.nanoTime();
        }

        private synchronized void leave() {
            inside = Optional.empty();
            Thread.interrupted();
        }
    }
}
