package fr.sejour.lives;

import fr.sejour.oracle.Catalogue;
import fr.sejour.oracle.Catalogue.Permit;
import fr.sejour.oracle.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The life of one person and of who works on their cases, drawn from a seed of its own: what comes next is drawn when it comes. */
final class OneLife {

    private static final Catalogue CATALOGUE = Catalogue.read();

    /** A commune in each of the préfectures where people live here. */
    private static final List<String> COMMUNES = List.of(
            "38185", "69123", "75056", "59350", "13055", "67482", "97105", "97209", "97302", "97411", "97502", "97611",
            "97801");

    private static final List<String> WITHOUT_A_CARD = List.of("TRAVEL_DOCUMENT", "VISA");

    /** Open until the end of 2026 only. */
    private static final String ENDS = "metier_en_tension";

    private static final LocalDate ITS_LAST_DAY = LocalDate.of(2026, 12, 31);

    /** Permits that a long-stay visa stands in for during its first year (R. 431-16). */
    private static final List<String> BY_VISA =
            List.of("etudiant", "vpf_conjoint_francais", "visiteur", "salarie", "talent_salarie_qualifie", "stagiaire");

    /** Permits whose renewal is filed through the service, so that its window decides about the papers (R. 431-15-1). */
    private static final List<String> ONLINE = List.of("etudiant", "vpf_conjoint_francais", "visiteur");

    private final Stage stage;
    private final Random random;

    /** Drawn from apart, so that what the commission hears changes nothing else in a life. */
    private final Random hearings;

    /** Drawn from apart as well: who never collects a card, and renews it all the same. */
    private final Random collecting;

    /** And as well: at what hour somebody who has moved sends a piece. */
    private final Random hours;

    private final String id;
    private String commune;
    private boolean moved;
    private int keys;
    private LocalDate birth;

    OneLife(Stage stage, long seed) {
        this.stage = stage;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.hearings = new Random(seed * 0x9E3779B97F4A7C15L + 2);
        this.collecting = new Random(seed * 0x9E3779B97F4A7C15L + 3);
        this.hours = new Random(seed * 0x9E3779B97F4A7C15L + 4);
        this.id = person(seed);
        this.commune = COMMUNES.get(random.nextInt(COMMUNES.size()));
        this.birth = Stage.FIRST_DAY.minusYears(22 + random.nextInt(40)).minusDays(random.nextInt(365));
    }

    /** Who lives the life of a seed. */
    static String person(long seed) {
        return new UUID(0x5E30L << 48 | 0x4000L, 0x8000000000000000L | (seed & 0x7FFFFFFFFFFFFFFFL)).toString();
    }

    static long seed(String person) {
        return UUID.fromString(person).getLeastSignificantBits() & 0x7FFFFFFFFFFFFFFFL;
    }

    // ---- how lives begin

    void begin() {
        if (collecting.nextInt(12) == 0) {
            neverCollected();
            return;
        }
        int chance = random.nextInt(100);
        if (chance < 66) {
            renewal(any(), true);
        } else if (chance < 72) {
            renewal(CATALOGUE.permit(oneOf(BY_VISA)), "VISA", true);
        } else if (chance < 78) {
            renewal(any(), false);
        } else if (chance < 84) {
            changeOfGround();
        } else if (chance < 88) {
            protection();
        } else if (chance < 91) {
            youngAdult();
        } else {
            first();
        }
    }

    private Permit any() {
        Permit permit = CATALOGUE.permit(oneOf(CATALOGUE.codes()));
        return permit.kinds().equals(List.of("VISA")) ? any() : permit;
    }

    private void renewal(Permit permit, boolean known) {
        renewal(permit, kind(permit), known);
    }

    private static String kind(Permit permit) {
        return permit.kinds().isEmpty()
                ? "CST"
                : permit.kinds().get(permit.kinds().size() - 1);
    }

    private void renewal(Permit permit, String kind, boolean known) {
        born("-");
        LocalDate filing = Stage.FIRST_DAY.plusDays(1 + random.nextInt(35));
        String channel = channel(permit);
        LocalDate until = filing.plusDays(before(permit, channel));
        int months = kind.equals("CSP") && random.nextInt(2) == 0 ? 24 : permit.months();
        String held = hold(permit, kind, until.plusDays(1).minusMonths(months), until, known);
        stage.at(some(filing), () -> file(permit, channel, known ? "" : held));
    }

    /** Granted at once for half a year, and never collected: the renewal is due before anybody has the card in the hand. */
    private void neverCollected() {
        born("-");
        Permit permit = CATALOGUE.permit(oneOf(ONLINE));
        LocalDate filing = Stage.FIRST_DAY.plusDays(1 + random.nextInt(10));
        LocalDate until = filing.plusDays(60 + random.nextInt(61));
        hold(permit, kind(permit), until.plusDays(1).minusMonths(12), until, true);
        stage.at(
                some(filing),
                () -> asked(permit, "ONLINE", "")
                        .ifPresent(filed -> later(1 + random.nextInt(10), () -> grantAndKeep(filed))));
    }

    private void grantAndKeep(Case filed) {
        filed.blocking().forEach(piece -> give(filed, piece, now()));
        LocalDate today = now().atZone(zone()).toLocalDate();
        LocalDate until = today.plusMonths(6).minusDays(1);
        if (act(filed, "TAKE_UP") && act(filed, "GRANT", today, until)) {
            if (collecting.nextBoolean()) {
                later(1, () -> act(filed, "ORDER_CARD"));
                later(20, () -> act(filed, "CARD_READY", "C" + filed.number.substring(9)));
            }
            renew(filed, until);
        }
    }

    private void changeOfGround() {
        born("-");
        Permit before = any();
        Permit permit = any();
        LocalDate filing = Stage.FIRST_DAY.plusDays(1 + random.nextInt(35));
        String channel = channel(permit);
        LocalDate until = filing.plusDays(before(permit, channel));
        hold(before, kind(before), until.plusDays(1).minusMonths(before.months()), until, true);
        stage.at(some(filing), () -> file(permit, channel, ""));
    }

    private void protection() {
        Permit permit = CATALOGUE.permit(random.nextBoolean() ? "refugie" : "protection_subsidiaire");
        born(random.nextInt(5) == 0 ? "-" : permit.code());
        stage.at(some(Stage.FIRST_DAY.plusDays(1 + random.nextInt(60))), () -> file(permit, channel(permit), ""));
    }

    private void youngAdult() {
        Permit permit = CATALOGUE.permit(oneOf(List.of(
                "vpf_ase_avant_16_ans", "vpf_regroupement_familial", "famille_refugie", "visiteur", "etudiant")));
        LocalDate filing = Stage.FIRST_DAY.plusDays(1 + random.nextInt(60));
        birth = filing.minusYears(18).minusDays(random.nextInt(400));
        born("-");
        stage.at(some(filing), () -> file(permit, "ONLINE", ""));
    }

    private void first() {
        Permit permit = any();
        born("-");
        stage.at(
                some(Stage.FIRST_DAY.plusDays(1 + random.nextInt(60))),
                () -> file(permit, random.nextInt(3) == 0 ? channel(permit) : atACounter(), ""));
    }

    private void born(String protection) {
        stage.asked(Stage.FIRST_DAY.atTime(7, 0).toInstant(ZoneOffset.UTC), line("born", id, birth, protection));
        tell(Stage.FIRST_DAY.atTime(7, 0).toInstant(ZoneOffset.UTC), "person", birth, protection);
    }

    /** @return number, permit, kind, days */
    private String hold(Permit permit, String kind, LocalDate from, LocalDate until, boolean known) {
        Instant now = Stage.FIRST_DAY.atTime(7, 0).toInstant(ZoneOffset.UTC);
        String held = line("T" + id.substring(24), permit.code(), kind, from, until);
        if (known) {
            stage.asked(now, line("holds", id, held));
        }
        tell(now, "holds", held, known);
        return held;
    }

    // ---- when and by which way people come

    private String channel(Permit permit) {
        return switch (permit.channel()) {
            case "online" ->
                switch (random.nextInt(12)) {
                    case 0 -> "SUBSTITUTE";
                    case 1, 2 -> atACounter();
                    default -> "ONLINE";
                };
            case "prefecture" -> atACounter();
            default -> random.nextInt(4) == 0 ? "ONLINE" : atACounter();
        };
    }

    private String atACounter() {
        return oneOf(List.of("COUNTER", "COUNTER", "POST", "EMAIL"));
    }

    /** How many days before the end of their permit somebody files: mostly in time, often on the very last day. */
    private int before(Permit permit, String channel) {
        boolean online = permit.window().equals("online_120_60") || channel.equals("ONLINE");
        return switch (random.nextInt(16)) {
            case 0 -> 121 + random.nextInt(20);
            case 1 -> 1 + random.nextInt(59);
            case 2 -> -1 - random.nextInt(120);
            case 3 -> online ? 60 : 0;
            case 4 -> online ? 120 : 59;
            case 5 -> 59;
            default -> online ? 60 + random.nextInt(61) : random.nextInt(60);
        };
    }

    // ---- a case

    /** A case and who works on it. */
    private final class Case {
        final Permit permit;
        final String number;
        final List<String> pieces;
        final boolean nobodyActs = random.nextInt(5) == 0;
        boolean over;

        Case(Permit permit, String number, List<String> pieces) {
            this.permit = permit;
            this.number = number;
            this.pieces = pieces;
        }

        List<String> blocking() {
            return CATALOGUE.blocking(pieces);
        }
    }

    private void file(Permit permit, String channel, String said) {
        asked(permit, channel, said).ifPresent(filed -> {
            bring(filed);
            work(filed);
        });
    }

    private Optional<Case> asked(Permit permit, String channel, String said) {
        Instant at = now();
        if (permit.code().equals(ENDS)
                && at.atZone(ZoneId.of("Europe/Paris")).toLocalDate().isAfter(ITS_LAST_DAY)) {
            return Optional.empty();
        }
        boolean online = channel.equals("ONLINE");
        String way = online && permit.channel().equals("prefecture") ? "COUNTER" : channel;
        LocalDate majority = birth.plusYears(18);
        boolean cameYoung = at.atZone(zone()).toLocalDate().isBefore(majority.plusYears(2)) && random.nextInt(4) > 0;
        String entry = cameYoung ? majority.minusYears(3).toString() : "-";
        String article = random.nextBoolean() ? oneOf(permit.articles()) : "-";
        boolean authorised = permit.firstWork().equals("yes_if_work_authorisation") && random.nextInt(3) == 0;
        String caller = way.equals("ONLINE") ? "p" + id : "n";
        String line = line(
                "ask",
                caller,
                "filing-" + id.substring(20) + "-" + keys++,
                id,
                way,
                permit.code(),
                article,
                commune,
                entry,
                authorised);
        Answer answer = stage.asked(at, said.isEmpty() ? line : line(line, said));
        if (!answer.ok()) {
            refused(at, "filing " + permit.code() + " " + way, answer);
            return Optional.empty();
        }
        Case filed = new Case(
                permit,
                answer.words().get(0),
                Arrays.asList(answer.words().get(1).split(",", -1)));
        tell(at, "filed", filed.number, way, permit.code(), article, prefecture(), entry, authorised);
        return Optional.of(filed);
    }

    private void refused(Instant at, String what, Answer answer) {
        if (!answer.outcome().equals("no")) {
            throw new AssertionError("life " + seed(id) + ": " + what + ": " + answer);
        }
        tell(at, "locked-out", what, answer.words().get(0));
    }

    /** The pieces come at once, late, or not all of them. */
    private void bring(Case filed) {
        int chance = random.nextInt(100);
        List<String> blocking = filed.blocking();
        for (int at = 0; at < blocking.size(); at++) {
            String piece = blocking.get(at);
            boolean theLast = at == blocking.size() - 1;
            if (!theLast || chance < 72) {
                give(filed, piece, now());
            } else if (chance < 93) {
                later(1 + random.nextInt(100), () -> giveAtAnyHour(filed, piece));
            }
        }
    }

    /** Whoever has moved sends what was late in hours too in which it is another day where the filing came to. */
    private void giveAtAnyHour(Case filed, String piece) {
        if (moved) {
            stage.at(now().plus(Duration.ofMinutes(hours.nextInt(18 * 60))), () -> give(filed, piece, now()));
        } else {
            give(filed, piece, now());
        }
    }

    private void give(Case filed, String piece, Instant at) {
        if (filed.over) {
            return;
        }
        Answer answer = stage.asked(at, line("give", "p" + id, filed.number, piece, random.nextInt(1_000_000_000)));
        if (mayBe(answer, "giving " + piece)) {
            tell(at, "given", filed.number, piece);
        }
    }

    private boolean mayBe(Answer answer, String what) {
        if (answer.outcome().equals("fault")) {
            throw new AssertionError("life " + seed(id) + " at " + now() + ": " + what + ": " + answer);
        }
        return answer.ok();
    }

    private boolean act(Case filed, String kind, Object... words) {
        Instant at = now();
        List<Object> said = new ArrayList<>(List.of(
                "do",
                kind.equals("WITHDRAW") ? "p" + id : "n",
                "act-" + id.substring(20) + "-" + keys++,
                filed.number,
                kind,
                at.atZone(zone()).toLocalDate()));
        said.addAll(List.of(words));
        if (!mayBe(stage.asked(at, line(said.toArray())), kind)) {
            return false;
        }
        List<Object> told = new ArrayList<>(List.of("act", filed.number, kind));
        told.addAll(List.of(words));
        tell(at, told.toArray());
        return true;
    }

    // ---- what becomes of it

    private void work(Case filed) {
        if (random.nextInt(8) == 0) {
            later(3 + random.nextInt(150), () -> moveAway(filed));
        }
        if (random.nextInt(14) == 0) {
            later(3 + random.nextInt(200), this::correct);
        }
        if (random.nextInt(8) == 0) {
            later(5 + random.nextInt(90), () -> secondGround(filed));
        }
        if (random.nextInt(25) == 0) {
            later(10 + random.nextInt(200), () -> end(filed, "WITHDRAW"));
        } else if (random.nextInt(50) == 0) {
            later(10 + random.nextInt(300), () -> end(filed, "CLOSE_AS_MOOT"));
        }
        if (filed.nobodyActs) {
            return;
        }
        int takenUp = 1 + random.nextInt(40);
        later(takenUp, () -> takeUp(filed));
    }

    private void takeUp(Case filed) {
        act(filed, "SEE_FACTS");
        if (!act(filed, "TAKE_UP")) {
            return;
        }
        if (random.nextInt(7) == 0) {
            later(1 + random.nextInt(30), () -> askForPieces(filed));
        }
        if (random.nextInt(12) > 0) {
            later(20 + random.nextInt(380), () -> decide(filed));
        }
    }

    private void askForPieces(Case filed) {
        String piece =
                random.nextInt(3) == 0 || filed.blocking().isEmpty() ? oneOf(filed.pieces) : oneOf(filed.blocking());
        if (!filed.over && act(filed, "ASK_FOR_PIECES", piece, 20 + random.nextInt(30))) {
            tell(now(), "asked", filed.number, piece);
            if (random.nextInt(6) > 0) {
                later(1 + random.nextInt(60), () -> giveAtAnyHour(filed, piece));
            }
        }
    }

    private void decide(Case filed) {
        if (filed.over) {
            return;
        }
        if (hearings.nextInt(8) == 0 && act(filed, "SEIZE_COMMISSION")) {
            later(20 + hearings.nextInt(200), () -> rule(filed));
            return;
        }
        rule(filed);
    }

    private void rule(Case filed) {
        if (filed.over) {
            return;
        }
        if (random.nextInt(6) == 0) {
            if (act(filed, "REFUSE")) {
                later(1 + random.nextInt(40), () -> tellThem(filed));
            }
            return;
        }
        // nobody grants what they could not look at
        for (String piece : filed.blocking()) {
            if (random.nextInt(3) > 0 && act(filed, "WAIVE_PIECE", piece)) {
                tell(now(), "waived", filed.number, piece);
            }
        }
        stage.at(now().plusSeconds(60), () -> grant(filed));
    }

    private void grant(Case filed) {
        LocalDate today = now().atZone(zone()).toLocalDate();
        int months = Math.min(filed.permit.months(), random.nextInt(20) == 0 ? 2 : 12);
        LocalDate until = today.plusMonths(months).minusDays(1);
        if (act(filed, "GRANT", today, until)) {
            make(filed, until);
        }
    }

    private void make(Case filed, LocalDate until) {
        if (WITHOUT_A_CARD.contains(kind(filed.permit))) {
            later(1 + random.nextInt(20), () -> end(filed, "DELIVER"));
            return;
        }
        int ordered = 1 + random.nextInt(7);
        int ready = ordered + 7 + random.nextInt(30);
        later(ordered, () -> act(filed, "ORDER_CARD"));
        later(ready, () -> act(filed, "CARD_READY", "C" + filed.number.substring(9)));
        if (random.nextInt(6) == 0) {
            later(ready + 1, () -> secondGround(filed));
        }
        if (random.nextInt(8) > 0) {
            later(ready + 1 + random.nextInt(random.nextInt(6) == 0 ? 200 : 40), () -> handOver(filed, until));
        } else {
            renew(filed, until);
        }
    }

    private void handOver(Case filed, LocalDate until) {
        if (end(filed, "HAND_OVER")) {
            renew(filed, until);
        }
    }

    /** The card is in the hand, or was never collected: its renewal is filed all the same, mostly in its window. */
    private void renew(Case filed, LocalDate until) {
        String channel = channel(filed.permit);
        LocalDate again = until.minusDays(before(filed.permit, channel));
        LocalDate tomorrow = now().atZone(zone()).toLocalDate().plusDays(1);
        stage.at(some(again.isBefore(tomorrow) ? tomorrow : again), () -> file(filed.permit, channel, ""));
    }

    private void tellThem(Case filed) {
        if (!end(filed, "NOTIFY")) {
            return;
        }
        int chance = random.nextInt(10);
        if (chance < 4) {
            later(5 + random.nextInt(60), () -> file(filed.permit, atACounter(), ""));
        } else if (chance < 6) {
            later(5 + random.nextInt(60), () -> judged(filed));
        } else if (chance == 6) {
            later(5 + random.nextInt(60), () -> again(filed, act(filed, "REOPEN")));
        }
    }

    private void judged(Case filed) {
        LocalDate last = now().atZone(zone()).toLocalDate().plusMonths(3);
        again(filed, act(filed, "RECORD_COURT_ORDER", "EXAMINE_AGAIN", "RECEPISSE", last, random.nextBoolean()));
    }

    private void again(Case filed, boolean goesOn) {
        if (goesOn) {
            filed.over = false;
            later(10 + random.nextInt(100), () -> decide(filed));
        }
    }

    private boolean end(Case filed, String kind) {
        if (filed.over || !act(filed, kind)) {
            return false;
        }
        filed.over = true;
        return true;
    }

    // ---- what people do besides

    private void moveAway(Case filed) {
        String next = oneOf(COMMUNES);
        if (next.equals(commune) || filed.over) {
            return;
        }
        Instant at = now();
        if (mayBe(stage.asked(at, line("move", "p" + id, id, next)), "moving")) {
            commune = next;
            moved = true;
            tell(at, "moved", next);
            if (random.nextBoolean()) {
                later(1 + random.nextInt(4), () -> act(filed, "RECEIVE_TRANSFER"));
            }
        }
    }

    private void correct() {
        Instant at = now();
        if (!mayBe(stage.asked(at, line("propose", "p" + id, id, "Exemple-Łoś" + keys++)), "a correction")) {
            return;
        }
        later(1 + random.nextInt(8), () -> {
            boolean approved = random.nextInt(4) > 0;
            Answer answer = stage.asked(now(), line("answer", "n", id, approved ? "APPROVE" : "REFUSE"));
            if (mayBe(answer, "answering a correction") && approved) {
                tell(now(), "corrected");
            }
        });
    }

    private void secondGround(Case filed) {
        Permit other = any();
        if (!other.code().equals(filed.permit.code())) {
            file(other, channel(other), "");
        }
    }

    // ---- days

    private Instant now() {
        return stage.now();
    }

    private void later(int days, Runnable what) {
        LocalDate day = now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(days);
        // the hours in which it is the same day everywhere
        stage.at(
                day.atTime(LocalTime.of(6, 0).plusMinutes(random.nextInt(11 * 60)))
                        .toInstant(ZoneOffset.UTC),
                what);
    }

    /** Some minute of a day where the person lives. */
    private Instant some(LocalDate day) {
        return day.atTime(random.nextInt(24), random.nextInt(60)).atZone(zone()).toInstant();
    }

    private String prefecture() {
        return Places.prefectureOf(commune);
    }

    private ZoneId zone() {
        return Places.zone(moved ? "38" : prefecture());
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void tell(Instant at, Object... words) {
        stage.tell(at, id, words);
    }

    private static String line(Object... words) {
        return String.join("\t", Arrays.stream(words).map(String::valueOf).toList());
    }
}
