package fr.sejour.checker;

import fr.sejour.api.seal.OfflineCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was fetched while there was a network, as files of a folder: the keys of the seals and of the lists, the lists, and the
 * authority of the signatures with what it has revoked.
 */
record Known(Path folder) {

    static final String SEAL_KEYS = "seal-keys.json";
    static final String LIST_KEYS = "signature-keys.json";
    private static final int NOT_THERE = 404;
    private static final int NOT_NOW = 503;

    static final String AUTHORITY = "paper-authority.cer";
    static final String REVOKED = "paper-authority.crl";

    private static final String API = "/api/v1";
    private static final Pattern LIST = Pattern.compile("\"(/api/v1/status-lists/([0-9]{1,10}))\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** @throws IOException when the files are not there, or are not what they should be */
    OfflineCheck check() throws IOException {
        List<String> lists = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.getFileName().toString().endsWith(".jwt"))
                    .sorted()
                    .toList()) {
                lists.add(Files.readString(file));
            }
        }
        try {
            return OfflineCheck.of(
                    Files.readString(folder.resolve(SEAL_KEYS)), Files.readString(folder.resolve(LIST_KEYS)), lists);
        } catch (IllegalArgumentException noKeys) {
            throw new IOException("The keys in " + folder + " cannot be read: fetch them again", noKeys);
        }
    }

    Optional<X509Certificate> authority() throws IOException {
        Path file = folder.resolve(AUTHORITY);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (CertificateException e) {
            throw new IOException("The certificate " + file + " cannot be read: fetch it again", e);
        }
    }

    Optional<byte[]> revoked() throws IOException {
        Path file = folder.resolve(REVOKED);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /**
     * Asks a platform for all of it. Either everything is there afterwards, or what was there before: a network that answers every
     * question with a page of its own takes nothing away, and an older list does not take the place of a newer one.
     *
     * @param platform as people type it into a browser
     */
    void fetch(String platform, Instant now) throws IOException, InterruptedException {
        String address = platform.replaceAll("/+$", "");
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        byte[] sealKeys = required(client, address + API + "/seal-keys");
        byte[] listKeys = required(client, address + API + "/signature-keys");
        Matcher found =
                LIST.matcher(new String(required(client, address + API + "/status-lists"), StandardCharsets.UTF_8));
        List<byte[]> lists = new ArrayList<>();
        List<String> names = new ArrayList<>();
        while (found.find()) {
            lists.add(required(client, address + found.group(1)));
            names.add("status-list-" + found.group(2) + ".jwt");
        }
        requireWhole(address, sealKeys, listKeys, lists);
        Optional<byte[]> authority = now(client, address + API + "/paper-authority/certificate");
        Optional<byte[]> revoked = now(client, address + API + "/paper-authority/revoked");
        Files.createDirectories(folder);
        keep(SEAL_KEYS, sealKeys);
        keep(LIST_KEYS, listKeys);
        OfflineCheck keys = OfflineCheck.of(text(sealKeys), text(listKeys), List.of());
        for (int i = 0; i < names.size(); i++) {
            if (!newerIsThere(keys, names.get(i), lists.get(i), now)) {
                keep(names.get(i), lists.get(i));
            }
        }
        keepOrForget(AUTHORITY, authority);
        keepOrForget(REVOKED, revoked);
    }

    /** @throws IOException when the platform answered something else than keys, and lists that they signed */
    private static void requireWhole(String address, byte[] sealKeys, byte[] listKeys, List<byte[]> lists)
            throws IOException {
        try {
            OfflineCheck keys = OfflineCheck.of(text(sealKeys), text(listKeys), List.of());
            if (lists.stream().allMatch(list -> keys.signedAt(text(list)).isPresent())) {
                return;
            }
        } catch (IllegalArgumentException noKeys) {
            throw new IOException(address + " answers something else", noKeys);
        }
        throw new IOException(address + " answers something else");
    }

    /** What a platform signed while its clock was ahead is not held against what it signs today. */
    private boolean newerIsThere(OfflineCheck keys, String name, byte[] fetched, Instant now) throws IOException {
        Path before = folder.resolve(name);
        if (!Files.exists(before)) {
            return false;
        }
        Instant signed = keys.signedAt(text(fetched)).orElseThrow();
        return keys.signedAt(text(Files.readAllBytes(before)))
                .filter(then -> then.isAfter(signed) && !then.isAfter(now))
                .isPresent();
    }

    private static String text(byte[] sent) {
        return new String(sent, StandardCharsets.UTF_8);
    }

    /** Whoever signs with a key that somebody else certifies is not held to the authority of before. */
    private void keepOrForget(String name, Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            keep(name, content.get());
        } else {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    private void keep(String name, byte[] content) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] required(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = asked(client, address);
        if (answer.statusCode() == NOT_THERE) {
            throw new IOException(address + " is not there");
        }
        return read(answer, address);
    }

    /** Empty when the platform has none, for somebody else certifies its key; and while it cannot use its own. */
    private static Optional<byte[]> now(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = asked(client, address);
        return answer.statusCode() == NOT_THERE || answer.statusCode() == NOT_NOW
                ? Optional.empty()
                : Optional.of(read(answer, address));
    }

    private static byte[] read(HttpResponse<byte[]> answer, String address) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpResponse<byte[]> asked(HttpClient client, String address)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
