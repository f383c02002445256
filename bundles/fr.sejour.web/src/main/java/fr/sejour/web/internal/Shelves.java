package fr.sejour.web.internal;

import fr.sejour.web.page.Asset;
import java.util.Map;
import java.util.Optional;

/** The files that pages use: those of the house and those of each section, at {@code /ui/<shelf>/<version>/<name>}. */
final class Shelves {

    private static final String PATH = "/ui/";
    private static final String HOUSE = "web";
    private static final Map<String, Asset> OF_THE_HOUSE = Map.of(
            "sejour.css", Asset.beside(PageHost.class, "sejour.css", "text/css"),
            "sejour.svg", Asset.beside(PageHost.class, "sejour.svg", "image/svg+xml"));

    private Shelves() {}

    static boolean holds(String path) {
        return path.startsWith(PATH);
    }

    /**
     * A file as it is now.
     *
     * @param lasting whether the address names this very version; an open page may still ask for the one it was made with, and
     *     gets the present one, to be asked for again
     */
    record Found(Asset asset, boolean lasting) {}

    static Optional<Found> find(Site site, String path) {
        String[] segments = path.split("/", -1);
        if (segments.length != 5) {
            return Optional.empty();
        }
        String shelf = segments[2];
        String name = segments[4];
        Optional<Asset> asset = shelf.equals(HOUSE)
                ? Optional.ofNullable(OF_THE_HOUSE.get(name))
                : site.section(shelf).flatMap(section -> section.asset(name));
        return asset.map(it -> new Found(it, it.version().equals(segments[3])));
    }

    /** Where a file of the house is. */
    static String house(String name) {
        return Optional.ofNullable(OF_THE_HOUSE.get(name))
                .map(asset -> asset.path(HOUSE, name))
                .orElse("");
    }
}
