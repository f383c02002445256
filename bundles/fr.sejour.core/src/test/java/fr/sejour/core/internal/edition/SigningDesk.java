package fr.sejour.core.internal.edition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody with a key of their own, who makes and signs editions with the tools of the JDK. */
final class SigningDesk {

    private static final char[] PASSWORD = "exemple".toCharArray();

    private final Path folder;
    private final KeyStore.PrivateKeyEntry key;

    /** @param days how long the certificate is valid from the first day on */
    SigningDesk(Path folder, String name, String firstDay, int days) throws Exception {
        this.folder = folder;
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        "CN=" + name,
                        "-startdate",
                        firstDay + " 00:00:00",
                        "-validity",
                        Integer.toString(days),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        this.key = (KeyStore.PrivateKeyEntry) store.getEntry("own", new KeyStore.PasswordProtection(PASSWORD));
    }

    /** The certificate as an operator keeps it. */
    String pem() throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getCertificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A signed jar with these files. */
    byte[] signed(Map<String, String> files) throws IOException {
        Path plain = Files.write(Files.createTempFile(folder, "plain", ".jar"), jar(files));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(plain.toFile())) {
            new JarSigner.Builder(key).build().sign(from, signed);
        }
        return signed.toByteArray();
    }

    static byte[] jar(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** An edition after the last one that ships, with students working that many hours a year instead of 964 (C. trav. R. 5221-26). */
    static Map<String, String> withHours(String name, int hours) throws IOException {
        return Map.of(
                "edition.yaml",
                """
                edition: %s
                extends: '2026-05-01'
                in_force_from: '2026-05-02'
                recorded_on: '2026-06-10'
                confidence: high
                confidence_note: an example
                replaces: [work]
                """.formatted(name),
                "work.yaml",
                shipped("2026-01-01/work.yaml").replace("hours: 964", "hours: " + hours));
    }

    /** An edition after the last one that ships, with a legal extension of that many months (L. 433-3). */
    static Map<String, String> withExtension(String name, int months) throws IOException {
        return Map.of(
                "edition.yaml",
                """
                edition: %s
                extends: '2026-05-01'
                in_force_from: '2026-05-02'
                recorded_on: '2026-06-10'
                confidence: high
                confidence_note: an example
                replaces: [papers]
                """.formatted(name),
                "papers.yaml",
                shipped("2026-01-01/papers.yaml")
                        .replace("{months: 3, from: expiry}", "{months: " + months + ", from: expiry}"));
    }

    private static String shipped(String path) throws IOException {
        try (InputStream file = SigningDesk.class.getResourceAsStream("/fr/sejour/law/editions/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
