package fr.sejour.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The catalogue of permits as it was read in the code and in the official sheets, before anybody made a program of it. */
public final class Catalogue {

    private static final String FILE = "permits.yaml";

    private final Map<String, Permit> permits = new LinkedHashMap<>();
    private final Set<String> blocking = new TreeSet<>();

    private Catalogue(Map<String, Object> read) {
        rows(read.get("permits")).forEach(row -> permits.put(text(row, "code"), permit(row)));
        row(read.get("document_types")).forEach((type, said) -> {
            Map<String, Object> piece = row(said);
            if (Boolean.TRUE.equals(piece.get("blocking")) && "filing".equals(piece.get("phase"))) {
                blocking.add(type);
            }
        });
    }

    /** The catalogue that stands beside this class. */
    public static Catalogue read() {
        try (InputStream file = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE)) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(10_000_000);
            return new Catalogue(row(new Yaml(new SafeConstructor(options)).load(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> codes() {
        return List.copyOf(permits.keySet());
    }

    public Permit permit(String code) {
        return Optional.ofNullable(permits.get(code))
                .orElseThrow(() -> new IllegalArgumentException("No permit " + code + " in the catalogue"));
    }

    /** The pieces of a list without which a file is incomplete (R. 431-10). */
    public List<String> blocking(List<String> pieces) {
        return pieces.stream().filter(blocking::contains).toList();
    }

    /**
     * One permit.
     *
     * @param kinds what it may be printed as; empty where the catalogue does not say
     * @param silence after how long silence refuses, as {@code P4M}; empty where nothing that is settled is known
     * @param work the word of the catalogue for its right to work
     * @param firstWork the word for the paper of a first application
     * @param renewalWork the word for the paper of a renewal
     */
    public record Permit(
            String code,
            List<String> kinds,
            List<String> articles,
            String family,
            String window,
            String channel,
            int months,
            Optional<String> silence,
            String work,
            String firstWork,
            String renewalWork,
            List<String> firstPieces,
            List<String> renewalPieces) {

        public Permit {
            kinds = List.copyOf(kinds);
            articles = List.copyOf(articles);
            firstPieces = List.copyOf(firstPieces);
            renewalPieces = List.copyOf(renewalPieces);
        }
    }

    private static Permit permit(Map<String, Object> row) {
        Map<String, Object> interim = row(row.get("interim_work_right"));
        Map<String, Object> documents = row(row.get("documents"));
        return new Permit(
                text(row, "code"),
                kinds(text(row, "document_kind")),
                texts(row.get("legal_basis")),
                text(row, "family"),
                text(row, "renewal_window"),
                text(row, "filing_channel"),
                Integer.parseInt(text(row, "max_validity_months")),
                Optional.of(text(row, "implicit_refusal_after")).filter(it -> it.matches("P\\d+[MD]")),
                text(row, "work_right_of_the_permit"),
                text(interim, "first_application"),
                text(interim, "renewal"),
                texts(documents.get("first")),
                texts(documents.get("renewal")));
    }

    private static List<String> kinds(String said) {
        return switch (said) {
            case "mixed" -> List.of();
            case "CST or CSP" -> List.of("CST", "CSP");
            case "CR-like" -> List.of("CR_LIKE");
            case "travel_document" -> List.of("TRAVEL_DOCUMENT");
            default -> List.of(said);
        };
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }

    private static List<String> texts(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked") // what the reader makes of a mapping
    private static Map<String, Object> row(@Nullable Object mapping) {
        return mapping == null ? Map.of() : (Map<String, Object>) mapping;
    }

    private static List<Map<String, Object>> rows(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(Catalogue::row).toList();
    }
}
