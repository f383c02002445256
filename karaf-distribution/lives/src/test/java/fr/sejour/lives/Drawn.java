package fr.sejour.lives;

import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Draws the steps of a life, one after the other, from what stands: mostly what may be done, sometimes what may not. */
final class Drawn {

    static final List<String> PREFECTURES = List.of("38", "69", "75", "971", "974", "976");
    private static final List<String> COMMUNES = List.of("38185", "69123", "75056", "97411", "97611", "97105");

    /** Permits that are asked for online; one that is asked for at the counter. */
    private static final List<String> ONLINE = List.of(
            "etudiant", "vpf_conjoint_francais", "visiteur", "carte_resident", "refugie", "vpf_regroupement_familial");

    private static final String AT_THE_COUNTER = "salarie";
    private static final List<String> HELD = List.of("etudiant", "vpf_conjoint_francais", "visiteur", "-");
    private static final List<String> KINDS = List.of("CST", "CSP", "VISA");

    private static final List<ActKind> ANYWHERE = List.of(
            ActKind.OFFER_TRANSFER,
            ActKind.OFFER_TRANSFER,
            ActKind.WITHDRAW,
            ActKind.CLOSE_AS_MOOT,
            ActKind.SEE_FACTS,
            ActKind.FOLLOW,
            ActKind.RECORD_COURT_ORDER);

    /** Every act save two: the long lives draw the commission, and a paper that is taken back takes one that stands. */
    private static final List<ActKind> ANY =
            List.copyOf(EnumSet.complementOf(EnumSet.of(ActKind.SEIZE_COMMISSION, ActKind.REVOKE_PAPER)));

    private static final List<ActKind> ON_PIECES =
            List.of(ActKind.ASK_FOR_PIECES, ActKind.REFUSE_PIECE, ActKind.WAIVE_PIECE);
    private static final List<ActKind> ON_SEVERAL = List.of(
            ActKind.TAKE_UP,
            ActKind.TAKE_UP,
            ActKind.ANSWER,
            ActKind.ORDER_CARD,
            ActKind.GIVE_BACK,
            ActKind.ASSIGN,
            ActKind.ASSIGN);
    private static final List<ActKind> AT_AN_END = List.of(ActKind.REOPEN, ActKind.REOPEN, ActKind.RECORD_COURT_ORDER);

    private static final Map<CaseStatus, List<ActKind>> USUAL = Map.ofEntries(
            Map.entry(CaseStatus.FILED, List.of(ActKind.TAKE_UP, ActKind.TAKE_UP, ActKind.TAKE_UP)),
            Map.entry(CaseStatus.AWAITING_PIECES, List.of(ActKind.ANSWER, ActKind.GRANT, ActKind.REFUSE_REGISTRATION)),
            Map.entry(CaseStatus.UNDER_REVIEW, List.of(ActKind.GRANT, ActKind.GRANT, ActKind.GRANT, ActKind.REFUSE)),
            Map.entry(
                    CaseStatus.SILENTLY_REFUSED,
                    List.of(ActKind.ASK_FOR_REASONS, ActKind.GIVE_REASONS, ActKind.GRANT, ActKind.REFUSE)),
            Map.entry(CaseStatus.GRANTED, List.of(ActKind.ORDER_CARD, ActKind.DECLARE_RECEIPT, ActKind.DELIVER)),
            Map.entry(
                    CaseStatus.CARD_IN_PRODUCTION,
                    List.of(ActKind.CARD_READY, ActKind.DECLARE_RECEIPT, ActKind.REFUSE_RECEIPT)),
            Map.entry(
                    CaseStatus.CARD_READY,
                    List.of(ActKind.HAND_OVER, ActKind.DECLARE_RECEIPT, ActKind.CONFIRM_RECEIPT)),
            Map.entry(CaseStatus.REFUSED, List.of(ActKind.NOTIFY, ActKind.NOTIFY)),
            Map.entry(CaseStatus.REGISTRATION_REFUSED, List.of(ActKind.NOTIFY, ActKind.NOTIFY)));

    static final List<String> HELPERS = List.of("h0", "h1");
    private static final List<String> NAMES = List.of("Exemple", "Éxemple", "Exemple-Łoś");
    private static final List<String> ALLOWED =
            List.of("FILE", "READ", "COMPLETE", "READ,COMPLETE", "FILE,READ,COMPLETE");

    private final Random random;
    final List<String> people = new ArrayList<>();
    private int keys;
    private int uploads;
    private int contents;

    Drawn(long seed) {
        random = new Random(seed);
    }

    /** Who lives here: two or three people, most of whom hold a permit. */
    List<Step> people() {
        List<Step> steps = new ArrayList<>();
        for (int one = 0; one < 2 + random.nextInt(2); one++) {
            String person = new UUID(random.nextLong(), random.nextLong()).toString();
            people.add(person);
            steps.add(Step.of("someone", person, oneOf(HELD), oneOf(KINDS), random.nextInt(230) - 30));
        }
        return steps;
    }

    Step next(View view, Trial trial) {
        int chance = random.nextInt(100);
        if (trial.filed().isEmpty() || chance < (trial.filed().size() < 5 ? 14 : 5)) {
            return filing(oneOf(people));
        }
        if (chance < 26) {
            return piece(view, trial);
        }
        if (chance < 38) {
            return Step.of("days", random.nextInt(3) > 0 ? 1 + random.nextInt(8) : 20 + random.nextInt(70), minute());
        }
        if (chance < 42) {
            return Step.of("pass");
        }
        if (chance < 43) {
            return Step.of("watch");
        }
        if (chance < 48) {
            String person = oneOf(people);
            return Step.of("move", "p" + (random.nextInt(8) == 0 ? oneOf(people) : person), person, oneOf(COMMUNES));
        }
        if (chance < 53) {
            return Step.of("again");
        }
        if (chance < 55) {
            return onSeveral(view, trial);
        }
        if (chance < 57) {
            return Step.of("work");
        }
        if (chance < 61) {
            return correction(view);
        }
        if (chance < 65) {
            return mandate();
        }
        if (chance < 67) {
            return Step.of("file", oneOf(HELPERS), keys++, oneOf(people), "ONLINE", oneOf(ONLINE), oneOf(COMMUNES));
        }
        return act(view, trial);
    }

    private Step correction(View view) {
        String person = oneOf(people);
        List<View.Row> cases = view.of(person).toList();
        Optional<View.Row> row = cases.isEmpty() ? Optional.empty() : Optional.of(oneOf(cases));
        if (random.nextInt(2) == 0) {
            String caller = row.isEmpty() ? "p" + person : caller(row, true);
            return Step.of("propose", caller, person, oneOf(NAMES));
        }
        String answer = oneOf(List.of("APPROVE", "APPROVE", "REFUSE", "WITHDRAW"));
        return Step.of("answer", caller(row, answer.equals("WITHDRAW")), person, answer);
    }

    private Step mandate() {
        String person = oneOf(people);
        String giver = random.nextInt(6) == 0 ? "a" + oneOf(PREFECTURES) : "p" + oneOf(List.of(person, oneOf(people)));
        return random.nextInt(4) == 0
                ? Step.of("take-back", giver, person, oneOf(HELPERS))
                : Step.of("lend", giver, person, oneOf(HELPERS), oneOf(ALLOWED), 1 + random.nextInt(200));
    }

    Step filing(String person) {
        return random.nextInt(8) == 0 ? filing(person, AT_THE_COUNTER) : filing(person, oneOf(ONLINE));
    }

    Step filing(String person, String permit) {
        boolean counter = permit.equals(AT_THE_COUNTER) || random.nextInt(4) == 0;
        String channel = counter ? oneOf(List.of("COUNTER", "POST", "SUBSTITUTE")) : "ONLINE";
        return Step.of("file", counter ? "n" : "p" + person, keys++, person, channel, permit, oneOf(COMMUNES));
    }

    private Step piece(View view, Trial trial) {
        int at = oneOf(trial.filed());
        String type = oneOf(trial.pieces(at));
        Optional<View.Row> row = Optional.ofNullable(view.cases.get(trial.number(at)));
        String giver = caller(row, true);
        return switch (random.nextInt(10)) {
            case 0 -> Step.of("remove", giver, "#" + at, type);
            case 1 -> Step.of("reuse", giver, "#" + at, type);
            case 2 -> Step.of("upload", uploads++, giver, "#" + at, type, 200 + random.nextInt(2000));
            case 3, 4 ->
                uploads == 0
                        ? Step.of("upload", uploads++, giver, "#" + at, type, 500)
                        : Step.of("part", giver, "^" + random.nextInt(uploads), 100 + random.nextInt(2500));
            default -> Step.of("give", giver, "#" + at, type, random.nextInt(3) == 0 ? 0 : ++contents);
        };
    }

    private Step act(View view, Trial trial) {
        int at = oneOf(trial.filed());
        View.Row row = view.cases.get(trial.number(at));
        ActKind kind = kind(row);
        boolean person = kind == ActKind.ANSWER
                || kind == ActKind.WITHDRAW
                || kind == ActKind.DECLARE_RECEIPT
                || kind == ActKind.ASK_FOR_REASONS;
        String caller = kind == ActKind.RECEIVE_TRANSFER
                        && random.nextInt(8) > 0
                        && !row.offeredTo().equals("-")
                ? "a" + row.offeredTo()
                : caller(Optional.of(row), person);
        List<String> words =
                new ArrayList<>(List.of(caller, "#" + at, random.nextInt(5) == 0 ? "-" : "#" + at + "!", kind.name()));
        words.addAll(arguments(kind, at, row, trial));
        return new Step("act", words);
    }

    /** An act on up to four cases, one of which its caller mostly has. */
    private Step onSeveral(View view, Trial trial) {
        int first = oneOf(trial.filed());
        List<String> words = new ArrayList<>();
        words.add(caller(Optional.ofNullable(view.cases.get(trial.number(first))), false));
        ActKind kind = oneOf(ON_SEVERAL);
        words.add(kind == ActKind.ASSIGN ? kind + ":" + oneOf(PREFECTURES) : kind.name());
        words.add("#" + first);
        for (int more = 0; more < random.nextInt(4); more++) {
            words.add("#" + oneOf(trial.filed()));
        }
        return new Step("bulk", words);
    }

    private ActKind kind(View.Row row) {
        if (random.nextInt(12) == 0) {
            return oneOf(ANY);
        }
        if (!row.offeredTo().equals("-") && random.nextInt(3) == 0) {
            return random.nextInt(4) == 0 ? ActKind.REAIM_TRANSFER : ActKind.RECEIVE_TRANSFER;
        }
        if (row.related().contains("LIKELY_DUPLICATE") && random.nextInt(3) == 0) {
            return random.nextInt(3) == 0 ? ActKind.KEEP_APART : ActKind.ABSORB;
        }
        List<ActKind> kinds = new ArrayList<>(USUAL.getOrDefault(row.status(), List.of()));
        kinds.addAll(row.status().isOpen() ? ANYWHERE : AT_AN_END);
        if (row.status().isOpen() && row.status().compareTo(CaseStatus.GRANTED) < 0) {
            kinds.addAll(ON_PIECES);
        }
        ActKind kind = oneOf(kinds);
        boolean ends = kind == ActKind.WITHDRAW || kind == ActKind.CLOSE_AS_MOOT;
        return ends && random.nextInt(2) == 0 ? oneOf(kinds) : kind;
    }

    /** Mostly who may, sometimes somebody else. */
    private String caller(Optional<View.Row> row, boolean person) {
        if (row.isEmpty() || random.nextInt(12) == 0) {
            return oneOf(List.of("a" + oneOf(PREFECTURES), "p" + oneOf(people), oneOf(HELPERS)));
        }
        if (person && random.nextInt(5) > 0) {
            return "p" + row.get().person();
        }
        return random.nextInt(5) == 0 ? "n" : "a" + row.get().prefecture();
    }

    private List<String> arguments(ActKind kind, int at, View.Row row, Trial trial) {
        return switch (kind) {
            case ASK_FOR_PIECES -> List.of(oneOf(trial.pieces(at)), String.valueOf(1 + random.nextInt(60)));
            case REFUSE_PIECE, WAIVE_PIECE -> List.of(oneOf(trial.pieces(at)));
            case GRANT -> List.of(String.valueOf(30 + random.nextInt(330)));
            case CARD_READY, DECLARE_RECEIPT -> List.of("CARD-" + at);
            case ABSORB, KEEP_APART -> List.of(other(row, trial));
            case FOLLOW -> List.of("#" + oneOf(trial.filed()), random.nextInt(3) > 0 ? "holds" : "holds-not");
            case OFFER_TRANSFER, ASSIGN -> List.of(oneOf(PREFECTURES));
            case REAIM_TRANSFER ->
                List.of(oneOf(PREFECTURES), row.offeredTo().equals("-") ? oneOf(PREFECTURES) : row.offeredTo());
            default -> List.of();
        };
    }

    /** A likely duplicate in the order of filing, for numbers are drawn by chance; or any case. */
    private String other(View.Row row, Trial trial) {
        List<String> likely = new ArrayList<>();
        for (int at : trial.filed()) {
            if (row.related().contains(trial.number(at) + " LIKELY_DUPLICATE")) {
                likely.add("#" + at);
            }
        }
        return likely.isEmpty() ? "#" + oneOf(trial.filed()) : oneOf(likely);
    }

    private int minute() {
        return random.nextInt(12 * 60);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
