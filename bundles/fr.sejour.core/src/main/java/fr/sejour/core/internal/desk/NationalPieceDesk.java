package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Evidence;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceReading;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.UploadFile;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.pieces.FileIntake;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.upkeep.Arrivals;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.UploadRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes pieces in under the national law. A file is looked at, scanned and kept before the transaction that refers to it; the
 * transaction judges again whether the case still takes it.
 */
@Component
public final class NationalPieceDesk implements PieceDesk {

    private final Store store;
    private final Upkeep upkeep;
    private final PieceVault vault;
    private final FileIntake intake;
    private final EvidenceReader reader;
    private final Clock clock;
    private final CaseFiles files;
    private final Reach reach;
    private final Arrivals arrivals;

    @Activate
    public NationalPieceDesk(
            @Reference Store store,
            @Reference Upkeep upkeep,
            @Reference PieceVault vault,
            @Reference FileIntake intake,
            @Reference Practices practices,
            @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.vault = vault;
        this.intake = intake;
        this.reader = new EvidenceReader(store, vault, clock);
        this.clock = clock;
        this.files = new CaseFiles(upkeep.law());
        this.reach = new Reach(clock);
        this.arrivals = new Arrivals(store, upkeep, practices);
    }

    @Override
    public Limits limits() {
        return intake.limits();
    }

    @Override
    public CaseFile give(Caller caller, CaseNumber number, PieceType type, SentFile file) {
        PersonId person = store.read(records -> {
            Caller giver = completing(records, caller, number);
            return expecting(records, giver, foreseen(records, giver, number), type)
                    .filed()
                    .person();
        });
        return stand(caller, number, type, intake.take(person, file));
    }

    @Override
    public CaseFile reuse(Caller caller, CaseNumber number, PieceType type, EvidenceId evidence) {
        Answers answers = asked(store.read(records -> completing(records, caller, number)), number);
        return store.write(records -> {
            records.people().hold(number);
            Caller giver = completing(records, caller, number);
            CaseRecord before = expecting(records, giver, arrived(records, giver, number, answers), type);
            EvidenceRecord kept =
                    EvidenceReader.readable(records, giver, before.filed().person(), evidence);
            if (kept.scan() == ScanState.INFECTED) {
                throw new CaseException(ErrorCode.FILE_INFECTED);
            }
            return stand(records, giver, before, type, kept, "piece-reused");
        });
    }

    @Override
    public CaseFile remove(Caller caller, CaseNumber number, PieceType type) {
        Answers answers = asked(caller, number);
        return store.write(records -> {
            records.people().hold(number);
            CaseRecord before = taking(records, caller, arrived(records, caller, number, answers));
            if (caller.isStaff()) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
            }
            PieceVersion given = standing(versions(records, number, type))
                    .orElseThrow(() -> new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value())));
            Instant now = clock.instant();
            records.evidence()
                    .endVersion(number, type, given.version(), new PieceVersion.End(now, PieceVersion.How.REMOVED));
            return keep(
                    records,
                    caller,
                    CasePieces.removed(before, type),
                    "piece-removed",
                    type + " version " + given.version(),
                    now);
        });
    }

    @Override
    public List<PieceVersion> versions(Caller caller, CaseNumber number) {
        return reader.versions(caller, number);
    }

    @Override
    public PieceReading read(Caller caller, CaseNumber number, PieceType type, Optional<Integer> version) {
        return reader.read(caller, number, type, version);
    }

    @Override
    public List<Evidence> evidence(Caller caller, PersonId person) {
        return reader.evidence(caller, person);
    }

    @Override
    public UploadFile begin(Caller caller, CaseNumber number, PieceType type, long length, Optional<String> name) {
        if (length < 1) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "content"));
        }
        if (length > limits().largestBytes()) {
            throw tooLarge();
        }
        UploadRecord fresh = new UploadRecord(
                FileIntake.freshUpload(),
                caller.account(),
                number,
                type,
                length,
                name.flatMap(FileIntake::ending),
                clock.instant().plus(intake.uploadTime()),
                false);
        store.write(records -> {
            records.people().hold(number);
            Caller giver = completing(records, caller, number);
            expecting(records, giver, foreseen(records, giver, number), type);
            records.evidence().begin(fresh);
            return fresh;
        });
        return file(fresh, 0);
    }

    @Override
    public UploadFile look(Caller caller, UploadId upload) {
        return goOn(caller, uploading(caller, upload));
    }

    @Override
    public UploadFile append(Caller caller, UploadId upload, long offset, SentFile part) {
        UploadRecord underWay = uploading(caller, upload);
        if (underWay.finished()) {
            if (offset != underWay.length()) {
                throw new CaseException(ErrorCode.UPLOAD_ELSEWHERE, Map.of("offset", underWay.length()));
            }
            return file(underWay, underWay.length());
        }
        vault.append(upload, offset, part.content(), underWay.length());
        return goOn(caller, underWay);
    }

    @Override
    public void abandon(Caller caller, UploadId upload) {
        forget(uploading(caller, upload));
    }

    /** Gives the piece once the upload is whole. What cannot be taken is forgotten with it: sending it again would not help. */
    private UploadFile goOn(Caller caller, UploadRecord underWay) {
        long arrived = underWay.finished() ? underWay.length() : vault.arrived(underWay.id());
        if (underWay.finished() || arrived < underWay.length()) {
            return file(underWay, arrived);
        }
        try {
            PersonId person = store.read(records -> EvidenceReader.known(
                            records, completing(records, caller, underWay.caseNumber()), underWay.caseNumber())
                    .filed()
                    .person());
            FileIntake.Taken taken = intake.take(person, underWay.id(), underWay.ending(), Optional.empty());
            stand(caller, underWay.caseNumber(), underWay.type(), taken);
        } catch (CaseException refused) {
            if (refused.code().fault() == ErrorCode.Fault.CALLER && refused.code() != ErrorCode.CASE_CHANGED) {
                forget(underWay);
            }
            throw refused;
        }
        store.write(records -> {
            records.evidence().finish(underWay.id());
            return underWay;
        });
        vault.discard(underWay.id());
        return file(underWay, arrived);
    }

    private void forget(UploadRecord upload) {
        store.write(records -> {
            records.evidence().forget(upload.id());
            return upload;
        });
        vault.discard(upload.id());
    }

    private UploadRecord uploading(Caller caller, UploadId upload) {
        return store.read(records -> {
            UploadRecord found = records.evidence()
                    .upload(upload)
                    .filter(it -> it.account().equals(caller.account()))
                    .filter(it -> clock.instant().isBefore(it.expiresAt()))
                    .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            EvidenceReader.known(records, completing(records, caller, found.caseNumber()), found.caseNumber());
            return found;
        });
    }

    private static UploadFile file(UploadRecord upload, long offset) {
        return new UploadFile(upload.id(), upload.length(), offset, upload.expiresAt());
    }

    private CaseFile stand(Caller caller, CaseNumber number, PieceType type, FileIntake.Taken taken) {
        Answers answers = arrivals.ask(number);
        return store.write(records -> {
            records.people().hold(number);
            Caller giver = completing(records, caller, number);
            CaseRecord before = expecting(records, giver, arrived(records, giver, number, answers), type);
            EvidenceRecord evidence = intake.keep(records, before.filed().person(), taken);
            return stand(records, giver, before, type, evidence, "piece-given");
        });
    }

    /** The case with that file standing for the piece; nothing changes when it does already. */
    private CaseFile stand(
            Records records, Caller caller, CaseRecord before, PieceType type, EvidenceRecord evidence, String what) {
        CaseNumber number = before.number();
        List<PieceVersion> versions = versions(records, number, type);
        Optional<PieceVersion> standing = standing(versions);
        boolean given = CasePieces.find(before, type)
                .filter(it -> it.state() == PieceFile.State.GIVEN)
                .isPresent();
        if (given && standing.filter(it -> it.evidence().equals(evidence.id())).isPresent()) {
            return files.show(records, caller, before);
        }
        Instant now = clock.instant();
        standing.ifPresent(it -> records.evidence()
                .endVersion(number, type, it.version(), new PieceVersion.End(now, PieceVersion.How.REPLACED)));
        int version = 1 + versions.size();
        records.evidence()
                .addVersion(
                        number,
                        new PieceVersion(
                                type,
                                version,
                                evidence.id(),
                                evidence.mediaType(),
                                evidence.size(),
                                evidence.digest(),
                                evidence.scan(),
                                now,
                                caller.account(),
                                Optional.empty()));
        CaseRecord changed = CasePieces.given(
                before,
                type,
                new PieceRecord.Given(
                        version,
                        evidence.id(),
                        evidence.mediaType(),
                        evidence.size(),
                        evidence.digest(),
                        now,
                        evidence.scan()));
        CaseRecord resumed =
                PermitCase.of(changed) instanceof PermitCase.AwaitingPieces awaiting && !CasePieces.anyAwaited(changed)
                        ? awaiting.resume().record()
                        : changed;
        return keep(records, caller, resumed, what, type + " version " + version + " sha256:" + evidence.digest(), now);
    }

    private static List<PieceVersion> versions(Records records, CaseNumber number, PieceType type) {
        return records.evidence().versions(number).stream()
                .filter(it -> it.type().equals(type))
                .toList();
    }

    /** The version of a piece that stands. */
    private static Optional<PieceVersion> standing(List<PieceVersion> versions) {
        return versions.stream().filter(it -> it.end().isEmpty()).findFirst();
    }

    private CaseFile keep(Records records, Caller caller, CaseRecord changed, String what, String detail, Instant now) {
        JournalEntry line =
                new JournalEntry(now, caller.account().value(), what, detail + Reach.trace(caller), Optional.empty());
        List<Told> told =
                caller.mandate().map(NoticeWriter::mandateUsed).stream().toList();
        Upkeep.Kept kept = upkeep.keep(records, new Upkeep.Deed(changed, List.of(line), told), now);
        return files.show(records, caller, kept.record(), kept.person());
    }

    private Caller completing(Records records, Caller caller, CaseNumber number) {
        return reach.to(records, caller, number, Permission.COMPLETE);
    }

    /** What the rules say of where silence takes the case; nobody who may not know of it makes them be asked. */
    private Answers asked(Caller reader, CaseNumber number) {
        store.read(records -> EvidenceReader.known(records, reader, number));
        return arrivals.ask(number);
    }

    private CaseRecord arrived(Records records, Caller caller, CaseNumber number, Answers answers) {
        return arrivals.arrived(
                records, caller, EvidenceReader.known(records, caller, number), answers, clock.instant());
    }

    private CaseRecord foreseen(Records records, Caller caller, CaseNumber number) {
        return arrivals.foreseen(records, EvidenceReader.known(records, caller, number), clock.instant());
    }

    /** The case where it is now, while pieces still count and the caller may change them. */
    private CaseRecord taking(Records records, Caller caller, CaseRecord record) {
        ActRules.refuseWhenFormer(caller, record);
        if (!(PermitCase.of(record) instanceof PermitCase.Undecided)) {
            throw files.notAllowed(records, caller, record);
        }
        return record;
    }

    private CaseRecord expecting(Records records, Caller caller, CaseRecord here, PieceType type) {
        CaseRecord record = taking(records, caller, here);
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, record.filed().person()).orElseThrow();
        if (!files.asksFor(type, record, person)) {
            throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
        }
        return record;
    }

    private CaseException tooLarge() {
        return new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", limits().largestBytes()));
    }
}
