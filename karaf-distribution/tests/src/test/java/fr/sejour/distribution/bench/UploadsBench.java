package fr.sejour.distribution.bench;

import fr.sejour.distribution.process.Distribution;
import fr.sejour.distribution.process.SamplePdf;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fifty people who each upload a file of 10 MB at the same time, in parts of 1 MB, to a platform with a heap of 512 MB; against the
 * plainest server, with the same heap, that appends the same parts to files. Rounds alternate, and the result is the median of their
 * ratios. Every piece is read again and compared with what was sent: one that is missing or differs ends the benchmark with an error.
 */
final class UploadsBench {

    private static final int PEOPLE = 50;
    private static final int SIZE = 10_000_000;
    private static final int PART = 1_000_000;
    private static final int PAIRS = 3;
    private static final String HEAP = "-Xmx512m";

    private final Client client;
    private final Distribution distribution;
    private final List<Uploader> people = new ArrayList<>();

    /** Somebody who has filed, and where their piece goes. */
    private record Uploader(String token, String piece, int number) {}

    private UploadsBench(Distribution distribution) {
        this.distribution = distribution;
        this.client = new Client(distribution);
    }

    static void run() throws Exception {
        System.out.printf(
                "%d uploads at once of %,d bytes each in parts of %,d, %d pairs of rounds, %s; client and server share this machine%n",
                PEOPLE, SIZE, PART, PAIRS, HEAP);
        try (Distribution distribution =
                Distribution.unpackedFor(UploadsBench.class).asShipped().withJavaOptions(HEAP)) {
            distribution.start().awaitReady();
            UploadsBench bench = new UploadsBench(distribution);
            for (int person = 0; person < PEOPLE; person++) {
                bench.people.add(bench.filed(person));
            }
            bench.alternate(Files.createDirectories(distribution.home().resolve("plain")));
        }
    }

    private void alternate(Path folder) throws Exception {
        Process plain = new ProcessBuilder(
                        "java",
                        HEAP,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PlainUploads.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = plain.inputReader()) {
            URI server = URI.create("http://127.0.0.1:" + said.readLine() + "/");
            double[] ratios = new double[PAIRS];
            // The first pair warms both up and does not count.
            for (int pair = -1; pair < PAIRS; pair++) {
                double ours = seconds(this::upload);
                double theirs = seconds(person -> uploadPlainly(person, server.resolve(UUID.randomUUID() + ".pdf")));
                for (Uploader person : people) {
                    compare(person);
                }
                if (pair >= 0) {
                    ratios[pair] = ours / theirs;
                    System.out.printf(
                            Locale.ROOT,
                            "pair %d: %.2f s and %.2f s, ratio %.2f%n",
                            pair + 1,
                            ours,
                            theirs,
                            ratios[pair]);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "uploads=%d failed=0 ratio=%.2f greatest_resident_mb=%.0f%n",
                    PEOPLE * (PAIRS + 1),
                    Round.median(ratios),
                    greatestResidentMegabytes());
        } finally {
            plain.destroyForcibly();
        }
    }

    private static byte[] content(Uploader person) {
        String word = person.number() + " ";
        return SamplePdf.of(word + "x".repeat(SIZE - SamplePdf.of(word).length));
    }

    private interface Work {
        void of(Uploader person) throws Exception;
    }

    private double seconds(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        try {
            long begin = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (Uploader person : people) {
                running.add(threads.submit((Callable<Void>) () -> {
                    work.of(person);
                    return null;
                }));
            }
            for (Future<Void> each : running) {
                each.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    private void upload(Uploader person) throws IOException, InterruptedException {
        HttpResponse<byte[]> begun = client.send(
                201,
                client.request(person.piece() + "/uploads", person.token())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(SIZE))
                        .POST(BodyPublishers.noBody()));
        byte[] content = content(person);
        String upload = begun.headers().firstValue("Location").orElseThrow();
        for (int offset = 0; offset < SIZE; offset += PART) {
            client.send(
                    204,
                    client.request(upload, person.token())
                            .header("Tus-Resumable", "1.0.0")
                            .header("Upload-Offset", String.valueOf(offset))
                            .header("Content-Type", "application/offset+octet-stream")
                            .method("PATCH", BodyPublishers.ofByteArray(content, offset, PART)));
        }
    }

    private void uploadPlainly(Uploader person, URI file) throws IOException, InterruptedException {
        byte[] content = content(person);
        for (int offset = 0; offset < SIZE; offset += PART) {
            client.send(
                    204,
                    HttpRequest.newBuilder(file).method("PATCH", BodyPublishers.ofByteArray(content, offset, PART)));
        }
    }

    private void compare(Uploader person) throws IOException, InterruptedException {
        byte[] kept = client.send(
                        200, client.request(person.piece(), person.token()).GET())
                .body();
        if (!Arrays.equals(kept, content(person))) {
            throw new IOException("A piece is not what was sent: " + person.piece());
        }
    }

    private Uploader filed(int person) throws IOException, InterruptedException {
        String token = client.newcomer();
        String number =
                client.file(token, "etudiant", "38185").at("/case/caseNumber").asText();
        return new Uploader(token, "/api/v1/cases/" + number + "/pieces/nationalite", person);
    }

    private double greatestResidentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(distribution.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
