package fr.sejour.web.internal;

import fr.sejour.web.page.Words;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the body of a page.
 *
 * @param manifest with which the page installs itself
 * @param receipt what the person is given for an act that failed
 * @param report where somebody says that this page is wrong; empty when nobody takes that
 * @param section what the section is called; empty on the pages of the house itself
 */
public record Frame(
        Words words,
        String title,
        Optional<String> section,
        String sectionPath,
        boolean wide,
        List<MenuItem> menu,
        List<LanguageLink> languages,
        boolean signedIn,
        Content token,
        String stylesheet,
        String icon,
        Optional<String> manifest,
        Content body,
        Optional<Content> receipt,
        Optional<String> report) {

    public Frame {
        menu = List.copyOf(menu);
        languages = List.copyOf(languages);
    }

    /** An entry of the menu. */
    public record MenuItem(String label, String path, boolean current) {}

    /** The same page in another language. */
    public record LanguageLink(String code, String name, String href) {}
}
