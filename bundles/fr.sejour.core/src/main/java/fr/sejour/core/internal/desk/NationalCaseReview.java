package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceContent;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.Moves;
import fr.sejour.core.internal.cases.Occasion;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.Store;
import fr.sejour.law.Edition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Works on cases under the national law. Local rules are asked before the transaction that uses their answer. */
@Component
public final class NationalCaseReview implements CaseReview {

    /** What the person may do on their own case; everything else is for agents. */
    private static final Set<ActKind> PERSON_ACTS = EnumSet.of(ActKind.ANSWER, ActKind.WITHDRAW);

    private static final int MOST_TASKS = 200;

    /** The longest delay to answer: a file is not kept open for ever by a day in another century. */
    private static final int LONGEST_DELAY_MONTHS = 12;

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;
    private final Clock clock;
    private final CaseFiles files;

    @Activate
    public NationalCaseReview(
            @Reference Store store,
            @Reference Upkeep upkeep,
            @Reference Practices practices,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
        this.files = new CaseFiles(upkeep.law());
    }

    @Override
    public CaseFile find(Caller caller, CaseNumber number) {
        return store.read(records -> files.show(records, known(records, caller, number)));
    }

    @Override
    public List<CaseFile> ofPerson(Caller caller, PersonId person) {
        return store.read(records -> {
            PersonRecord found =
                    records.people().find(caller, person).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            return records.cases().ofPerson(caller, person).stream()
                    .map(record -> files.show(record, found))
                    .toList();
        });
    }

    @Override
    public QueuePage queue(Caller caller, QueueQuery query) {
        refuseThePerson(caller);
        List<PrefectureCode> prefectures = query.prefecture().map(List::of).orElse(List.copyOf(caller.prefectures()));
        if (!prefectures.stream().allMatch(caller::serves)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        List<QueueRow> rows = store.read(records -> records.cases()
                .queue(caller, prefectures, query.status(), query.after().map(QueueKeys::read), query.limit() + 1));
        boolean more = rows.size() > query.limit();
        List<QueueRow> page = more ? rows.subList(0, query.limit()) : rows;
        return new QueuePage(
                page.stream().map(NationalCaseReview::row).toList(),
                more ? Optional.of(QueueKeys.write(page.get(page.size() - 1))) : Optional.empty());
    }

    @Override
    public List<Task> tasks(Caller caller) {
        refuseThePerson(caller);
        return store.read(records -> records.cases().openTasks(caller, MOST_TASKS));
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act) {
        CaseRecord seen = store.read(records -> known(records, caller, number));
        PrefectureCode asked = inCharge(seen, act);
        Optional<Practice> answered = practices.resolve(
                asked, seen.filed().residence().commune(), seen.filed().permit());
        Instant now = clock.instant();
        return store.write(records -> {
            CaseRecord before = known(records, caller, number);
            refuseWhenEntitledToNothing(caller, before, act.kind());
            refuseWhenMovedOn(before, version);
            refuseWhenOthersAreInCharge(before, act, asked);
            Practice practice = answered.orElse(before.standing().practice());
            Occasion occasion = occasion(before, practice, now);
            Moves moves = files.moves();
            PermitCase state = PermitCase.of(before);
            PermitCase after = moves.after(state, act, occasion).orElseThrow(() -> notAllowed(before));
            refuseWhatContradicts(before, act, occasion);
            Standing moved = after.record().standing();
            CaseRecord changed = after.record()
                    .withStanding(answered.map(moved::withPractice).orElse(moved));
            followUp(records, before, changed, act, now);
            JournalEntry line = new JournalEntry(
                    now, caller.account().value(), slug(act.kind()), detail(act), Optional.of(occasion.edition()));
            CaseRecord kept =
                    upkeep.keep(records, new Upkeep.Deed(changed, line, told(changed, act, practice, occasion)), now);
            return files.show(records, kept);
        });
    }

    @Override
    public CaseFile givePiece(Caller caller, CaseNumber number, PieceType type, PieceContent content) {
        if (content.bytes().length > PieceContent.LARGEST) {
            throw new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", PieceContent.LARGEST));
        }
        Optional<PieceContent> found = PieceContent.found(content.bytes());
        if (found.filter(it -> it.mediaType().equals(content.mediaType())).isEmpty()) {
            throw new CaseException(
                    ErrorCode.MEDIA_TYPE_NOT_ACCEPTED, Map.of("refused", "content-is-not-what-it-says"));
        }
        String digest = Secrets.digest(content.bytes());
        Instant now = clock.instant();
        return store.write(records -> {
            CaseRecord before = known(records, caller, number);
            refuseWhenFormer(caller, before);
            if (!(PermitCase.of(before) instanceof PermitCase.Undecided)) {
                throw notAllowed(before);
            }
            CaseFile file = files.show(records, before);
            if (file.pieces().stream().noneMatch(piece -> piece.type().equals(type))) {
                throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
            }
            records.cases().keepContent(number, type, content);
            CaseRecord given = CasePieces.given(before, type, content, digest, now);
            CaseRecord resumed =
                    PermitCase.of(given) instanceof PermitCase.AwaitingPieces awaiting && !CasePieces.anyAwaited(given)
                            ? awaiting.resume().record()
                            : given;
            JournalEntry line = new JournalEntry(
                    now, caller.account().value(), "piece-given", type + " sha256:" + digest, Optional.empty());
            return files.show(records, upkeep.keep(records, new Upkeep.Deed(resumed, line, List.of()), now));
        });
    }

    @Override
    public Optional<PieceContent> piece(Caller caller, CaseNumber number, PieceType type) {
        return store.read(records -> {
            known(records, caller, number);
            return records.cases().content(number, type);
        });
    }

    @Override
    public List<JournalLine> journal(Caller caller, CaseNumber number) {
        return store.read(records -> {
            known(records, caller, number);
            return records.cases().journal(number);
        });
    }

    /** Whose rules speak for the case once the act is done. */
    private static PrefectureCode inCharge(CaseRecord record, Act act) {
        Standing standing = record.standing();
        return act instanceof Act.ReceiveTransfer
                ? standing.transfer().map(PendingTransfer::to).orElse(standing.prefecture())
                : standing.prefecture();
    }

    private static CaseRecord known(Records records, Caller caller, CaseNumber number) {
        return records.cases().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    // -- who may -----------------------------------------------------------------------------------------------------

    private static void refuseThePerson(Caller caller) {
        if (caller.role() == Role.APPLICANT) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static void refuseWhenEntitledToNothing(Caller caller, CaseRecord record, ActKind act) {
        if (caller.role() == Role.APPLICANT) {
            if (!PERSON_ACTS.contains(act)) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO, Map.of("act", slug(act)));
            }
            return;
        }
        Optional<PrefectureCode> offeredTo = record.standing().transfer().map(PendingTransfer::to);
        if (act != ActKind.RECEIVE_TRANSFER || offeredTo.isEmpty()) {
            refuseWhenFormer(caller, record);
        } else if (!caller.serves(offeredTo.get())) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("offeredTo", offeredTo.get().value()));
        }
    }

    /** A préfecture that gave the case away reads it and does nothing more on it. */
    private static void refuseWhenFormer(Caller caller, CaseRecord record) {
        if (caller.role() == Role.AGENT && !caller.serves(record.standing().prefecture())) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("responsible", record.standing().prefecture().value()));
        }
    }

    private static void refuseWhenMovedOn(CaseRecord record, OptionalLong version) {
        if (version.isPresent() && version.getAsLong() != record.version()) {
            throw new CaseException(ErrorCode.CASE_CHANGED, Map.of("version", record.version()));
        }
    }

    /** The rules of one préfecture were asked and another has the case now: their answer is not for it. */
    private static void refuseWhenOthersAreInCharge(CaseRecord record, Act act, PrefectureCode asked) {
        if (!inCharge(record, act).equals(asked)) {
            throw new CaseException(ErrorCode.CASE_CHANGED, Map.of("version", record.version()));
        }
    }

    private CaseException notAllowed(CaseRecord record) {
        List<String> allowed = files.moves().from(PermitCase.of(record)).stream()
                .map(NationalCaseReview::slug)
                .toList();
        return new CaseException(
                ErrorCode.ACT_NOT_ALLOWED,
                Map.of("status", slug(record.standing().status()), "allowedActs", allowed));
    }

    // -- what the act says -------------------------------------------------------------------------------------------

    private void refuseWhatContradicts(CaseRecord before, Act act, Occasion occasion) {
        LocalDate today = occasion.today();
        if (act instanceof Act.AskForPieces ask) {
            boolean reasonable =
                    ask.answerBy().isAfter(today) && !ask.answerBy().isAfter(today.plusMonths(LONGEST_DELAY_MONTHS));
            refuseWhen(!reasonable, "answerBy");
            ask.pieces().forEach(this::refuseUnknownPiece);
        } else if (act instanceof Act.RefusePiece refuse) {
            boolean given = before.pieces().stream()
                    .anyMatch(piece -> piece.type().equals(refuse.piece()) && piece.state() == PieceFile.State.GIVEN);
            if (!given) {
                throw new CaseException(
                        ErrorCode.PIECE_NOT_EXPECTED,
                        Map.of("piece", refuse.piece().value()));
            }
        } else if (act instanceof Act.HandOver handOver) {
            boolean beforeReady = before.collection()
                    .flatMap(card -> card.readyOn())
                    .filter(ready -> handOver.day().isBefore(ready))
                    .isPresent();
            refuseWhen(handOver.day().isAfter(today) || beforeReady, "day");
        } else if (act instanceof Act.Deliver deliver) {
            refuseWhen(deliver.day().isAfter(today) || beforeDecision(before, deliver.day()), "day");
        } else if (act instanceof Act.Notify notify) {
            refuseWhen(notify.day().isAfter(today) || beforeDecision(before, notify.day()), "day");
        } else if (act instanceof Act.OfferTransfer offer) {
            refuseWhen(offer.to().equals(before.standing().prefecture()), "to");
            refuseWhen(
                    edition(today)
                            .prefecture(offer.to())
                            .filter(Prefecture::cesedaApplies)
                            .isEmpty(),
                    "to");
        } else if (act instanceof Act.Grant grant) {
            refuseWhen(!grant.validUntil().isAfter(today), "validUntil");
        }
    }

    private static boolean beforeDecision(CaseRecord record, LocalDate day) {
        return record.decision()
                .filter(decision -> day.isBefore(decision.decidedOn()))
                .isPresent();
    }

    private void refuseUnknownPiece(PieceType type) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (edition(today).pieceType(type).isEmpty()) {
            throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
        }
    }

    private static void refuseWhen(boolean contradicts, String field) {
        if (contradicts) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", field));
        }
    }

    // -- what follows ------------------------------------------------------------------------------------------------

    private void followUp(Records records, CaseRecord before, CaseRecord after, Act act, Instant now) {
        if (act instanceof Act.SeeFacts) {
            before.filed()
                    .held()
                    .ifPresent(held -> recordSeen(records, before.filed().person(), held, now));
        } else if (act instanceof Act.HandOver) {
            recordCard(records, after, now);
        }
    }

    private static void recordSeen(Records records, PersonId person, HeldPermit held, Instant now) {
        records.people().find(Upkeep.READS_ALL, person).orElseThrow().heldPermits().stream()
                .filter(fact -> fact.permit().number().equals(held.number()) && fact.level() == FactLevel.DECLARED)
                .findFirst()
                .ifPresent(fact ->
                        records.people().keep(person, new HeldPermitFact(fact.reference(), held, FactLevel.SEEN, now)));
    }

    /** The card in the hand is what the person holds from now on, and the register knows it. */
    private void recordCard(Records records, CaseRecord after, Instant now) {
        var decision = after.decision().orElseThrow();
        String cardNumber =
                after.collection().flatMap(card -> card.cardNumber()).orElseThrow();
        Edition edition = edition(now.atZone(ZoneOffset.UTC).toLocalDate());
        HeldPermit card = new HeldPermit(
                after.filed().permit(),
                cardNumber,
                edition.permit(after.filed().permit())
                        .flatMap(entry -> entry.documentKind().ifSettled()),
                decision.validFrom().orElseThrow(),
                decision.validUntil().orElseThrow());
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, after.filed().person()).orElseThrow();
        String reference = after.number().value();
        records.people().keep(person.id(), new HeldPermitFact(reference, card, FactLevel.VERIFIED, now));
        person.foreignerNumber()
                .flatMap(records.register()::find)
                .ifPresent(entry -> records.register()
                        .keep(new RegisterEntry(
                                entry.number(),
                                entry.civilStatus(),
                                Optional.of(card),
                                entry.protection(),
                                entry.letterCodeDigest())));
    }

    private static List<Told> told(CaseRecord after, Act act, Practice practice, Occasion occasion) {
        if (act instanceof Act.AskForPieces ask) {
            return List.of(NoticeWriter.piecesAsked(ask.pieces(), ask.reason(), ask.answerBy()));
        } else if (act instanceof Act.Grant) {
            return List.of(NoticeWriter.decided(Outcome.GRANTED, "", occasion.today()));
        } else if (act instanceof Act.Refuse refuse) {
            return List.of(NoticeWriter.decided(Outcome.REFUSED, refuse.reason(), occasion.today()));
        } else if (act instanceof Act.RefuseRegistration refuse) {
            return List.of(NoticeWriter.decided(Outcome.REGISTRATION_REFUSED, refuse.reason(), occasion.today()));
        } else if (act instanceof Act.CardReady && after.collection().isPresent()) {
            return List.of(NoticeWriter.cardReady(practice));
        }
        return List.of();
    }

    private Occasion occasion(CaseRecord record, Practice practice, Instant now) {
        Standing standing = record.standing();
        Edition somewhere = edition(now.atZone(ZoneOffset.UTC).toLocalDate());
        LocalDate today = now.atZone(somewhere
                        .prefecture(standing.prefecture())
                        .orElseThrow()
                        .zone())
                .toLocalDate();
        Edition edition = edition(today);
        return new Occasion(today, edition.stamp().name(), edition.clocks()::workingDaysAfter, practice);
    }

    private Edition edition(LocalDate day) {
        return upkeep.law().inForce(day);
    }

    private static QueuePage.Row row(QueueRow row) {
        return new QueuePage.Row(
                row.number(),
                row.status(),
                row.permit(),
                row.familyName(),
                row.givenNames(),
                row.prefecture(),
                row.filedOn(),
                row.complete(),
                row.rightEndsOn(),
                row.next());
    }

    /** What the journal keeps of an act: codes and days, never the agent's words, which may name people. */
    private static String detail(Act act) {
        if (act instanceof Act.AskForPieces ask) {
            return ask.pieces().stream().map(PieceType::value).sorted().toList() + " by " + ask.answerBy();
        } else if (act instanceof Act.RefusePiece refuse) {
            return refuse.piece().value() + " reason-sha256:" + Secrets.digest("reason", refuse.reason());
        } else if (act instanceof Act.Grant grant) {
            return grant.validFrom() + " to " + grant.validUntil();
        } else if (act instanceof Act.Refuse refuse) {
            return "reason-sha256:" + Secrets.digest("reason", refuse.reason());
        } else if (act instanceof Act.RefuseRegistration refuse) {
            return "reason-sha256:" + Secrets.digest("reason", refuse.reason());
        } else if (act instanceof Act.Notify notify) {
            return "on " + notify.day() + " proof-sha256:" + Secrets.digest("proof", notify.proof());
        } else if (act instanceof Act.HandOver handOver) {
            return "on " + handOver.day();
        } else if (act instanceof Act.Deliver deliver) {
            return "on " + deliver.day();
        } else if (act instanceof Act.OfferTransfer offer) {
            return "to " + offer.to();
        } else if (act instanceof Act.CloseAsMoot moot) {
            return slug(moot.cause());
        }
        return "";
    }

    private static String slug(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The key of a page, as a caller carries it from one page to the next. */
    private static final class QueueKeys {

        private static final String OPEN = "open";

        static String write(QueueRow row) {
            return row.rightEndsOn().map(LocalDate::toString).orElse(OPEN) + "_" + row.filedOn() + "_" + row.number();
        }

        static CaseRecords.QueueKey read(String key) {
            String[] parts = key.split("_", -1);
            if (parts.length != 3) {
                throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
            }
            try {
                return new CaseRecords.QueueKey(
                        parts[0].equals(OPEN) ? LocalDate.MAX : LocalDate.parse(parts[0]),
                        LocalDate.parse(parts[1]),
                        new CaseNumber(parts[2]));
            } catch (RuntimeException unreadable) {
                throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
            }
        }
    }

    private static String slug(CaseStatus status) {
        return slug((Enum<?>) status);
    }
}
