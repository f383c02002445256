package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a file, read strictly: every scalar is text until a reader says what it should be, so that {@code no} and
 * {@code 2026-05-01} mean what they say, and a key that nobody read is refused.
 */
final class Entry {

    private static final Pattern ARTICLE =
            Pattern.compile("((CRPA|CJA|CGI|C\\. trav\\.) )?(L\\.|R\\.\\*?|D\\.) \\d{1,4}(-\\d+)*"
                    + "( \\d+°( (bis|ter|quater))?)?( al\\. \\d+)?"
                    + "|(décret n° |loi de finances |accord |accords ).+");

    private final String name;
    private final Map<String, Node> fields;
    private final Set<String> unread;

    private Entry(String name, Node node) {
        this.name = name;
        this.fields = new LinkedHashMap<>();
        for (NodeTuple field : tuples(name, node)) {
            String key = scalar(name, "key", field.getKeyNode());
            if (fields.put(key, field.getValueNode()) != null) {
                throw new InconsistentEdition(name, "has the key " + key + " twice");
            }
        }
        this.unread = new HashSet<>(fields.keySet());
    }

    /** Parses a file whose top is a mapping. */
    static Entry parse(String name, String yaml) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            return new Entry(name, node);
        } catch (YAMLException malformed) {
            throw new InconsistentEdition(name, "is not well-formed YAML");
        }
    }

    String name() {
        return name;
    }

    Set<String> keys() {
        return fields.keySet();
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Whether the value of the key is a word, and not a list or a set of keys. */
    boolean isText(String key) {
        return fields.get(key) instanceof ScalarNode;
    }

    InconsistentEdition refuse(String fault) {
        return new InconsistentEdition(name, fault);
    }

    /** Refuses the keys that nobody read. */
    void done() {
        for (String key : fields.keySet()) {
            if (unread.contains(key)) {
                throw refuse("has the unknown key " + key);
            }
        }
    }

    String text(String key) {
        return scalar(name, key, required(key));
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The value of a key that takes one of a few words. */
    <T> T word(String key, Map<String, T> words) {
        String text = text(key);
        T value = words.get(text);
        if (value == null) {
            throw refuse("has the unknown " + key + " " + text);
        }
        return value;
    }

    boolean flag(String key) {
        return word(key, Map.of("true", true, "false", false));
    }

    boolean flagOrFalse(String key) {
        return has(key) && flag(key);
    }

    int number(String key) {
        return parsed(key, "a whole number", text -> {
            int number = Integer.parseInt(text);
            if (number < 0) {
                throw new NumberFormatException();
            }
            return number;
        });
    }

    LocalDate date(String key) {
        return parsed(key, "a date", LocalDate::parse);
    }

    Period period(String key) {
        return parsed(key, "a period", Period::parse);
    }

    Article article(String key) {
        return article(name, text(key));
    }

    Optional<Article> optionalArticle(String key) {
        return has(key) ? Optional.of(article(key)) : Optional.empty();
    }

    PermitCode permit(String key) {
        return permitNamed(text(key));
    }

    /** The permit that a word of this entry names. */
    PermitCode permitNamed(String text) {
        return shaped(text, "permit code", PermitCode::new);
    }

    /** The piece type that a word of this entry names. */
    PieceType pieceNamed(String text) {
        return shaped(text, "piece type", PieceType::new);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : sequence(key)) {
            texts.add(scalar(name, key, node));
        }
        return texts;
    }

    List<Article> articles(String key) {
        return texts(key).stream().map(text -> article(name, text)).toList();
    }

    List<Article> articlesOrNone(String key) {
        return has(key) ? articles(key) : List.of();
    }

    List<PermitCode> permits(String key) {
        return texts(key).stream().map(this::permitNamed).toList();
    }

    List<PieceType> pieces(String key) {
        return texts(key).stream().map(this::pieceNamed).toList();
    }

    Entry entry(String key, String called) {
        return new Entry(called, required(key));
    }

    /** The entries of a list, all with one name. */
    List<Entry> entries(String key, String called) {
        return sequence(key).stream().map(node -> new Entry(called, node)).toList();
    }

    /** The entries of a list, each called by a word and by the value of one of its keys. */
    List<Entry> entriesNamed(String key, String word, String namingKey) {
        List<Entry> entries = new ArrayList<>();
        for (Node node : sequence(key)) {
            String nameless = name + ", " + key;
            String called = tuples(nameless, node).stream()
                    .filter(tuple -> scalar(nameless, "key", tuple.getKeyNode()).equals(namingKey))
                    .map(tuple -> scalar(nameless, namingKey, tuple.getValueNode()))
                    .findFirst()
                    .orElseThrow(() -> new InconsistentEdition(nameless, "has an entry without " + namingKey));
            entries.add(new Entry(word + " " + called, node));
        }
        return entries;
    }

    static Article article(String name, String text) {
        if (!ARTICLE.matcher(text).matches()) {
            throw new InconsistentEdition(name, "cites \"" + text + "\", which has not the shape of an article");
        }
        return new Article(text);
    }

    private <T> T parsed(String key, String shape, Function<String, T> parse) {
        String text = text(key);
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw refuse("has the " + key + " " + text + ", which is not " + shape);
        }
    }

    private <T> T shaped(String text, String shape, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw refuse("names " + text + ", which has not the shape of a " + shape);
        }
    }

    private Node required(String key) {
        @Nullable Node node = fields.get(key);
        if (node == null) {
            throw refuse("has no " + key);
        }
        unread.remove(key);
        return node;
    }

    private List<Node> sequence(String key) {
        if (!(required(key) instanceof SequenceNode sequence)) {
            throw refuse("has something else than a list for " + key);
        }
        return sequence.getValue();
    }

    private static List<NodeTuple> tuples(String name, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new InconsistentEdition(name, "is not a set of keys");
        }
        return mapping.getValue();
    }

    private static String scalar(String name, String key, Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw new InconsistentEdition(name, "has no word and no sentence for " + key);
        }
        return scalar.getValue();
    }
}
