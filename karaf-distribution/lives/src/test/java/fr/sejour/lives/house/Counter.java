package fr.sejour.lives.house;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.bulk.Selection.TickedCase;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.cases.Evidence;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.UploadFile;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.operation.Watchdog;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.record.Journals.Verdict;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.port.PersonRecordBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Does what a line asks for, at the real desks, and answers in lines: some rows, then {@code ok} and what there is to say,
 * {@code no} and the code of the refusal, or {@code fault} for what nobody may meet.
 */
final class Counter {

    static final Caller NATIONAL = Caller.national(new AccountId("national"));

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final String DELEGATION = "arrêté 38-2026-01";

    private final House house;
    private final Ground ground;
    private final Fall fall;
    private final StoryDesk stories;

    private Counter(House house, Ground ground, Fall fall) {
        this.house = house;
        this.ground = ground;
        this.fall = fall;
        this.stories = new StoryDesk(house, ground);
    }

    /** A counter in a house on that ground, with a mutant in its walls and something that makes it fall when it is told to. */
    static Counter on(Ground ground, Mutant mutant, Fall fall) {
        Between.Hand alien = mutant.on(ground);
        House house = new House(
                Between.store(Between.store(ground.open.store(), fall), alien),
                Between.vault(Between.vault(ground.vault, fall), alien),
                OpenHouse.FIRST_INSTANT);
        return new Counter(house, ground, fall);
    }

    List<String> serve(String line) {
        List<String> answer = new ArrayList<>();
        try {
            answer.add("ok\t" + serve(line.split("\t"), answer));
        } catch (CaseException refused) {
            answer.clear();
            answer.add("no\t" + refused.code());
        } catch (RuntimeException fault) {
            answer.clear();
            answer.add("fault\t" + fault + " at "
                    + Arrays.asList(fault.getStackTrace()).subList(0, 4));
        }
        return answer;
    }

    private String serve(String[] words, List<String> rows) {
        return switch (words[0]) {
            case "staff" -> staff(words);
            case "someone" -> someone(words);
            case "at" -> at(words);
            case "file" -> file(words);
            case "act" -> act(words);
            case "bulk" -> bulk(words);
            case "work" -> work(rows);
            case "give" -> give(words);
            case "remove" -> remove(words);
            case "reuse" -> reuse(words);
            case "upload" -> upload(words);
            case "part" -> part(words);
            case "move" -> move(words);
            case "propose" -> propose(words);
            case "answer" -> answer(words);
            case "lend" -> lend(words);
            case "take-back" -> takeBack(words);
            case "pass" -> pass();
            case "watch" -> watch();
            case "look" -> look(rows);
            case "queues" -> queues(words, rows);
            case "journal" -> journal(words, rows);
            case "verify" -> verify(rows);
            case "sweep" -> sweep(rows);
            case "wipe" -> wipe();
            case "fall" -> fallAt(words);
            default -> stories.serve(words, rows);
        };
    }

    /** Has accounts for these callers, from now on and through every life. */
    private String staff(String[] words) {
        for (String word : words[1].split(",", -1)) {
            Caller caller = caller(word);
            Account account = new Account(
                    new Login("staff-" + word), caller, "none", Optional.of("none"), 0, 0, Optional.empty());
            house.store.write(records -> {
                if (records.accounts().find(caller.account()).isEmpty()) {
                    records.accounts().add(account);
                    if (caller.role() == Role.HELPER) {
                        records.mandates()
                                .add(new Mandatary(
                                        caller.account(), code(word), "Asso " + word, Mandatary.Kind.ASSOCIATION));
                    }
                }
                return account;
            });
        }
        return "";
    }

    /** Known to the register, with the permit they hold, when they hold one. */
    private String someone(String[] words) {
        PersonId person = new PersonId(words[1]);
        LocalDate today = today();
        house.store.write(records -> {
            records.people()
                    .add(PersonRecordBuilder.builder()
                            .id(person)
                            .civilStatus(new CivilStatus("Exemple", "Amina", today.minusYears(27), "MA"))
                            .civilStatusLevel(FactLevel.DECLARED)
                            .contact(new Contact(Optional.of("amina@example.org"), Optional.empty(), "fr"))
                            .build());
            return person;
        });
        if (!words[2].equals("-")) {
            LocalDate until = today.plusDays(Integer.parseInt(words[4]));
            HeldPermit held = new HeldPermit(
                    new PermitCode(words[2]),
                    "T" + words[1].substring(0, 8),
                    Optional.of(DocumentKind.valueOf(words[3])),
                    until.minusYears(1).plusDays(1),
                    until);
            house.store.write(records -> {
                records.people()
                        .keep(person, new HeldPermitFact("held", held, FactLevel.VERIFIED, house.clock.instant()));
                return person;
            });
        }
        return "";
    }

    private String at(String[] words) {
        house.clock.moveTo(Instant.parse(words[1]));
        return "";
    }

    private String file(String[] words) {
        Filing filing = FilingBuilder.builder()
                .person(new PersonId(words[3]))
                .channel(FilingChannel.valueOf(words[4]))
                .permit(new PermitCode(words[5]))
                .residence(new Residence("1 rue de l'Exemple", new CommuneCode(words[6])))
                .workAuthorisation(false)
                .employed(false)
                .build();
        FilingReceipt receipt = house.filings.file(caller(words[1]), new IdempotencyKey(words[2]), filing);
        CaseFile file = receipt.caseFile();
        return file.number() + "\t"
                + file.pieces().stream().map(it -> it.type().value()).sorted().collect(Collectors.joining(","));
    }

    private String act(String[] words) {
        OptionalLong version = words[3].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[3]));
        Caller caller = caller(words[1]);
        Act drawn = act(ActKind.valueOf(words[4]), Arrays.asList(words).subList(5, words.length), today());
        Act act = drawn instanceof Act.Withdraw withdraw && caller.isStaff()
                ? new Act.Withdraw(withdraw.reason(), Optional.of(new Act.Withdraw.Asked("lettre", today())))
                : drawn;
        return standing(house.review.act(caller, new CaseNumber(words[2]), version, act));
    }

    /** Looks at an act on several cases and has it run; {@code work} does it. */
    private String bulk(String[] words) {
        Caller caller = caller(words[1]);
        List<TickedCase> cases = Arrays.stream(words, 3, words.length)
                .distinct()
                .map(number -> new TickedCase(new CaseNumber(number), OptionalLong.empty()))
                .toList();
        List<String> said = List.of(words[2].split(":", -1));
        BulkAct looked = house.bulk.prepare(
                caller,
                new Selection.Ticked(cases),
                act(ActKind.valueOf(said.get(0)), said.subList(1, said.size()), today()));
        return house.bulk.run(caller, looked.id()).state().name();
    }

    /** Does what runs to its end, and says which cases it has left as they were without a word. */
    private String work(List<String> rows) {
        house.runner.work();
        rows.addAll(
                ground.rows("SELECT case_number FROM bulk_line JOIN bulk_act ON bulk_act.bulk_id = bulk_line.bulk_id"
                        + " WHERE outcome = 'READY' AND state NOT IN ('PREPARED', 'CANCELLED')"));
        return "";
    }

    static String standing(CaseFile file) {
        return file.number() + "\t" + file.version() + "\t" + file.status();
    }

    /** @param words a day as days from today, a préfecture, another case, or pieces, as the act wants them */
    static Act act(ActKind kind, List<String> words, LocalDate today) {
        return switch (kind) {
            case TAKE_UP -> new Act.TakeUp();
            case ASK_FOR_PIECES ->
                new Act.AskForPieces(
                        Set.of(new PieceType(words.get(0))),
                        today.plusDays(Integer.parseInt(words.get(1))),
                        "illisible");
            case ANSWER -> new Act.Answer();
            case REFUSE_PIECE -> new Act.RefusePiece(new PieceType(words.get(0)), "illisible");
            case WAIVE_PIECE -> new Act.WaivePiece(new PieceType(words.get(0)), "dispensée");
            case SEE_FACTS -> new Act.SeeFacts();
            case CONFIRM_ATTEMPT -> new Act.ConfirmAttempt(true, "panne du service");
            case REFUSE_REGISTRATION -> new Act.RefuseRegistration("le passeport manque");
            case GRANT -> new Act.Grant(today, today.plusDays(Integer.parseInt(words.get(0))), DELEGATION);
            case REFUSE -> new Act.Refuse("motif", DELEGATION);
            case NOTIFY -> new Act.Notify("letter", today, "1A");
            case ORDER_CARD -> new Act.OrderCard();
            case CARD_READY -> new Act.CardReady(words.get(0));
            case HAND_OVER -> new Act.HandOver(today);
            case DECLARE_RECEIPT -> new Act.DeclareReceipt(today, words.get(0));
            case CONFIRM_RECEIPT -> new Act.ConfirmReceipt();
            case REFUSE_RECEIPT -> new Act.RefuseReceipt("elle est au guichet");
            case DELIVER -> new Act.Deliver(today);
            case WITHDRAW -> new Act.Withdraw("je pars");
            case CLOSE_AS_MOOT -> new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "décret");
            case ABSORB -> new Act.Absorb(new CaseNumber(words.get(0)), "doublon");
            case KEEP_APART -> new Act.KeepApart(new CaseNumber(words.get(0)), "deux écoles");
            case FOLLOW ->
                new Act.Follow(new CaseNumber(words.get(0)), words.get(1).equals("holds"), "famille");
            case ASSIGN -> new Act.Assign(new AccountId("agent-" + words.get(0)), Optional.empty());
            case GIVE_BACK -> new Act.GiveBack(Optional.empty());
            case OFFER_TRANSFER -> new Act.OfferTransfer(new PrefectureCode(words.get(0)), "déménagement");
            case REAIM_TRANSFER ->
                new Act.ReaimTransfer(
                        new PrefectureCode(words.get(0)), new PrefectureCode(words.get(1)), "autre adresse");
            case RECEIVE_TRANSFER -> new Act.ReceiveTransfer();
            case ASK_FOR_REASONS -> new Act.AskForReasons();
            case GIVE_REASONS -> new Act.GiveReasons("motif", DELEGATION);
            case SEIZE_COMMISSION -> new Act.SeizeCommission(today, "avant de refuser");
            case REVOKE_PAPER ->
                new Act.RevokePaper(new AttestationNumber("SJ-0000-0000-0000"), "faux", "arrêté 38-2026-01");
            case RECORD_COURT_ORDER ->
                new Act.RecordCourtOrder(
                        "tribunal administratif",
                        today,
                        today.plusDays(15),
                        Ordered.EXAMINE_AGAIN,
                        Optional.of(new OrderedPaper(PaperKind.RECEPISSE, today.plusMonths(3), true)),
                        "référé");
            case REOPEN -> new Act.Reopen("erreur");
        };
    }

    private String give(String[] words) {
        SentFile file = sent(content(words[4], 300));
        return standing(house.pieces.give(caller(words[1]), new CaseNumber(words[2]), new PieceType(words[3]), file));
    }

    private String remove(String[] words) {
        return standing(house.pieces.remove(caller(words[1]), new CaseNumber(words[2]), new PieceType(words[3])));
    }

    /** Gives what the person gave first, to whichever case. */
    private String reuse(String[] words) {
        Caller caller = caller(words[1]);
        CaseNumber number = new CaseNumber(words[2]);
        PersonId person = house.review.find(caller, number).person();
        List<Evidence> given = house.pieces.evidence(caller, person);
        return given.isEmpty()
                ? "nothing"
                : standing(house.pieces.reuse(
                        caller,
                        number,
                        new PieceType(words[3]),
                        given.get(given.size() - 1).id()));
    }

    private String upload(String[] words) {
        return house.pieces
                .begin(
                        caller(words[1]),
                        new CaseNumber(words[2]),
                        new PieceType(words[3]),
                        Long.parseLong(words[4]),
                        Optional.empty())
                .id()
                .value();
    }

    /** Sends what is left of an upload up to an offset, from where the desk says that it has come to. */
    private String part(String[] words) {
        Caller caller = caller(words[1]);
        UploadId id = new UploadId(words[2]);
        UploadFile stands = house.pieces.look(caller, id);
        byte[] whole = content(words[3], Math.toIntExact(stands.length()));
        int from = Math.toIntExact(stands.offset());
        int until = Math.max(from, Math.min(whole.length, Integer.parseInt(words[4])));
        UploadFile after = from == whole.length
                ? stands
                : house.pieces.append(caller, id, from, sent(Arrays.copyOfRange(whole, from, until)));
        return after.offset() + "\t" + (after.offset() == after.length());
    }

    /** A file in two halves, for the house may fall between them. */
    private SentFile sent(byte[] content) {
        int half = content.length / 2;
        InputStream second = new ByteArrayInputStream(content, half, content.length - half) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                fall.step();
                return super.read(into, from, most);
            }
        };
        return SentFile.of(new SequenceInputStream(new ByteArrayInputStream(content, 0, half), second));
    }

    private static byte[] content(String seed, int length) {
        byte[] content = new byte[length];
        new Random(Long.parseLong(seed)).nextBytes(content);
        byte[] start = "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, content, 0, Math.min(start.length, length));
        return content;
    }

    private String move(String[] words) {
        house.residences.declare(
                caller(words[1]),
                new PersonId(words[2]),
                new Residence("2 rue de l'Exemple", new CommuneCode(words[3])));
        return "";
    }

    /** The same person under another family name. */
    private String propose(String[] words) {
        PersonId person = new PersonId(words[2]);
        CivilStatus known = house.store.read(
                records -> records.people().find(NATIONAL, person).orElseThrow().civilStatus());
        CivilStatus proposed = new CivilStatus(words[3], known.givenNames(), known.birthDate(), known.nationality());
        return house.corrections
                .propose(caller(words[1]), person, new NewCorrection(proposed, "une lettre", Optional.empty()))
                .number()
                .value();
    }

    /** Ends what was proposed of a person last. */
    private String answer(String[] words) {
        List<String> numbers = ground.rows("SELECT correction_number FROM correction WHERE person_id = '" + words[2]
                + "' ORDER BY proposed_at DESC, correction_number");
        if (numbers.isEmpty()) {
            return "nothing";
        }
        CorrectionAct act = switch (words[3]) {
            case "APPROVE" -> new CorrectionAct.Approve(Optional.of("vu"));
            case "REFUSE" -> new CorrectionAct.Refuse("illisible");
            default -> new CorrectionAct.Withdraw();
        };
        return house.corrections
                .act(caller(words[1]), new CorrectionNumber(numbers.get(0)), act)
                .state()
                .name();
    }

    /** Gives a mandate; an agent records a paper. */
    private String lend(String[] words) {
        Caller caller = caller(words[1]);
        Set<Permission> allows =
                Arrays.stream(words[4].split(",", -1)).map(Permission::valueOf).collect(Collectors.toSet());
        NewMandate said = new NewMandate(
                code(words[3]),
                allows,
                Optional.empty(),
                today().plusDays(Integer.parseInt(words[5])),
                caller.isStaff() ? Optional.of("GUICHET-1") : Optional.empty());
        return house.mandates
                .give(caller, new PersonId(words[2]), said)
                .mandate()
                .number()
                .value();
    }

    private String takeBack(String[] words) {
        List<String> open =
                ground.rows("SELECT mandate_number FROM mandate WHERE person_id = '" + words[2] + "' AND account_id = '"
                        + caller(words[3]).account() + "' AND ended_at IS NULL ORDER BY mandate_number");
        if (open.isEmpty()) {
            return "nothing";
        }
        house.mandates.end(caller(words[1]), new PersonId(words[2]), new MandateNumber(open.get(0)));
        return "";
    }

    private static MandataryCode code(String helper) {
        return new MandataryCode("0000-000" + helper.substring(1));
    }

    private String pass() {
        int failed = house.pass.run().failed();
        if (failed > 0) {
            throw new IllegalStateException("The pass could not serve " + failed + " cases");
        }
        return "";
    }

    private String watch() {
        Watchdog.Round round = house.watchdog.look();
        return round.found() + "\t" + round.mended() + "\t" + round.waiting();
    }

    /** Every case, what runs on it, and every paper that has not ended, as the tables have them. */
    private String look(List<String> rows) {
        add(
                rows,
                "case",
                "SELECT case_number, person_id, permit, status, prefecture, version, filed_at, filed_on, next_what,"
                        + " next_by, next_owner, queue_key, wake_at, transfer_to, transfer_completes_on, journal_lines,"
                        + " journal_digest, related, assignee FROM permit_case ORDER BY case_number");
        add(rows, "clock", "SELECT case_number, kind, starts_on FROM clock ORDER BY case_number, list_position");
        add(
                rows,
                "paper",
                "SELECT attestation_number, person_id, case_number, first_day, last_day, stay, work_code, work_hours,"
                        + " travel, social FROM attestation WHERE ended_at IS NULL ORDER BY attestation_number");
        add(rows, "person", "SELECT person_id, family_name FROM person ORDER BY person_id");
        add(
                rows,
                "correction",
                "SELECT correction_number, person_id, state, new_family_name FROM correction ORDER BY proposed_at");
        add(rows, "to-answer", "SELECT case_number FROM task WHERE kind = 'ANSWER_CORRECTION' ORDER BY case_number");
        add(
                rows,
                "mandate",
                "SELECT mandate_number, person_id, account_id, may_file, may_complete, may_read, first_day, last_day,"
                        + " ended_at FROM mandate ORDER BY mandate_number");
        return today().toString();
    }

    private void add(List<String> rows, String word, String sql) {
        ground.rows(sql).forEach(row -> rows.add(word + "\t" + row));
    }

    /** The queues as agents read them: each préfecture's, one after the other. */
    private String queues(String[] words, List<String> rows) {
        for (String prefecture : List.of(words[1].split(",", -1))) {
            Optional<String> after = Optional.empty();
            do {
                QueuePage page = house.review.queue(
                        caller("a" + prefecture),
                        new QueueQuery(Optional.of(new PrefectureCode(prefecture)), Optional.empty(), after, 200));
                page.rows().forEach(row -> rows.add(prefecture + "\t" + row.number()));
                after = page.next();
            } while (after.isPresent());
        }
        return "";
    }

    private String journal(String[] words, List<String> rows) {
        rows.addAll(ground.rows("SELECT line_number, what, actor, digest FROM journal WHERE case_number = '" + words[1]
                + "' ORDER BY line_number"));
        return "";
    }

    /** Every journal, verified line by line. */
    private String verify(List<String> rows) {
        for (String number : ground.rows("SELECT case_number FROM permit_case ORDER BY case_number")) {
            Verdict verdict = house.journals.verify(NATIONAL, new CaseNumber(number));
            rows.add(number + "\t" + verdict.lines() + "\t"
                    + verdict.alteration()
                            .map(it -> it.kind() + " " + it.line())
                            .orElse("-"));
        }
        return "";
    }

    /** Sweeps once every file is old enough, and says what is left without the other: a row without a file, a file without a row. */
    private String sweep(List<String> rows) {
        ground.age();
        house.evidence.sweep();
        Set<String> known = new TreeSet<>(ground.rows("SELECT vault_name FROM evidence"));
        Set<String> kept = ground.kept();
        known.stream().filter(it -> !kept.contains(it)).forEach(it -> rows.add("no-file\t" + it));
        kept.stream().filter(it -> !known.contains(it)).forEach(it -> rows.add("no-row\t" + it));
        ground.underWay().forEach(it -> rows.add("left-over\t" + it));
        return String.valueOf(known.size());
    }

    private String wipe() {
        ground.wipe();
        return "";
    }

    private String fallAt(String[] words) {
        fall.at(Integer.parseInt(words[1]));
        return "";
    }

    private LocalDate today() {
        return house.clock.instant().atZone(PARIS).toLocalDate();
    }

    static Caller caller(String word) {
        String name = word.substring(1);
        return switch (word.charAt(0)) {
            case 'n' -> NATIONAL;
            case 'a' -> Caller.agent(new AccountId("agent-" + name), Set.of(new PrefectureCode(name)));
            case 'h' -> Caller.helper(new AccountId("helper-" + name));
            case 'p' -> Caller.applicant(new AccountId("account-" + name), new PersonId(name));
            default -> throw new IllegalArgumentException(word);
        };
    }
}
