package fr.sejour.core.internal.edition;

import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.edition.EditionFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An edition in a signed jar. Every file of it is signed, by the same signer, with a digest that Java still trusts: a jar with one
 * file more or one byte changed is none.
 *
 * @param signer the subject of the certificate
 */
record SignedEdition(EditionFiles files, String signer) {

    private static final int MOST_FILES = 200;
    private static final Pattern PATH = Pattern.compile("(permits/)?[a-z0-9-]{1,40}\\.(yaml|csv)");
    private static final Pattern NAME =
            Pattern.compile("^edition: *'?([A-Za-z0-9][A-Za-z0-9.-]{0,39})'? *$", Pattern.MULTILINE);

    /**
     * Reads and verifies a jar.
     *
     * @param at when the signature had to hold
     * @throws NotSigned with one sentence that says why it is not taken
     */
    static SignedEdition read(byte[] jar, Signers signers, Instant at) {
        try {
            Path file = Files.createTempFile("edition", ".jar");
            try {
                Files.write(file, jar);
                return read(file, signers, at);
            } finally {
                Files.delete(file);
            }
        } catch (SecurityException changed) {
            throw new NotSigned("A file in it is not what was signed");
        } catch (IOException noJar) {
            throw new NotSigned("It is no jar that can be read");
        }
    }

    /** The SHA-256 of the file. */
    static String digest(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static SignedEdition read(Path file, Signers signers, Instant at) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Optional<CodeSigner> signer = Optional.empty();
        int room = EditionDesk.LARGEST * 4;
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
                    continue;
                }
                byte[] content;
                try (InputStream from = jar.getInputStream(entry)) {
                    content = from.readNBytes(room + 1);
                }
                room -= content.length;
                if (room < 0 || texts.size() == MOST_FILES) {
                    throw new NotSigned("It is larger than any edition is");
                }
                CodeSigner own = signerOf(entry);
                if (signer.filter(it -> !it.getSignerCertPath().equals(own.getSignerCertPath()))
                        .isPresent()) {
                    throw new NotSigned("Its files are signed by several signers");
                }
                signer = Optional.of(own);
                texts.put(path(entry), text(entry, content));
            }
        }
        CodeSigner who = signer.orElseThrow(() -> new NotSigned("There is no file in it"));
        signers.accept(who.getSignerCertPath(), at);
        X509Certificate certificate =
                (X509Certificate) who.getSignerCertPath().getCertificates().get(0);
        return new SignedEdition(
                new EditionFiles(name(texts), texts),
                certificate.getSubjectX500Principal().getName());
    }

    private static CodeSigner signerOf(JarEntry entry) {
        CodeSigner[] signers = entry.getCodeSigners();
        List<CodeSigner> known = signers == null ? List.of() : Arrays.asList(signers);
        if (known.isEmpty()) {
            throw new NotSigned("The file " + entry.getName() + " in it is not signed");
        }
        return known.get(0);
    }

    private static String path(JarEntry entry) {
        if (!PATH.matcher(entry.getName()).matches()) {
            throw new NotSigned("The file " + entry.getName() + " is none of an edition");
        }
        return entry.getName();
    }

    private static String text(JarEntry entry, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new NotSigned("The file " + entry.getName() + " is not written in UTF-8");
        }
    }

    private static String name(Map<String, String> texts) {
        Matcher name = NAME.matcher(texts.getOrDefault("edition.yaml", ""));
        if (!name.find()) {
            throw new NotSigned("It has no edition.yaml that names it");
        }
        return name.group(1);
    }
}
