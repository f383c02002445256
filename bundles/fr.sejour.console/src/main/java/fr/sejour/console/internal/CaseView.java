package fr.sejour.console.internal;

import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.web.page.Delay;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Words;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything an agent sees of a case. */
public record CaseView(
        String number,
        long version,
        String path,
        String permit,
        Optional<String> article,
        String status,
        String about,
        String tone,
        boolean complete,
        Optional<Next> next,
        Optional<Delay> delay,
        Person person,
        Filed filed,
        Optional<Held> held,
        String facts,
        Optional<String> transfer,
        Optional<String> cameFrom,
        Optional<Home> home,
        List<Proof> proofs,
        Optional<Content> coming,
        List<Piece> pieces,
        List<Clock> clocks,
        List<TaskLine> tasks,
        Optional<Decision> decision,
        Optional<Card> card,
        List<String> orders,
        List<Related> related,
        List<Linked> links,
        List<ActLink> acts,
        String practice) {

    /** Acts that need no words: done from the case itself. */
    private static final Set<ActKind> BARE = EnumSet.of(
            ActKind.TAKE_UP,
            ActKind.ANSWER,
            ActKind.SEE_FACTS,
            ActKind.ORDER_CARD,
            ActKind.CONFIRM_RECEIPT,
            ActKind.ASK_FOR_REASONS,
            ActKind.RECEIVE_TRANSFER);

    /** Acts that take something away. */
    private static final Set<ActKind> GRAVE = EnumSet.of(
            ActKind.REFUSE,
            ActKind.REFUSE_REGISTRATION,
            ActKind.REFUSE_PIECE,
            ActKind.REFUSE_RECEIPT,
            ActKind.WITHDRAW,
            ActKind.CLOSE_AS_MOOT,
            ActKind.OFFER_TRANSFER,
            ActKind.REAIM_TRANSFER);

    /** Acts that few cases see. */
    private static final Set<ActKind> RARE = EnumSet.of(ActKind.FOLLOW, ActKind.RECORD_COURT_ORDER);

    public CaseView {
        proofs = List.copyOf(proofs);
        pieces = List.copyOf(pieces);
        clocks = List.copyOf(clocks);
        tasks = List.copyOf(tasks);
        orders = List.copyOf(orders);
        related = List.copyOf(related);
        links = List.copyOf(links);
        acts = List.copyOf(acts);
    }

    /** The acts of every day, the ones that need no words first. */
    public List<ActLink> usualActs() {
        return acts.stream().filter(act -> !act.aside()).toList();
    }

    /** The acts that take something away or that few cases see. */
    public List<ActLink> otherActs() {
        return acts.stream().filter(ActLink::aside).toList();
    }

    /** What comes next. */
    public record Next(String sentence, String who, Due due) {}

    /** Whose case it is. */
    public record Person(
            String path,
            String name,
            LocalDate birthDate,
            String nationality,
            String level,
            Optional<String> foreignerNumber,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> representative) {}

    /** Where the person says they live now. */
    public record Home(String address, String commune) {}

    /** What was asked, when and how. */
    public record Filed(
            String at,
            String channel,
            String nature,
            String timeliness,
            List<String> warnings,
            String prefecture,
            String edition,
            Optional<Integer> fees) {

        public Filed {
            warnings = List.copyOf(warnings);
        }
    }

    /** The permit the case builds on. */
    public record Held(String permit, String number, LocalDate validFrom, LocalDate validUntil) {}

    /** A proof of right of the person. */
    public record Proof(
            String name, LocalDate firstDay, Optional<LocalDate> lastDay, boolean now, RightLines.Line work) {}

    /** A piece of the file. */
    public record Piece(
            String label,
            String state,
            String tone,
            boolean blocking,
            Optional<String> when,
            Optional<String> finding,
            Optional<String> scan,
            Optional<String> basis,
            Optional<String> givenAt,
            Optional<String> size,
            Optional<String> path,
            List<Earlier> earlier) {

        public Piece {
            earlier = List.copyOf(earlier);
        }
    }

    /** A version of a piece that stands no more. */
    public record Earlier(String label, String path) {}

    /** A legal delay. */
    public record Clock(
            String name, String state, Optional<Due> due, Optional<LocalDate> endsOn, String meaning, String basis) {}

    /** The decision. */
    public record Decision(
            String outcome,
            LocalDate decidedOn,
            Optional<String> reason,
            Optional<String> delegation,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validUntil,
            Optional<String> notification,
            String edition) {}

    /** The card on its way. */
    public record Card(
            Optional<String> number,
            String mode,
            Optional<String> place,
            Optional<LocalDate> readyOn,
            Optional<LocalDate> handedOverOn,
            Optional<String> declared) {}

    /** Another case of the person that has to do with this one. */
    public record Related(String path, String sentence, boolean open) {

        static Related of(Words words, RelatedCase related) {
            return new Related(
                    "/console/cases/" + related.number(),
                    sentence(words, related),
                    related.link() == Link.LIKELY_DUPLICATE);
        }

        /** What the two are to each other, and why somebody should look. */
        static String sentence(Words words, RelatedCase related) {
            return words.say(
                    "related." + Words.kebab(related.link()),
                    "other",
                    related.number().value(),
                    "reasons",
                    related.reasons().stream()
                            .sorted()
                            .map(reason -> words.code("likeness", reason))
                            .collect(Collectors.joining(", ")));
        }
    }

    /**
     * A case of another person that this one hangs together with.
     *
     * @param path empty when the reader may not read it, or there is none
     * @param open whether an agent has to look
     */
    public record Linked(String sentence, Optional<String> path, boolean open) {

        static List<Linked> of(Words words, CaseLinks links) {
            return Stream.concat(
                            links.follows().map(it -> follows(words, it)).stream(),
                            links.followedBy().stream().map(it -> followedBy(words, it)))
                    .toList();
        }

        private static Linked follows(Words words, CaseLinks.Followed followed) {
            CaseLinks.Standing standing = followed.standing().orElse(CaseLinks.Standing.DECLARED);
            String said = words.say(
                    "console.links.follows." + Words.kebab(standing),
                    "other",
                    followed.number().value());
            String status = followed.status()
                    .map(it -> words.say("console.links.status", "status", words.code("status", it)))
                    .orElseGet(() -> words.say("console.links.unread"));
            String look = followed.lookSince()
                    .map(day -> " " + words.say("console.links.look", "day", day))
                    .orElse("");
            return new Linked(
                    said + " " + status + look,
                    followed.status().map(it -> "/console/cases/" + followed.number()),
                    standing == CaseLinks.Standing.DECLARED
                            || followed.lookSince().isPresent());
        }

        private static Linked followedBy(Words words, CaseLinks.Follower follower) {
            String said = words.say(
                    "console.links.followed-by." + Words.kebab(follower.standing()),
                    "other",
                    follower.number().value());
            return new Linked(
                    said + " " + words.say("console.links.status", "status", words.code("status", follower.status())),
                    Optional.of("/console/cases/" + follower.number()),
                    false);
        }
    }

    /**
     * An act that can be done now.
     *
     * @param bare whether it needs no words
     * @param aside whether it stands apart from those of every day
     */
    public record ActLink(String label, String path, boolean bare, boolean aside) {}

    /** The acts that a case allows, the usual ones first. */
    static List<ActLink> acts(Words words, CaseFile file) {
        return Arrays.stream(ActKind.values())
                .filter(file.acts()::contains)
                .map(kind -> new ActLink(
                        words.code("act", kind),
                        path(file, kind),
                        BARE.contains(kind),
                        isGrave(kind) || RARE.contains(kind)))
                .sorted(Comparator.comparing(ActLink::aside).thenComparing(link -> !link.bare()))
                .toList();
    }

    /** Whether an act takes something away. */
    static boolean isGrave(ActKind kind) {
        return GRAVE.contains(kind);
    }

    static String path(CaseFile file, ActKind kind) {
        return "/console/cases/" + file.number() + "/acts/" + Words.kebab(kind);
    }
}
