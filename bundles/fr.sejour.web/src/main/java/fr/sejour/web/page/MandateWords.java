package fr.sejour.web.page;

import fr.sejour.api.mandate.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a mandate allows, as forms ask for it. */
public final class MandateWords {

    private MandateWords() {}

    /** What is ticked of the field {@code allows}; a fault is noted there when nothing is. */
    public static Set<Permission> permissions(Form form) {
        Set<Permission> allows = EnumSet.noneOf(Permission.class);
        form.all("allows").stream()
                .flatMap(it -> Words.read(Permission.class, it).stream())
                .forEach(allows::add);
        if (allows.isEmpty()) {
            form.refuse("allows", "helpers.nothing");
        }
        return allows;
    }

    /** @param key under which the catalogue names them: to whoever gives a mandate, or to somebody else */
    public static List<Choice> choices(Words words, String key) {
        return Stream.of(Permission.values())
                .map(it -> Choice.of(Words.kebab(it), words.code(key, it)))
                .toList();
    }
}
