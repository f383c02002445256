package fr.sejour.core.internal.practice;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.spi.rules.ForPrefecture;
import fr.sejour.spi.rules.PrefectureRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a préfecture's rules, before any transaction opens. Each call is bounded in time, each rules in threads of their own; a
 * fault is counted and told apart from an answer, and after ten in a row the rules are asked no more until they come back as a
 * new service. Of several rules for one préfecture those that came last speak, and the others again when they leave.
 */
@Component(service = Practices.class)
public final class Practices {

    private static final Logger LOG = LoggerFactory.getLogger(Practices.class);
    private static final int FAULTS_BEFORE_FENCE = 10;
    private static final int CALLS_AT_ONCE = 4;
    private static final int CALLS_WAITING = 500;

    private final Map<PrefectureCode, List<Served>> served = new ConcurrentHashMap<>();
    private final Duration limit;

    @Activate
    public Practices() {
        this(Duration.ofMillis(200));
    }

    Practices(Duration limit) {
        this.limit = limit;
    }

    @Deactivate
    void close() {
        served.values().forEach(all -> all.forEach(it -> it.calls().shutdownNow()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindRules(PrefectureRules rules, Map<String, Object> properties) {
        PrefectureCode code = new PrefectureCode(String.valueOf(properties.get(ForPrefecture.PROPERTY)));
        Served arrived = new Served(rules, originOf(rules), new AtomicInteger(), threads(code));
        served.merge(code, List.of(arrived), Practices::lastFirst);
    }

    void unbindRules(PrefectureRules rules) {
        for (PrefectureCode code : served.keySet()) {
            served.computeIfPresent(code, (it, all) -> {
                all.stream()
                        .filter(one -> one.rules() == rules)
                        .forEach(one -> one.calls().shutdownNow());
                List<Served> left =
                        all.stream().filter(one -> one.rules() != rules).toList();
                return left.isEmpty() ? null : left;
            });
        }
    }

    private static List<Served> lastFirst(List<Served> before, List<Served> arrived) {
        return Stream.concat(arrived.stream(), before.stream()).toList();
    }

    private static ExecutorService threads(PrefectureCode code) {
        ThreadPoolExecutor calls = new ThreadPoolExecutor(
                CALLS_AT_ONCE, CALLS_AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(CALLS_WAITING), task -> {
                    Thread thread = new Thread(task, "sejour-rules-" + code);
                    thread.setDaemon(true);
                    return thread;
                });
        calls.allowCoreThreadTimeOut(true);
        return calls;
    }

    /**
     * What the rules of that préfecture say for somebody who lives in that commune and asks for that permit: the national
     * practice where none serve it, and empty when those that do have failed, so that nothing is known of it now.
     */
    public Optional<Practice> resolve(PrefectureCode prefecture, CommuneCode commune, PermitCode permit) {
        return ask(prefecture, Practice.NATIONAL, (rules, origin) -> {
            Optional<ServicePoint> point = rules.competentServicePoint(commune, permit)
                    .or(() -> atTheWhole(rules, commune, permit))
                    .flatMap(id -> rules.servicePoints().stream()
                            .filter(candidate -> candidate.id().equals(id))
                            .findFirst());
            return new Practice(point, collection(rules, permit), rules.priority(permit), origin);
        });
    }

    /** Rules that share nothing out by arrondissement name the counter of the city. */
    private static Optional<String> atTheWhole(PrefectureRules rules, CommuneCode commune, PermitCode permit) {
        return commune.whole().equals(commune)
                ? Optional.empty()
                : rules.competentServicePoint(commune.whole(), permit);
    }

    /** What the rules say to each question; what nobody could say is left out. */
    public Answers answer(Set<Question> questions) {
        Map<Question, Practice> said = new HashMap<>();
        for (Question it : questions) {
            resolve(it.prefecture(), it.commune(), it.permit()).ifPresent(practice -> said.put(it, practice));
        }
        return new Answers(said);
    }

    /** Somebody who lives in that commune asks that préfecture for that permit. */
    public record Question(PrefectureCode prefecture, CommuneCode commune, PermitCode permit) {}

    /** What rules said before the transaction that may need it. */
    public record Answers(Map<Question, Practice> said) {

        /** Nobody was asked. */
        public static final Answers NONE = new Answers(Map.of());

        public Answers {
            said = Map.copyOf(said);
        }

        public Optional<Practice> to(PrefectureCode prefecture, CommuneCode commune, PermitCode permit) {
            return Optional.ofNullable(said.get(new Question(prefecture, commune, permit)));
        }
    }

    /** The counters of that préfecture and how it hands over a usual card; what is national when its rules have failed. */
    public Profile profile(PrefectureCode prefecture, PermitCode usual) {
        return ask(
                        prefecture,
                        Profile.NATIONAL,
                        (rules, origin) -> new Profile(rules.servicePoints(), collection(rules, usual), origin))
                .orElse(Profile.NATIONAL);
    }

    /** The practice of a préfecture without a case. */
    public record Profile(List<ServicePoint> servicePoints, CollectionMode collection, RulesOrigin rules) {

        static final Profile NATIONAL = new Profile(List.of(), CollectionMode.APPOINTMENT, RulesOrigin.NATIONAL);

        public Profile {
            servicePoints = List.copyOf(servicePoints);
        }
    }

    private record Served(
            PrefectureRules rules, RulesOrigin origin, AtomicInteger faultsInARow, ExecutorService calls) {}

    private static CollectionMode collection(PrefectureRules rules, PermitCode permit) {
        return rules.collection(permit).orElse(CollectionMode.APPOINTMENT);
    }

    /** The rules' answer, the national one where none serve, or empty when they failed or are asked no more. */
    private <T> Optional<T> ask(
            PrefectureCode prefecture, T national, BiFunction<PrefectureRules, RulesOrigin, T> question) {
        List<Served> all = served.getOrDefault(prefecture, List.of());
        if (all.isEmpty()) {
            return Optional.of(national);
        }
        Served asked = all.get(0);
        if (asked.faultsInARow().get() >= FAULTS_BEFORE_FENCE) {
            return Optional.empty();
        }
        try {
            Future<T> answer = asked.calls().submit(() -> question.apply(asked.rules(), asked.origin()));
            try {
                T said = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                asked.faultsInARow().set(0);
                return Optional.of(said);
            } finally {
                answer.cancel(true);
            }
        } catch (ExecutionException | TimeoutException | RejectedExecutionException fault) {
            count(asked, fault);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void count(Served asked, Exception fault) {
        int faults = asked.faultsInARow().incrementAndGet();
        Throwable cause = fault instanceof ExecutionException && fault.getCause() != null ? fault.getCause() : fault;
        LOG.warn(
                "Rules {} {} failed ({} in a row{}): what was known of the practice stands",
                asked.origin().bundle(),
                asked.origin().version(),
                faults,
                faults >= FAULTS_BEFORE_FENCE ? ", asked no more until they are restarted" : "",
                cause);
    }

    private static RulesOrigin originOf(PrefectureRules rules) {
        Bundle bundle = FrameworkUtil.getBundle(rules.getClass());
        return bundle == null
                ? new RulesOrigin(rules.getClass().getPackageName(), Version.emptyVersion.toString())
                : new RulesOrigin(bundle.getSymbolicName(), bundle.getVersion().toString());
    }
}
