package fr.sejour.law;

import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.law.internal.text.CommuneKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official geographic code, as the platform ships it: which communes there are, which were merged into them, and which
 * postcodes they have. Read from its bytes, line by line, so that 37,000 places cost few objects. Immutable; safe from any
 * thread.
 */
public final class OfficialCommunes {

    private final byte[] text;

    /** Where the line of each place begins, in the order of the codes. */
    private final int[] lines;

    /** What each place is searched by, one after the other, each ended by a line feed. */
    private final byte[] keys;

    private final int[] keyStarts;

    /** Former codes in order, each with its line in the low half. */
    private final long[] former;

    private OfficialCommunes(byte[] text) {
        this.text = text;
        this.lines = linesOf(text);
        this.former = formerCodes();
        this.keyStarts = new int[lines.length + 1];
        StringBuilder all = new StringBuilder(text.length);
        for (int at = 0; at < lines.length; at++) {
            keyStarts[at] = all.length();
            all.append(key(at)).append('\n');
        }
        keyStarts[lines.length] = all.length();
        this.keys = all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The list that ships inside the bundle, read at the first question. */
    static OfficialCommunes shipped() {
        return Shipped.LIST;
    }

    private static final class Shipped {
        private static final OfficialCommunes LIST = read();

        private static OfficialCommunes read() {
            try (InputStream file = OfficialCommunes.class.getResourceAsStream("communes.csv")) {
                if (file == null) {
                    throw new IllegalStateException("The list of communes is not there");
                }
                return new OfficialCommunes(file.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** The place that has that code, or else what has become of the commune that had it. */
    public Optional<Commune> find(CommuneCode code) {
        int line = lineOf(number(code.value()));
        return line >= 0 ? Optional.of(place(line)) : formerLine(number(code.value()));
    }

    /** How many places the list has. */
    public int size() {
        return lines.length;
    }

    /** The places that a search means, the best first; see {@link fr.sejour.api.prefecture.Communes#search}. */
    public List<Commune> search(String words, int limit) {
        CommuneKey.Search search = CommuneKey.search(words);
        if (search.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < lines.length; at++) {
            int rank = search.rank(keys, keyStarts[at], keyStarts[at + 1] - 1);
            if (rank != CommuneKey.Search.NO_HIT) {
                hits.add(new Hit(rank, isPart(at), at));
            }
        }
        Comparator<Hit> bestFirst = Comparator.comparingInt(Hit::rank)
                .thenComparing(Hit::part)
                .thenComparing(this::byName)
                .thenComparingInt(Hit::line);
        return hits.stream()
                .sorted(bestFirst)
                .limit(limit)
                .map(hit -> place(hit.line()))
                .toList();
    }

    /** Only what is shown is made a value: a short search means thousands of places. */
    private record Hit(int rank, boolean part, int line) {}

    private int byName(Hit one, Hit other) {
        return Arrays.compare(
                keys,
                keyStarts[one.line()],
                keyStarts[one.line() + 1],
                keys,
                keyStarts[other.line()],
                keyStarts[other.line() + 1]);
    }

    /** Whether the line says a kind after the code, as every one does that is no commune by itself. */
    private boolean isPart(int line) {
        return text[lines[line] + 6] != ';';
    }

    private Optional<Commune> formerLine(int code) {
        int at = Arrays.binarySearch(former, (long) code << 32);
        int found = at >= 0 ? at : -at - 1;
        return found < former.length && (int) (former[found] >> 32) == code
                ? Optional.of(place((int) former[found]))
                : Optional.empty();
    }

    /** The first line of a code, which is the commune itself where a part of it has the same code; negative when none. */
    private int lineOf(int code) {
        int low = 0;
        int high = lines.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numberAt(middle) < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < lines.length && numberAt(low) == code ? low : -1;
    }

    private Commune place(int line) {
        int whole = isPart(line) ? lineOf(number(part(line, 2))) : line;
        String postcodes = part(line, 4);
        return new Commune(
                new CommuneCode(part(line, 0)),
                part(line, 3),
                kind(part(line, 1)),
                new CommuneCode(part(whole, 0)),
                part(whole, 3),
                postcodes(postcodes.isEmpty() ? part(whole, 4) : postcodes));
    }

    /** What a place is found by: its name, its postcodes or those of its commune, its département. */
    private String key(int line) {
        int whole = isPart(line) ? lineOf(number(part(line, 2))) : line;
        String postcodes = part(line, 4);
        return CommuneKey.of(
                part(line, 3), postcodes.isEmpty() ? part(whole, 4) : postcodes, departement(part(whole, 0)));
    }

    /** The beginning of a code that says where it lies, as it is searched by. */
    private static String departement(String code) {
        boolean overseas = code.startsWith("97") || code.startsWith("98");
        return code.substring(0, overseas ? 3 : 2).toLowerCase(Locale.ROOT);
    }

    /** One part of a line, the first being 0; empty when the line ends before it. */
    private String part(int line, int wanted) {
        int from = lines[line];
        for (int passed = 0; passed < wanted; from++) {
            if (from == text.length || text[from] == '\n') {
                return "";
            }
            passed += text[from] == ';' ? 1 : 0;
        }
        int to = from;
        while (to < text.length && text[to] != ';' && text[to] != '\n') {
            to++;
        }
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private static List<String> postcodes(String said) {
        return said.isEmpty() ? List.of() : List.of(said.split(" ", -1));
    }

    private static Commune.Kind kind(String sign) {
        return switch (sign) {
            case "" -> Commune.Kind.COMMUNE;
            case "d" -> Commune.Kind.DELEGATED;
            case "a" -> Commune.Kind.ASSOCIATED;
            case "m" -> Commune.Kind.ARRONDISSEMENT;
            default -> throw new IllegalStateException("The list of communes has no kind " + sign);
        };
    }

    private long[] formerCodes() {
        return Stream.iterate(0, at -> at < lines.length, at -> at + 1)
                .flatMap(at -> postcodes(part(at, 5)).stream().map(code -> (long) number(code) << 32 | at))
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    private int numberAt(int line) {
        int number = 0;
        for (int at = lines[line]; at < lines[line] + 5; at++) {
            number = number * Character.MAX_RADIX + Character.digit(text[at], Character.MAX_RADIX);
        }
        return number;
    }

    /** A code as a number that keeps the order of the list: 2A lies between 29 and 2B. */
    private static int number(String code) {
        return Integer.parseInt(code, Character.MAX_RADIX);
    }

    private static int[] linesOf(byte[] text) {
        int[] starts = new int[text.length / 8];
        int count = 0;
        boolean fresh = true;
        for (int at = 0; at < text.length; at++) {
            if (fresh && text[at] != '#') {
                starts[count++] = at;
            }
            fresh = text[at] == '\n';
        }
        return Arrays.copyOf(starts, count);
    }
}
