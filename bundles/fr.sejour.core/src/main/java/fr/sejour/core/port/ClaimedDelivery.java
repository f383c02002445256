package fr.sejour.core.port;

import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.Contact;

/**
 * A delivery in this node's hand.
 *
 * @param failures how often it failed before
 */
public record ClaimedDelivery(String id, String consumer, Contact to, Notice notice, int failures) {}
