package fr.sejour.web.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sections that stand at one moment, with every address they answer at. Immutable. */
final class Site {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<MenuEntry> menu = new ArrayList<>();

    Site(List<Section> offered) {
        for (Section section : offered) {
            try {
                add(section);
            } catch (RuntimeException e) {
                // one section that cannot say its pages must not take the others off the site
                LOG.error(
                        "The section of {} cannot be shown", section.getClass().getName(), e);
            }
        }
        routes.sort(Comparator.comparing(Route::variables));
        menu.sort(Comparator.comparing(MenuEntry::order));
    }

    private void add(Section section) {
        String name = section.name();
        if (sections.containsKey(name)) {
            LOG.warn("Two sections are called {}; the first stays", name);
            return;
        }
        List<Route> own = new ArrayList<>();
        for (Page page : section.pages()) {
            if (!page.path().equals("/" + name) && !page.path().startsWith("/" + name + "/")) {
                throw new IllegalStateException("The page " + page.path() + " is outside /" + name);
            }
            own.add(new Route(section, page, List.of(page.path().split("/", -1))));
        }
        List<MenuEntry> entries = section.menu();
        sections.put(name, section);
        routes.addAll(own);
        menu.addAll(entries);
    }

    Optional<Section> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** The section that an address belongs to. */
    Optional<Section> sectionOf(String path) {
        String[] segments = path.split("/", -1);
        return segments.length < 2 ? Optional.empty() : section(segments[1]);
    }

    List<Section> doors() {
        return sections.values().stream()
                .filter(section -> section.door().isPresent())
                .sorted(Comparator.comparing(
                        section -> section.door().orElseThrow().order()))
                .toList();
    }

    List<MenuEntry> menu(Section section, Optional<Caller> caller) {
        return menu.stream()
                .filter(entry -> entry.section().equals(section.name()))
                .filter(entry -> entry.audience().admits(caller))
                .toList();
    }

    Optional<Found> find(Page.Method method, String path) {
        String[] segments = path.split("/", -1);
        for (Route route : routes) {
            if (route.page().method() == method) {
                Optional<Map<String, String>> variables = route.match(segments);
                if (variables.isPresent()) {
                    return Optional.of(new Found(route.section(), route.page(), variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** A page with what stands at the names in braces of its address. */
    record Found(Section section, Page page, Map<String, String> variables) {}

    private record Route(Section section, Page page, List<String> segments) {

        long variables() {
            return page.path().chars().filter(sign -> sign == '{').count();
        }

        Optional<Map<String, String>> match(String[] asked) {
            if (asked.length != segments.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (segment.startsWith("{")) {
                    variables.put(segment.substring(1, segment.length() - 1), asked[i]);
                } else if (!segment.equals(asked[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }
}
