package fr.sejour.distribution.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody with a key of their own who signs editions of the law, as with the tools of the JDK. */
public final class SigningDesk {

    private static final char[] PASSWORD = "exemple".toCharArray();

    private final Path folder;
    private final KeyStore.PrivateKeyEntry key;

    /** @param folder where the key is made */
    public SigningDesk(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
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
                        // the clock of the platform is moved, and this one is not
                        "-startdate",
                        "2020/01/01 00:00:00",
                        "-validity",
                        "9000",
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
    public String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getCertificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A signed jar with these files. */
    public byte[] signed(Map<String, String> files) throws IOException {
        Path plain = Files.write(Files.createTempFile(folder, "plain", ".jar"), unsigned(files));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(plain.toFile())) {
            new JarSigner.Builder(key).build().sign(from, signed);
        }
        return signed.toByteArray();
    }

    /** The same that nobody signed. */
    public static byte[] unsigned(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /**
     * An edition after the last one that ships, by which the work right of R. 431-15-2 holds in Guyane, where our reading leaves it
     * open: nobody else of the platform lives there.
     */
    public static Map<String, String> withGuyane(String name, String recordedOn) throws IOException {
        return Map.of(
                "edition.yaml",
                """
                edition: %s
                extends: '2026-05-01'
                in_force_from: '2026-05-02'
                recorded_on: '%s'
                confidence: high
                confidence_note: an example
                replaces: [work]
                """.formatted(name, recordedOn),
                "work.yaml",
                shipped("2026-01-01/work.yaml")
                        .replace("rewritten_in:\n", "rewritten_in:\n    '973': R. 442-3 6° bis\n"));
    }

    private static String shipped(String path) throws IOException {
        try (InputStream file = SigningDesk.class.getResourceAsStream("/fr/sejour/law/editions/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
