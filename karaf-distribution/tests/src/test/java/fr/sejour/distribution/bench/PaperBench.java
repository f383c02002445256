package fr.sejour.distribution.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.distribution.process.Distribution;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The page of a paper that nobody asked for before: pressed, sealed, signed with a time stamp (level T) and kept. First the pages
 * asked for right after a start, then those of a warm platform, each paper in each language once.
 */
final class PaperBench {

    private static final int STARTS = 3;
    private static final int AFTER_START = 10;
    private static final int WARM_UP = 100;
    private static final int PAGES = 500;
    private static final List<String> LANGUAGES = List.of("fr", "en", "ar", "es", "pt", "zh", "ru", "uk");

    private final Client client;
    private final Deque<Wanted> pages = new ArrayDeque<>();

    private record Wanted(String path, String token) {}

    private PaperBench(Client client) {
        this.client = client;
    }

    static void run() throws Exception {
        System.out.printf(
                "Pages of papers, one at a time: %d after each of %d starts, then %d%n", AFTER_START, STARTS, PAGES);
        try (Distribution distribution =
                Distribution.unpackedFor(PaperBench.class).asShipped()) {
            PaperBench bench = new PaperBench(new Client(distribution));
            distribution.start().awaitReady();
            bench.filePapers();
            double worst = 0;
            for (int start = 0; start < STARTS; start++) {
                distribution.stop();
                distribution.start().awaitReady();
                double[] first = bench.millisOf(AFTER_START);
                System.out.printf(
                        Locale.ROOT,
                        "start %d: first %.0f ms, slowest of %d %.0f ms%n",
                        start + 1,
                        first[0],
                        AFTER_START,
                        max(first));
                worst = Math.max(worst, max(first));
            }
            bench.millisOf(WARM_UP);
            double[] warm = bench.millisOf(PAGES);
            System.out.printf(
                    Locale.ROOT,
                    "pages=%d p50_ms=%.0f (gate 250) slowest_ms=%.0f slowest_after_start_ms=%.0f (gate 3000)%n",
                    PAGES,
                    Round.median(warm),
                    max(warm),
                    worst);
            distribution.stop();
            refuseUnstamped(distribution);
        }
    }

    private void filePapers() throws IOException, InterruptedException {
        while (pages.size() < STARTS * AFTER_START + WARM_UP + PAGES) {
            String token = client.newcomer();
            JsonNode paper =
                    client.file(token, "vpf_conjoint_francais", "69123").at("/papers/0");
            for (String language : LANGUAGES) {
                pages.add(new Wanted(
                        "/api/v1/attestations/" + paper.path("number").asText() + "/page?language=" + language, token));
            }
        }
    }

    private double[] millisOf(int count) throws IOException, InterruptedException {
        double[] millis = new double[count];
        for (int page = 0; page < count; page++) {
            Wanted wanted = pages.remove();
            long begin = System.nanoTime();
            client.send(200, client.request(wanted.path(), wanted.token()).GET());
            millis[page] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }

    private static void refuseUnstamped(Distribution distribution) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:derby:" + distribution.home().resolve("database/sejour"));
                Statement statement = connection.createStatement();
                ResultSet unstamped =
                        statement.executeQuery("SELECT COUNT(*) FROM paper_copy WHERE signature_level = 'B'")) {
            unstamped.next();
            if (unstamped.getInt(1) > 0) {
                throw new IllegalStateException(unstamped.getInt(1) + " pages have no time stamp");
            }
        }
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
