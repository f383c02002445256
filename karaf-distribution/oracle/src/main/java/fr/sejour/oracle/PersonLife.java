package fr.sejour.oracle;

import fr.sejour.oracle.CaseLife.Grant;
import fr.sejour.oracle.Story.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that the story tells of a person. */
final class PersonLife {

    private final Catalogue catalogue;
    final String id;
    final List<Event> events;
    final Map<String, CaseLife> cases = new LinkedHashMap<>();
    final List<Held> permits = new ArrayList<>();
    final List<String> lockedOut = new ArrayList<>();
    private LocalDate birth = LocalDate.EPOCH;
    private String protection = "-";

    PersonLife(Catalogue catalogue, String id, List<Event> events) {
        this.catalogue = catalogue;
        this.id = id;
        this.events = List.copyOf(events);
        events.forEach(this::take);
    }

    private void take(Event event) {
        switch (event.verb()) {
            case "person" -> {
                birth = LocalDate.parse(event.word(0));
                protection = event.word(1);
            }
            case "holds" ->
                permits.add(new Held(
                        event.word(0),
                        catalogue.permit(event.word(1)),
                        List.of(event.word(2)),
                        LocalDate.parse(event.word(3)),
                        LocalDate.parse(event.word(4)),
                        Boolean.parseBoolean(event.word(5)),
                        Instant.MIN));
            case "filed" -> filed(event);
            case "locked-out" -> lockedOut.add(event.toString());
            case "moved", "corrected" -> cases.values().forEach(it -> it.take(event));
            default -> {
                CaseLife life = cases.get(event.word(0));
                if (life == null) {
                    throw new IllegalArgumentException(event.toString());
                }
                life.take(event);
                if (event.verb().equals("act")) {
                    acted(life, event);
                }
            }
        }
    }

    /**
     * What the register or an agent knows counts before what the person says; of that what lasts longest, and of two that end on one
     * day the one that is asked again. What was granted has to be nobody's word, whether or not its card was ever collected (M1).
     */
    private Optional<Held> held(Catalogue.Permit asked, LocalDate on) {
        return Stream.concat(permits.stream(), uncollected(on))
                .max(Comparator.comparing(Held::known)
                        .thenComparing(Held::until)
                        .thenComparing(held -> held.permit().code().equals(asked.code())));
    }

    /** The permits granted and begun whose card waits, in whatever state it is. */
    private Stream<Held> uncollected(LocalDate on) {
        return cases.values().stream()
                .filter(life -> life.last().open() && life.filed.ofATitle())
                .flatMap(life -> life.last().grant().stream()
                        .filter(grant -> !grant.from().isAfter(on))
                        .map(grant -> held(life, grant, Instant.MAX)));
    }

    private static Held held(CaseLife life, Grant grant, Instant inHandFrom) {
        return new Held(
                life.filed.number(),
                life.filed.permit(),
                life.filed.permit().kinds(),
                grant.from(),
                grant.until(),
                true,
                inHandFrom);
    }

    /** The words: case, channel, permit, article or none, préfecture, entry or none, work authorisation. */
    private void filed(Event event) {
        Catalogue.Permit permit = catalogue.permit(event.word(2));
        Filed filed = new Filed(
                event.word(0),
                event.word(1),
                permit,
                event.word(3).equals("-") ? permit.articles() : List.of(event.word(3)),
                event.at(),
                event.word(4),
                Optional.of(event.word(5)).filter(it -> !it.equals("-")).map(LocalDate::parse),
                Boolean.parseBoolean(event.word(6)),
                held(permit, event.at().atZone(Places.zone(event.word(4))).toLocalDate()),
                birth,
                protection.equals(permit.code()));
        cases.put(filed.number(), new CaseLife(catalogue, filed));
    }

    private void acted(CaseLife life, Event event) {
        if (event.word(1).equals("HAND_OVER")) {
            Grant grant = life.last().grant().orElseThrow();
            permits.add(held(life, grant, event.at()));
        }
        if (event.word(1).equals("SEE_FACTS")) {
            life.filed.held().ifPresent(said -> {
                permits.replaceAll(it -> it.number().equals(said.number()) ? it.seen() : it);
                cases.values().forEach(it -> it.permitSeen(said.number(), event.at()));
            });
        }
    }

    /** The permits that prove a right by themselves, where the days of a case count. */
    Spans inForce(CaseLife life) {
        Spans spans = new Spans();
        for (Held held : permits) {
            Instant begins = held.begins(life.filed.zone());
            Instant ends = held.ends(life.filed.zone());
            if (held.known() && begins.isBefore(ends)) {
                spans.add(begins, ends);
            }
        }
        return spans;
    }
}
