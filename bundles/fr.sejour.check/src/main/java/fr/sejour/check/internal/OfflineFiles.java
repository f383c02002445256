package fr.sejour.check.internal;

import fr.sejour.web.page.Asset;
import java.util.Map;
import java.util.Optional;

/** The files of the page that reads seals. */
final class OfflineFiles {

    /** The page that they belong to. */
    static final String PAGE = "/check/offline";

    private static final String SCRIPT = "text/javascript";

    private static final Map<String, Asset> FILES = Map.of(
            "offline.js",
            script("offline.js"),
            "seal-check.js",
            script("seal-check.js"),
            "paper-signature.js",
            script("paper-signature.js"),
            "offline-worker.js",
            script("offline-worker.js").workingOn(PAGE),
            "zxing-reader.js",
            script("zxing-reader.js"),
            "zxing-reader.wasm",
            Asset.beside(OfflineFiles.class, "zxing-reader.wasm", "application/wasm"),
            "pdf.mjs",
            script("pdf.mjs"),
            "pdf.worker.mjs",
            script("pdf.worker.mjs"),
            Asset.MANIFEST,
            Asset.beside(OfflineFiles.class, "offline.webmanifest", "application/manifest+json"));

    private OfflineFiles() {}

    static Optional<Asset> find(String name) {
        return Optional.ofNullable(FILES.get(name));
    }

    static String path(String name) {
        return find(name).orElseThrow().path(CheckSection.NAME, name);
    }

    private static Asset script(String name) {
        return Asset.beside(OfflineFiles.class, name, SCRIPT);
    }
}
