package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
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
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.pieces.FileIntake;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.MalwareScanner;
import fr.sejour.core.port.PieceInspector;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.UploadRecord;
import fr.sejour.core.port.WrappedKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Takes pieces in under the national law. A file is looked at, scanned and kept before the transaction that refers to it; the
 * transaction judges again whether the case still takes it.
 */
@Component(configurationPid = NationalPieceDesk.PID)
@Designate(ocd = NationalPieceDesk.Config.class)
public final class NationalPieceDesk implements PieceDesk {

    /** The PID of what a file may be. */
    public static final String PID = "fr.sejour.pieces";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_MEGABYTES = LARGEST_EVER / MEGABYTE;

    /** What a file may be, and how long an upload may take. */
    @ObjectClassDefinition(name = "Séjour: pieces")
    public @interface Config {

        @AttributeDefinition(name = "Megabytes of the largest file", description = "1 to 50")
        int largestMegabytes() default 10;

        @AttributeDefinition(name = "Pages of the longest PDF", description = "1 to 5000")
        int mostPages() default 200;

        @AttributeDefinition(name = "Hours after which an unfinished upload is forgotten", description = "1 to 168")
        int uploadHours() default 24;
    }

    private final Store store;
    private final Upkeep upkeep;
    private final PieceVault vault;
    private final FileIntake intake;
    private final EvidenceReader reader;
    private final Clock clock;
    private final CaseFiles files;
    private final Limits limits;
    private final Duration uploadTime;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MalwareScanner scanner;

    @Activate
    public NationalPieceDesk(
            @Reference Store store,
            @Reference Upkeep upkeep,
            @Reference PieceVault vault,
            @Reference PieceInspector inspector,
            @Reference Clock clock,
            Config config) {
        this(
                store,
                upkeep,
                vault,
                inspector,
                clock,
                new Limits(
                        within("largestMegabytes", config.largestMegabytes(), MOST_MEGABYTES) * MEGABYTE,
                        within("mostPages", config.mostPages(), 5000)),
                Duration.ofHours(within("uploadHours", config.uploadHours(), 168)));
    }

    /** A desk without a scanner until it is given one. */
    public NationalPieceDesk(
            Store store,
            Upkeep upkeep,
            PieceVault vault,
            PieceInspector inspector,
            Clock clock,
            Limits limits,
            Duration uploadTime) {
        this.store = store;
        this.upkeep = upkeep;
        this.vault = vault;
        this.intake = new FileIntake(vault, inspector, limits.mostPages(), () -> scanner);
        this.reader = new EvidenceReader(store, vault, clock);
        this.clock = clock;
        this.limits = limits;
        this.uploadTime = uploadTime;
        this.files = new CaseFiles(upkeep.law());
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(PID + ": " + name + " is 1 to " + most + ", not " + value);
        }
        return value;
    }

    /** Has files looked at by that scanner from now on. */
    public void scanWith(MalwareScanner with) {
        scanner = with;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public CaseFile give(Caller caller, CaseNumber number, PieceType type, SentFile file) {
        store.read(records -> expecting(records, caller, number, type));
        UploadId staged = freshUpload();
        try {
            if (vault.append(staged, 0, file.content(), limits.largestBytes()) == 0) {
                throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "content"));
            }
            return take(caller, number, type, staged, file.name().flatMap(FileIntake::ending), file.mediaType());
        } finally {
            vault.discard(staged);
        }
    }

    @Override
    public CaseFile reuse(Caller caller, CaseNumber number, PieceType type, EvidenceId evidence) {
        return store.write(records -> {
            records.people().hold(number);
            CaseRecord before = expecting(records, caller, number, type);
            EvidenceRecord kept =
                    EvidenceReader.readable(records, caller, before.filed().person(), evidence);
            return stand(records, caller, before, type, kept, "piece-reused");
        });
    }

    @Override
    public CaseFile remove(Caller caller, CaseNumber number, PieceType type) {
        return store.write(records -> {
            records.people().hold(number);
            CaseRecord before = taking(records, caller, number);
            if (caller.role() != Role.APPLICANT) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
            }
            PieceVersion given = standing(records, number, type)
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
        if (length > limits.largestBytes()) {
            throw tooLarge();
        }
        UploadRecord fresh = new UploadRecord(
                freshUpload(),
                caller.account(),
                number,
                type,
                length,
                name.flatMap(FileIntake::ending),
                clock.instant().plus(uploadTime),
                false);
        store.write(records -> {
            records.people().hold(number);
            expecting(records, caller, number, type);
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
            take(caller, underWay.caseNumber(), underWay.type(), underWay.id(), underWay.ending(), Optional.empty());
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
        return file(
                new UploadRecord(
                        underWay.id(),
                        underWay.account(),
                        underWay.caseNumber(),
                        underWay.type(),
                        underWay.length(),
                        underWay.ending(),
                        underWay.expiresAt(),
                        true),
                arrived);
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
            EvidenceReader.known(records, caller, found.caseNumber());
            return found;
        });
    }

    private static UploadFile file(UploadRecord upload, long offset) {
        return new UploadFile(
                upload.id(),
                upload.caseNumber(),
                upload.type(),
                upload.length(),
                offset,
                upload.expiresAt(),
                upload.finished());
    }

    /** Looks into a whole upload, has it scanned, keeps it, and gives the piece by it. */
    private CaseFile take(
            Caller caller,
            CaseNumber number,
            PieceType type,
            UploadId whole,
            Optional<String> ending,
            Optional<String> claimed) {
        FileIntake.Taken taken = intake.take(whole, ending, claimed);
        WrappedKey key = keyOf(caller, number);
        PieceVault.Kept kept = vault.keep(whole, key);
        return store.write(records -> {
            records.people().hold(number);
            CaseRecord before = expecting(records, caller, number, type);
            PersonId person = before.filed().person();
            EvidenceRecord evidence =
                    records.evidence().named(person, kept.name()).orElseGet(() -> added(records, person, kept, taken));
            return stand(records, caller, before, type, evidence, "piece-given");
        });
    }

    private EvidenceRecord added(Records records, PersonId person, PieceVault.Kept kept, FileIntake.Taken taken) {
        EvidenceRecord fresh = new EvidenceRecord(
                new EvidenceId(UUID.randomUUID().toString()),
                person,
                kept.name(),
                taken.mediaType(),
                kept.size(),
                kept.digest(),
                taken.scan(),
                clock.instant());
        records.evidence().add(fresh);
        return fresh;
    }

    /** The case with that file standing for the piece; nothing changes when it does already. */
    private CaseFile stand(
            Records records, Caller caller, CaseRecord before, PieceType type, EvidenceRecord evidence, String what) {
        if (evidence.scan() == ScanState.INFECTED) {
            throw new CaseException(ErrorCode.FILE_INFECTED);
        }
        CaseNumber number = before.number();
        Optional<PieceVersion> standing = standing(records, number, type);
        boolean given = CasePieces.find(before, type)
                .filter(it -> it.state() == PieceFile.State.GIVEN)
                .isPresent();
        if (given && standing.filter(it -> it.evidence().equals(evidence.id())).isPresent()) {
            return files.show(records, before);
        }
        Instant now = clock.instant();
        standing.ifPresent(it -> records.evidence()
                .endVersion(number, type, it.version(), new PieceVersion.End(now, PieceVersion.How.REPLACED)));
        int version = 1
                + (int) records.evidence().versions(number).stream()
                        .filter(it -> it.type().equals(type))
                        .count();
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

    /** The version of a piece that stands. */
    private static Optional<PieceVersion> standing(Records records, CaseNumber number, PieceType type) {
        return records.evidence().versions(number).stream()
                .filter(it -> it.type().equals(type) && it.end().isEmpty())
                .findFirst();
    }

    private CaseFile keep(Records records, Caller caller, CaseRecord changed, String what, String detail, Instant now) {
        JournalEntry line = new JournalEntry(now, caller.account().value(), what, detail, Optional.empty());
        Upkeep.Kept kept = upkeep.keep(records, new Upkeep.Deed(changed, List.of(line), List.of()), now);
        return files.show(kept.record(), kept.person());
    }

    /** The key of the person whose case it is, made when their first file comes. */
    private WrappedKey keyOf(Caller caller, CaseNumber number) {
        Optional<WrappedKey> present = store.read(records -> records.evidence()
                .key(EvidenceReader.known(records, caller, number).filed().person()));
        return present.orElseGet(() -> {
            WrappedKey fresh = vault.freshKey();
            return store.write(records -> {
                records.people().hold(number);
                PersonId person =
                        EvidenceReader.known(records, caller, number).filed().person();
                return records.evidence().key(person).orElseGet(() -> {
                    records.evidence().keepKey(person, fresh);
                    return fresh;
                });
            });
        });
    }

    /** The case, while pieces still count and the caller may change them. */
    private CaseRecord taking(Records records, Caller caller, CaseNumber number) {
        CaseRecord record = EvidenceReader.known(records, caller, number);
        ActRules.refuseWhenFormer(caller, record);
        if (!(PermitCase.of(record) instanceof PermitCase.Undecided)) {
            throw files.notAllowed(record);
        }
        return record;
    }

    private CaseRecord expecting(Records records, Caller caller, CaseNumber number, PieceType type) {
        CaseRecord record = taking(records, caller, number);
        boolean expected = files.show(records, record).pieces().stream()
                .anyMatch(piece -> piece.type().equals(type));
        if (!expected) {
            throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
        }
        return record;
    }

    private CaseException tooLarge() {
        return new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", limits.largestBytes()));
    }

    private static UploadId freshUpload() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new UploadId(HexFormat.of().formatHex(bytes));
    }
}
