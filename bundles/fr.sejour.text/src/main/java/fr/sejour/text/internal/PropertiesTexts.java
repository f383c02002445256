package fr.sejour.text.internal;

import fr.sejour.api.text.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The catalogue in the bundle's own properties files: every {@code <concern>_<language>.properties} of the folder
 * {@code fr/sejour/text}, in UTF-8.
 */
@Component(service = Texts.class)
public final class PropertiesTexts implements Texts {

    static final String FRENCH = "fr";

    private static final String FOLDER = "fr/sejour/text";
    private static final Pattern FILE = Pattern.compile("([a-z-]+)_([a-z]{2})\\.properties");

    /** The concerns that a language has sentences of when papers are printed in it. */
    private static final Set<String> PAPERS = Set.of("rights", "because", "papers", "prints");

    private static final String REVIEWED = "language.reviewed";

    private final List<String> languages;
    private final List<String> paperLanguages;
    private final Map<String, Map<String, Sentence>> sentences;

    @Activate
    public PropertiesTexts(BundleContext context) {
        this(files(Collections.list(context.getBundle().findEntries(FOLDER, "*.properties", false))));
    }

    /**
     * @param files the addresses of the files by name
     * @throws IllegalStateException when a key is written twice or a sentence does not parse: the platform does not start on a
     *     catalogue that it cannot say
     */
    PropertiesTexts(Map<String, URL> files) {
        Map<String, Map<String, String>> read = new TreeMap<>();
        Map<String, Set<String>> concerns = new HashMap<>();
        files.forEach((name, address) -> {
            Matcher shape = FILE.matcher(name);
            if (!shape.matches()) {
                throw new IllegalStateException(
                        "The text file " + name + " is not named <concern>_<language>.properties");
            }
            String language = shape.group(2);
            concerns.computeIfAbsent(language, it -> new HashSet<>()).add(shape.group(1));
            load(name, address, read.computeIfAbsent(language, it -> new HashMap<>()));
        });
        if (!read.containsKey(FRENCH)) {
            throw new IllegalStateException("The catalogue of texts has no French");
        }
        this.languages = with(concerns, concerns.getOrDefault(FRENCH, Set.of()));
        this.paperLanguages = with(concerns, PAPERS);
        Map<String, Map<String, Sentence>> parsed = new LinkedHashMap<>();
        read.forEach((language, patterns) -> parsed.put(language, parse(language, patterns)));
        this.sentences = Map.copyOf(parsed);
    }

    /** The same catalogue read from the class path, where there is no bundle: in tests and previews. */
    public static PropertiesTexts onClassPath() {
        URL folder = PropertiesTexts.class.getClassLoader().getResource(FOLDER + "/rights_fr.properties");
        if (folder == null) {
            throw new IllegalStateException("No texts on the class path");
        }
        try {
            URI address = folder.toURI();
            if (!address.getScheme().equals("jar")) {
                return new PropertiesTexts(list(Path.of(address).resolveSibling("")));
            }
            try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
                return new PropertiesTexts(list(jar.getPath(FOLDER)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> languages() {
        return languages;
    }

    @Override
    public List<String> paperLanguages() {
        return paperLanguages;
    }

    @Override
    public boolean reviewed(String language) {
        return has(language, REVIEWED) && say(language, REVIEWED).equals("yes");
    }

    @Override
    public boolean has(String language, String key) {
        return sentences.getOrDefault(language, Map.of()).containsKey(key);
    }

    @Override
    public String say(String language, String key, Map<String, ?> arguments) {
        Sentence sentence = sentences.getOrDefault(language, Map.of()).get(key);
        if (sentence == null) {
            sentence = sentences.getOrDefault(FRENCH, Map.of()).get(key);
        }
        if (sentence == null) {
            throw new IllegalArgumentException("No sentence " + key);
        }
        return sentence.say(arguments);
    }

    /** Every key of a language. */
    Set<String> keys(String language) {
        return new TreeSet<>(sentences.getOrDefault(language, Map.of()).keySet());
    }

    /** The names of the places of a sentence of its own. */
    Set<String> places(String language, String key) {
        Sentence sentence = sentences.getOrDefault(language, Map.of()).get(key);
        return sentence == null ? Set.of() : sentence.places();
    }

    /** The languages that have sentences of all these concerns, French first. */
    private static List<String> with(Map<String, Set<String>> concerns, Set<String> wanted) {
        return concerns.keySet().stream()
                .filter(language -> concerns.getOrDefault(language, Set.of()).containsAll(wanted))
                .sorted(Comparator.comparing((String language) -> !language.equals(FRENCH))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Locale locale(String language) {
        return switch (language) {
            case "en" -> Locale.UK;
            // numbers read as on the French line above them
            case "ar" -> Locale.forLanguageTag("ar-u-nu-latn");
            default -> Locale.forLanguageTag(language);
        };
    }

    private static Map<String, Sentence> parse(String language, Map<String, String> patterns) {
        Locale locale = locale(language);
        Map<String, Sentence> parsed = new HashMap<>();
        patterns.forEach((key, pattern) -> {
            try {
                parsed.put(key, new Sentence(key, pattern, locale));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("The sentence " + key + " in " + language + " does not parse", e);
            }
        });
        return Map.copyOf(parsed);
    }

    private static void load(String name, URL address, Map<String, String> into) {
        try (Reader file = new InputStreamReader(address.openStream(), StandardCharsets.UTF_8)) {
            new OnceOnly(name, into).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The text file " + name + " cannot be read", e);
        }
    }

    private static Map<String, URL> files(List<URL> addresses) {
        Map<String, URL> files = new TreeMap<>();
        for (URL address : addresses) {
            String path = address.getPath();
            files.put(path.substring(path.lastIndexOf('/') + 1), address);
        }
        return files;
    }

    private static Map<String, URL> list(Path folder) throws IOException {
        List<URL> addresses = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(it -> it.toString().endsWith(".properties")).toList()) {
                addresses.add(path.toUri().toURL());
            }
        }
        return files(addresses);
    }

    /** Properties that refuse to hear a key twice, in one file or in two. */
    private static final class OnceOnly extends Properties {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient Map<String, String> into;

        OnceOnly(String name, Map<String, String> into) {
            this.name = name;
            this.into = into;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (into.put((String) key, (String) value) != null) {
                throw new IllegalStateException("The text key " + key + " is written twice, again in " + name);
            }
            return super.put(key, value);
        }
    }
}
