package fr.sejour.web.page;

/**
 * A door on the first page of the site.
 *
 * @param order doors stand from low to high
 * @param titleKey the text key of what is behind it
 * @param aboutKey the text key of whom it is for and what they find there
 */
public record Door(int order, String titleKey, String aboutKey) {}
