package fr.sejour.distribution.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.cm.ConfigurationAdmin;

/** The rules of a préfecture come and go on the running platform, by name from its own repository, without a ripple. */
@InKaraf
class HotDeploymentTest {

    private static final String FEATURE = "sejour-rules-isere";
    private static final String RULES = "fr.sejour.rules.isere";
    private static final int COMINGS = 5;
    private static final int CLIENTS = 8;
    private static final int REQUESTS = 5000;

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Inject
    private ConfigurationAdmin configurations;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @Inside
    void rules_come_and_go_five_times_under_load_and_nobody_notices() throws Exception {
        String token = anApplicant();
        assertThat(practiceOfAFiling(token)).contains("\"appointment\"").contains("\"national\"");
        Map<String, Long> modified = lastModified();
        Queue<String> ripples = new ConcurrentLinkedQueue<>();
        // Felix refreshes an uninstalled bundle that nobody uses by itself, to forget it: the event says nothing of
        // others,
        // whose refresh shows as their stopping and unresolving.
        SynchronousBundleListener others = event -> {
            if (!RULES.equals(event.getBundle().getSymbolicName())) {
                ripples.add(event.getBundle() + " " + event.getType());
            }
        };
        context.addBundleListener(others);
        Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> loads = new ArrayList<>();
        try {
            for (int at = 0; at < CLIENTS; at++) {
                loads.add(clients.submit(() -> load(token, answers, enough)));
            }
            for (int coming = 0; coming < COMINGS; coming++) {
                features.installFeature(FEATURE, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
                assertThat(practiceOfAFiling(token)).contains("\"walk-in\"").contains("\"" + RULES + "\"");
                features.uninstallFeature(FEATURE, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
                assertThat(practiceOfAFiling(token)).contains("\"appointment\"").contains("\"national\"");
            }
        } finally {
            enough.set(true);
            for (Future<?> load : loads) {
                load.get();
            }
            clients.shutdown();
            context.removeBundleListener(others);
        }

        assertThat(answers.keySet()).containsExactly(200);
        assertThat(total(answers)).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(ripples).isEmpty();
        assertThat(lastModified()).isEqualTo(modified);
    }

    private static int total(Map<Integer, Integer> answers) {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Void load(String token, Map<Integer, Integer> answers, AtomicBoolean enough)
            throws IOException, InterruptedException {
        List<HttpRequest> requests = List.of(
                get("/api/v1/prefectures/38", token),
                get("/health/live", token),
                get("/api/v1/prefectures/69", token),
                get("/api/v1/prefectures/38", token));
        for (int at = 0; at < REQUESTS / CLIENTS || !enough.get(); at++) {
            int status = client.send(requests.get(at % requests.size()), BodyHandlers.discarding())
                    .statusCode();
            answers.merge(status, 1, Integer::sum);
        }
        return null;
    }

    /** What the rules say of a filing in Grenoble, as its receipt shows it. */
    private String practiceOfAFiling(String token) throws IOException, InterruptedException {
        HttpRequest filing = HttpRequest.newBuilder(uri("/api/v1/filings"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"permit\":\"vpf_conjoint_francais\",\"residence\":"
                        + "{\"address\":\"1 rue de l'Exemple\",\"commune\":\"38185\"}}"))
                .build();
        HttpResponse<String> receipt = client.send(filing, BodyHandlers.ofString());
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(201);
        return receipt.body().substring(receipt.body().indexOf("\"practice\""));
    }

    private String anApplicant() throws IOException, InterruptedException {
        String login = "hot." + UUID.randomUUID();
        post(
                "/api/v1/accounts",
                "{\"login\":\"" + login
                        + "\",\"password\":\"quatre mots au hasard\",\"civilStatus\":{\"familyName\":\"EXEMPLE\","
                        + "\"givenNames\":\"Ada\",\"birthDate\":\"1990-01-01\",\"nationality\":\"MA\"},"
                        + "\"contact\":{\"language\":\"fr\"}}");
        String session =
                post("/api/v1/sessions", "{\"login\":\"" + login + "\",\"password\":\"quatre mots au hasard\"}");
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(session);
        assertThat(token.find()).as(session).isTrue();
        return token.group(1);
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private HttpRequest get(String path, String token) throws IOException {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private URI uri(String path) throws IOException {
        Object port = configurations
                .getConfiguration("org.apache.felix.http", null)
                .getProperties()
                .get("org.osgi.service.http.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** When each bundle but the rules last changed. */
    private Map<String, Long> lastModified() {
        Map<String, Long> modified = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (!RULES.equals(bundle.getSymbolicName())) {
                modified.put(bundle.getSymbolicName() + " " + bundle.getVersion(), bundle.getLastModified());
            }
        }
        return modified;
    }
}
