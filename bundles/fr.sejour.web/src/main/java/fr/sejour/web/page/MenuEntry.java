package fr.sejour.web.page;

/**
 * An entry of a section's menu.
 *
 * @param section the name of the section in whose menu it stands
 * @param order entries stand from low to high
 * @param path where it leads
 * @param textKey the text key of its label
 * @param audience who sees it
 */
public record MenuEntry(String section, int order, String path, String textKey, Audience audience) {}
