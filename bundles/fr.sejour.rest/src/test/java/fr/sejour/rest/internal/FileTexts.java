package fr.sejour.rest.internal;

import fr.sejour.api.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The sentences of problems from their files, and every other key as itself. */
final class FileTexts implements Texts {

    private static final Path FOLDER = Path.of("../fr.sejour.text/src/main/resources/fr/sejour/text");

    private final Map<String, Properties> byLanguage = Map.of("fr", read("fr"), "en", read("en"));

    Properties sentences(String language) {
        return byLanguage.get(language);
    }

    @Override
    public List<String> languages() {
        return List.of("fr", "en");
    }

    @Override
    public boolean has(String language, String key) {
        return !key.endsWith(".unheard-of");
    }

    @Override
    public String say(String language, String key, Map<String, ?> arguments) {
        if (!key.startsWith("problem.")) {
            return language + " " + key + (arguments.isEmpty() ? "" : " " + arguments);
        }
        String sentence = sentences(language).getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException(key);
        }
        return sentence;
    }

    private static Properties read(String language) {
        Properties sentences = new Properties();
        try (Reader file = Files.newBufferedReader(
                FOLDER.resolve("problems_" + language + ".properties"), StandardCharsets.UTF_8)) {
            sentences.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
