package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.by;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Representative;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Represented;
import fr.sejour.core.port.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every life, tried on lives drawn by chance. The seed stands in the name of the test: put it among the known. */
class RandomLivesTest {

    /** Seeds whose lives once showed a fault, and a few that did not. */
    private static final List<Long> KNOWN =
            List.of(1L, 8L, 9L, 12L, 14L, 15L, 17L, 22L, 102L, 151L, 210L, 227L, -3794299544651779537L);

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 260;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PieceType DOMICILE = new PieceType("domicile");

    static LongStream seeds() {
        return LongStream.concat(KNOWN.stream().mapToLong(seed -> seed), new Random().longs(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void looking_again_at_the_same_instant_writes_nothing_and_every_open_case_has_a_turn_and_a_day(long seed) {
        Life life = new Life(seed);

        for (int day = 0; day < DAYS; day++) {
            life.moveTo(day);
            life.platform.pass();
            life.act(day);

            List<CaseRecord> before = life.records();
            int papers = life.papers().size();
            life.look();
            assertThat(life.records()).as("day %d", day).isEqualTo(before);
            assertThat(life.papers()).hasSize(papers);
            assertThat(life.platform.pass().examined()).isZero();
            life.records().forEach(record -> RandomLivesTest.assertOwned(record, life.now()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void waking_only_when_a_case_asks_for_it_does_all_that_looking_every_day_does(long seed) {
        Life watched = new Life(seed);
        Life slept = new Life(seed);

        for (int day = 0; day < DAYS; day++) {
            watched.moveTo(day);
            watched.look();
            watched.act(day);
            slept.wakeUntil(day);
            slept.act(day);

            assertThat(slept.told()).as("day %d", day).isEqualTo(watched.told());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoever_renews_in_time_with_a_complete_file_is_covered_at_every_hour(long seed) {
        Random random = new Random(seed);
        Platform platform = new Platform("2026-06-01T07:00:00Z");
        PersonId student = platform.someoneHolding(
                "etudiant", DocumentKind.CST, FIRST_DAY.minusYears(1), FIRST_DAY.plusDays(60 + random.nextInt(61)));
        CaseNumber number = platform.fileComplete(student, "etudiant", oneOf(random, Life.COMMUNES));
        List<CaseNumber> others = new ArrayList<>();

        for (int day = 1; day < 330; day += 1 + random.nextInt(5)) {
            platform.clock.moveTo(FIRST_DAY.plusDays(day));
            platform.clock.advance(Duration.ofMinutes(random.nextInt(23 * 60)));
            platform.pass();
            switch (random.nextInt(7)) {
                case 0 -> tried(() -> platform.act(NATIONAL, number, new Act.TakeUp()));
                case 1 ->
                    tried(() -> platform.act(
                            NATIONAL,
                            number,
                            new Act.AskForPieces(Set.of(DOMICILE), FIRST_DAY.plusDays(340), "illisible")));
                case 2 -> tried(() -> platform.act(caller(student), number, new Act.Answer()));
                case 3 -> tried(() -> platform.act(NATIONAL, number, new Act.RefusePiece(DOMICILE, "illisible")));
                case 4 ->
                    tried(() -> platform.act(
                            NATIONAL, number, new Act.OfferTransfer(oneOf(random, Life.PREFECTURES), "déménagement")));
                case 5 ->
                    others.add(platform.file(student, "vpf_conjoint_francais", GRENOBLE)
                            .caseFile()
                            .number());
                default ->
                    others.stream()
                            .findAny()
                            .ifPresent(other -> tried(
                                    () -> platform.act(caller(student), other, new Act.Withdraw("une seule suffit"))));
            }

            assertThat(platform.coverage.of(caller(student), student).covered())
                    .as("day %d", day)
                    .isTrue();
        }

        CoverageLedger ledger = platform.coverage.of(caller(student), student);
        for (Instant hour = Instant.parse("2026-06-01T07:00:00Z");
                hour.isBefore(platform.clock.instant());
                hour = hour.plus(Duration.ofHours(1))) {
            Instant at = hour;
            assertThat(ledger.intervals().stream().anyMatch(interval -> interval.covers(at)))
                    .as(at.toString())
                    .isTrue();
        }
    }

    /** Somebody's turn by a day while the case is open; and it never asks to be woken in the past. */
    private static void assertOwned(CaseRecord record, Instant now) {
        Standing standing = record.standing();
        if (standing.status().isOpen()) {
            assertThat(standing.next()).as(standing.status().name()).isPresent();
            assertThat(standing.next().orElseThrow().owner())
                    .contains(standing.prefecture().value());
        } else {
            assertThat(record.tasks()).extracting(Task::kind).isSubsetOf(Task.Kind.NOTIFY);
            boolean known = record.decision().flatMap(it -> it.notification()).isPresent()
                    || record.decision().isEmpty()
                    || standing.status() == CaseStatus.HANDED_OVER
                    || standing.status() == CaseStatus.DELIVERED
                    || standing.status() == CaseStatus.WITHDRAWN
                    || standing.status() == CaseStatus.MOOT;
            assertThat(standing.next().isEmpty()).as(standing.status().name()).isEqualTo(known);
        }
        standing.wakeAt().ifPresent(at -> assertThat(at).isAfter(now));
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Does what the state may forbid; what it forbids is no fault, and anything else is. */
    private static void tried(Runnable act) {
        try {
            act.run();
        } catch (CaseException refused) {
            assertThat(refused.code())
                    .isIn(
                            ErrorCode.ACT_NOT_ALLOWED,
                            ErrorCode.CONTRADICTORY_INPUT,
                            ErrorCode.PIECE_NOT_EXPECTED,
                            ErrorCode.TRANSFER_OFFERED,
                            ErrorCode.MERGE_TAKES_AWAY);
        }
    }

    /** One person over the days: what they hold, file and give, and what agents do, all drawn from the seed. */
    private static final class Life {

        static final List<CommuneCode> COMMUNES = List.of(
                GRENOBLE,
                new CommuneCode("69123"),
                new CommuneCode("97411"),
                new CommuneCode("97611"),
                new CommuneCode("97105"));
        static final List<PrefectureCode> PREFECTURES = List.of(
                new PrefectureCode("38"),
                new PrefectureCode("75"),
                new PrefectureCode("971"),
                new PrefectureCode("974"),
                new PrefectureCode("976"));
        private static final List<String> PERMITS = List.of(
                "etudiant",
                "vpf_conjoint_francais",
                "visiteur",
                "salarie",
                "carte_resident",
                "refugie",
                "vpf_ase_avant_16_ans",
                "vpf_regroupement_familial",
                "vlsts_validation",
                "titre_voyage_refugie");
        private static final List<DocumentKind> KINDS =
                List.of(DocumentKind.CST, DocumentKind.CSP, DocumentKind.CR, DocumentKind.VISA);

        final Platform platform;
        private final long seed;
        private final PersonId person;
        private final List<CaseNumber> cases = new ArrayList<>();

        Life(long seed) {
            this.seed = seed;
            platform = Platform.drawn("2026-06-01T07:00:00Z", seed);
            Random random = new Random(seed);
            if (random.nextInt(4) == 0) {
                person = platform.someoneBorn(LocalDate.of(2007, 6, 1).plusDays(random.nextInt(600)));
                represent(person);
            } else {
                LocalDate until = FIRST_DAY.plusDays(random.nextInt(230) - 30L);
                person = platform.someoneHolding(
                        oneOf(random, PERMITS.subList(0, 6)),
                        oneOf(random, KINDS),
                        until.minusMonths(12L * (1 + random.nextInt(4))).plusDays(1),
                        until);
            }
        }

        Instant now() {
            return platform.clock.instant();
        }

        void moveTo(int day) {
            platform.clock.moveTo(FIRST_DAY.plusDays(day));
        }

        /** Looks at the person whether a case asks for it or not. */
        void look() {
            platform.store.write(records -> platform.upkeep.tick(records, person, now()));
        }

        /** Runs the pass at the instants the cases ask for, and at no other, up to that day. */
        void wakeUntil(int day) {
            Instant end = FIRST_DAY.plusDays(day).atTime(9, 0).atZone(PARIS).toInstant();
            Optional<Instant> wake = firstWake();
            while (wake.filter(at -> !at.isAfter(end)).isPresent()) {
                platform.clock.advance(Duration.between(now(), wake.get()));
                assertThat(platform.pass().failed()).isZero();
                assertThat(firstWake()).isNotEqualTo(wake);
                wake = firstWake();
            }
            moveTo(day);
        }

        private Optional<Instant> firstWake() {
            return records().stream()
                    .flatMap(record -> record.standing().wakeAt().stream())
                    .min(Instant::compareTo);
        }

        List<CaseRecord> records() {
            return platform.store.read(records -> cases.stream()
                    .map(number ->
                            records.cases().find(Upkeep.READS_ALL, number).orElseThrow())
                    .toList());
        }

        List<Attestation> papers() {
            return platform.papersOf(person);
        }

        /** What the person and the agents can see, without the numbers that chance drew. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            for (int at = 0; at < cases.size(); at++) {
                CaseNumber number = cases.get(at);
                CaseRecord record = records().get(at);
                told.add(at + " " + record.standing().status() + " "
                        + record.standing().prefecture() + " "
                        + record.standing().facts() + " " + record.standing().completeOn() + " "
                        + record.standing().next() + " " + record.standing().rightEndsOn());
                record.clocks().forEach(clock -> told.add(clock.toString()));
                record.tasks().stream().map(Life::told).sorted().forEach(told::add);
                Set<String> papers = new TreeSet<>();
                papers().stream()
                        .filter(paper -> paper.caseNumber().equals(number))
                        .forEach(paper -> papers.add(paper.kind() + " " + paper.validity() + " " + paper.prefecture()
                                + " " + paper.end().map(Attestation.End::reason)));
                told.addAll(papers);
            }
            return told;
        }

        /** Five working days from when the end was seen: at midnight elsewhere it is the day before, in the morning it is not. */
        private static String told(Task task) {
            String whose = task.kind() + " " + task.owner();
            return task.kind() == Task.Kind.LOOK_AGAIN ? whose : whose + " " + task.dueOn() + " " + task.escalation();
        }

        /** What happens on that day: mostly nothing. */
        void act(int day) {
            Random random = new Random(seed * 1000 + day);
            if (day == 0 || random.nextInt(60) == 0) {
                file(random);
            } else if (random.nextInt(10) == 0 && !cases.isEmpty()) {
                act(random, oneOf(random, cases), FIRST_DAY.plusDays(day));
            }
        }

        private void file(Random random) {
            String permit = oneOf(random, PERMITS);
            Filing plain = filing(person, permit, oneOf(random, COMMUNES));
            LocalDate from = FIRST_DAY.minusDays(300);
            Filing said = random.nextInt(4) == 0
                    ? holding(
                            plain,
                            new HeldPermit(
                                    new PermitCode(oneOf(random, PERMITS.subList(0, 6))),
                                    "D" + random.nextInt(2),
                                    Optional.empty(),
                                    from,
                                    from.plusDays(250 + random.nextInt(250))))
                    : plain;
            boolean counter = random.nextInt(3) == 0 || permit.equals("salarie");
            boolean complete = random.nextInt(3) > 0;
            try {
                CaseFile file = counter
                        ? platform.file(NATIONAL, by(said, FilingChannel.COUNTER))
                                .caseFile()
                        : platform.file(caller(person), said).caseFile();
                cases.add(file.number());
                if (complete) {
                    platform.givePieces(person, file);
                }
            } catch (CaseException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.FILED_AT_THE_PREFECTURE);
            }
        }

        private void act(Random random, CaseNumber number, LocalDate today) {
            CaseFile file = platform.review.find(NATIONAL, number);
            List<ActKind> acts = new ArrayList<>(new TreeSet<>(file.acts()));
            if (acts.isEmpty() || random.nextInt(4) == 0) {
                List<PieceRequirement> pieces = file.assessment().pieces();
                if (!pieces.isEmpty()) {
                    PieceType piece = oneOf(random, pieces).type();
                    tried(() -> platform.pieces.give(caller(person), number, piece, Platform.aPdf()));
                }
                return;
            }
            ActKind kind = oneOf(random, acts);
            if ((kind == ActKind.WITHDRAW || kind == ActKind.CLOSE_AS_MOOT) && random.nextInt(4) > 0) {
                return;
            }
            Act act = act(kind, random, file, today);
            tried(() -> platform.act(NATIONAL, number, act));
        }

        private void represent(PersonId young) {
            platform.store.write(records -> {
                PersonRecord known = records.people().find(NATIONAL, young).orElseThrow();
                Contact contact = new Contact(Optional.of("parent@example.org"), Optional.empty(), "fr");
                records.people()
                        .change(known.withRepresented(new Represented(
                                new Representative("Parent", "Exemple", Representative.Quality.PARENT, contact),
                                false)));
                return young;
            });
        }

        /** In the order they were filed: numbers are drawn by chance, and two lives of one seed must choose alike. */
        private CaseNumber alike(Random random, CaseFile file) {
            List<CaseNumber> alike = file.related().stream()
                    .filter(other -> other.link() == Link.LIKELY_DUPLICATE)
                    .map(RelatedCase::number)
                    .sorted(Comparator.comparing(cases::indexOf))
                    .toList();
            return oneOf(random, alike);
        }

        private Act act(ActKind kind, Random random, CaseFile file, LocalDate today) {
            List<PieceType> pieces = file.pieces().stream().map(it -> it.type()).toList();
            PieceType piece = pieces.isEmpty() ? DOMICILE : oneOf(random, pieces);
            return switch (kind) {
                case TAKE_UP -> new Act.TakeUp();
                case ASK_FOR_PIECES ->
                    new Act.AskForPieces(Set.of(piece), today.plusDays(1 + random.nextInt(60)), "illisible");
                case ANSWER -> new Act.Answer();
                case REFUSE_PIECE -> new Act.RefusePiece(piece, "illisible");
                case WAIVE_PIECE -> new Act.WaivePiece(piece, "dispensée");
                case SEE_FACTS -> new Act.SeeFacts();
                case CONFIRM_ATTEMPT -> new Act.ConfirmAttempt(true, "panne du service");
                case REFUSE_REGISTRATION -> new Act.RefuseRegistration("le passeport manque");
                case GRANT -> new Act.Grant(today, today.plusYears(1), "arrêté 38-2026-01");
                case SEIZE_COMMISSION -> new Act.SeizeCommission(today, "menace");
                case REFUSE -> new Act.Refuse("motif", "arrêté 38-2026-01");
                case NOTIFY -> new Act.Notify("letter", today, "1A");
                case ORDER_CARD -> new Act.OrderCard();
                case CARD_READY ->
                    new Act.CardReady("CARD-" + file.number().value().substring(0, 8));
                case HAND_OVER -> new Act.HandOver(today);
                case DECLARE_RECEIPT ->
                    new Act.DeclareReceipt(
                            today, "CARD-" + file.number().value().substring(0, 8));
                case CONFIRM_RECEIPT -> new Act.ConfirmReceipt();
                case REFUSE_RECEIPT -> new Act.RefuseReceipt("elle est au guichet");
                case DELIVER -> new Act.Deliver(today);
                case WITHDRAW -> new Act.Withdraw("elle part", Optional.of(new Act.Withdraw.Asked("lettre", today)));
                case CLOSE_AS_MOOT -> new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "doublon");
                case ABSORB -> new Act.Absorb(alike(random, file), "doublon");
                case KEEP_APART -> new Act.KeepApart(alike(random, file), "deux écoles");
                case FOLLOW -> new Act.Follow(oneOf(random, cases), random.nextInt(3) > 0, "famille");
                case OFFER_TRANSFER -> new Act.OfferTransfer(oneOf(random, PREFECTURES), "déménagement");
                case REAIM_TRANSFER ->
                    new Act.ReaimTransfer(
                            oneOf(random, PREFECTURES),
                            file.transfer().orElseThrow().to(),
                            "autre adresse");
                case RECEIVE_TRANSFER -> new Act.ReceiveTransfer();
                case ASK_FOR_REASONS -> new Act.AskForReasons();
                case GIVE_REASONS -> new Act.GiveReasons("motif", "arrêté 38-2026-01");
                case RECORD_COURT_ORDER ->
                    new Act.RecordCourtOrder(
                            "tribunal administratif",
                            today,
                            today.plusDays(15),
                            Ordered.EXAMINE_AGAIN,
                            Optional.of(new OrderedPaper(PaperKind.RECEPISSE, today.plusMonths(3), true)),
                            "référé");
                case REVOKE_PAPER ->
                    new Act.RevokePaper(new AttestationNumber("SJ-7K3M-9QXA-04TZ"), "faux", "arrêté 38-2026-01");
                case REOPEN -> new Act.Reopen("erreur");
                case ASSIGN -> new Act.Assign(AGENT_38.account(), Optional.empty());
                case GIVE_BACK -> new Act.GiveBack(Optional.empty());
            };
        }
    }
}
