package fr.sejour.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A permit or a long-stay visa of a person.
 *
 * @param kinds what it is printed as
 * @param known whether the register says so; otherwise its holder says so
 * @param inHandFrom when it came into the hand
 */
record Held(
        String number,
        Catalogue.Permit permit,
        List<String> kinds,
        LocalDate from,
        LocalDate until,
        boolean known,
        Instant inHandFrom) {

    Held {
        kinds = List.copyOf(kinds);
    }

    /** The same once an agent has seen it. */
    Held seen() {
        return new Held(number, permit, kinds, from, until, true, inHandFrom);
    }

    /** Its first instant as a proof: a card counts from its first day, and not before it is in the hand. */
    Instant begins(ZoneId zone) {
        Instant first = from.atStartOfDay(zone).toInstant();
        return first.isAfter(inHandFrom) ? first : inHandFrom;
    }

    Instant ends(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean is(String kind) {
        return kinds.equals(List.of(kind));
    }

    /** R. 431-15 and R. 431-15-2 speak of a carte: neither an authorisation nor a visa is one. */
    boolean isCard() {
        return !kinds.isEmpty() && kinds.stream().noneMatch(List.of("APS", "VISA", "TRAVEL_DOCUMENT")::contains);
    }
}
