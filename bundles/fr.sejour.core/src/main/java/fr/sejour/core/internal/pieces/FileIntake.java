package fr.sejour.core.internal.pieces;

import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.MalwareScanner;
import fr.sejour.core.port.PieceInspector;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
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
 * Where every file of a person comes in, whatever it is to show: it is looked at, scanned and kept before the transaction that
 * refers to it.
 */
@Component(service = FileIntake.class, configurationPid = FileIntake.PID)
@Designate(ocd = FileIntake.Config.class)
public final class FileIntake {

    /** The PID of what a file may be. */
    public static final String PID = "fr.sejour.pieces";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_MEGABYTES = PieceDesk.LARGEST_EVER / MEGABYTE;

    /** What a file's name may end in, and the media type it then says. */
    private static final Map<String, String> ENDINGS = Map.of(
            "pdf", "application/pdf",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "heic", "image/heic",
            "heif", "image/heic");

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

    private final PieceVault vault;
    private final PersonFiles files;
    private final PieceInspector inspector;
    private final Clock clock;
    private final PieceDesk.Limits limits;
    private final Duration uploadTime;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MalwareScanner scanner;

    @Activate
    public FileIntake(
            @Reference Store store,
            @Reference PieceVault vault,
            @Reference PieceInspector inspector,
            @Reference Clock clock,
            Config config) {
        this(
                store,
                vault,
                inspector,
                clock,
                new PieceDesk.Limits(
                        within("largestMegabytes", config.largestMegabytes(), MOST_MEGABYTES) * MEGABYTE,
                        within("mostPages", config.mostPages(), 5000)),
                Duration.ofHours(within("uploadHours", config.uploadHours(), 168)));
    }

    /** An intake without a scanner until it is given one. */
    public FileIntake(
            Store store,
            PieceVault vault,
            PieceInspector inspector,
            Clock clock,
            PieceDesk.Limits limits,
            Duration uploadTime) {
        this.vault = vault;
        this.files = new PersonFiles(store, vault);
        this.inspector = inspector;
        this.clock = clock;
        this.limits = limits;
        this.uploadTime = uploadTime;
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

    public PieceDesk.Limits limits() {
        return limits;
    }

    /** How long an upload may take from its first part to its last. */
    public Duration uploadTime() {
        return uploadTime;
    }

    /** A file that stands in the vault; a transaction that refers to it has to follow. */
    public record Taken(String mediaType, ScanState scan, PieceVault.Kept kept) {}

    /**
     * Takes a file of a person that comes in one piece. Outside any transaction.
     *
     * @throws CaseException for what cannot be taken, as {@link PieceDesk} names it
     */
    public Taken take(PersonId person, SentFile file) {
        UploadId staged = freshUpload();
        try {
            if (vault.append(staged, 0, file.content(), limits.largestBytes()) == 0) {
                throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "content"));
            }
            return take(person, staged, file.name().flatMap(FileIntake::ending), file.mediaType());
        } finally {
            vault.discard(staged);
        }
    }

    /**
     * Takes a whole upload as a file of a person. Outside any transaction.
     *
     * @param ending of the name that it came with
     * @param claimed the media type that it came with
     * @throws CaseException for what cannot be taken, as {@link PieceDesk} names it
     */
    public Taken take(PersonId person, UploadId whole, Optional<String> ending, Optional<String> claimed) {
        String mediaType = inspected(whole);
        if (claimed.filter(it -> !it.equalsIgnoreCase(mediaType)).isPresent()) {
            throw new CaseException(
                    ErrorCode.MEDIA_TYPE_NOT_ACCEPTED, Map.of("refused", "content-is-not-what-it-says"));
        }
        if (ending.filter(it -> !mediaType.equals(ENDINGS.get(it))).isPresent()) {
            throw new CaseException(ErrorCode.FILE_CONTRADICTS_ITS_NAME);
        }
        ScanState scan = scanned(whole);
        if (scan == ScanState.INFECTED) {
            throw new CaseException(ErrorCode.FILE_INFECTED);
        }
        return new Taken(mediaType, scan, files.keep(person, whole));
    }

    /** What is known of a file that was taken; the same content again is one file. */
    public EvidenceRecord keep(Records records, PersonId person, Taken taken) {
        EvidenceRecord kept =
                records.evidence().named(person, taken.kept().name()).orElseGet(() -> added(records, person, taken));
        if (kept.scan() == ScanState.INFECTED) {
            throw new CaseException(ErrorCode.FILE_INFECTED);
        }
        return kept;
    }

    private EvidenceRecord added(Records records, PersonId person, Taken taken) {
        EvidenceRecord fresh = new EvidenceRecord(
                new EvidenceId(UUID.randomUUID().toString()),
                person,
                taken.kept().name(),
                taken.mediaType(),
                taken.kept().size(),
                taken.kept().digest(),
                taken.scan(),
                clock.instant());
        records.evidence().add(fresh);
        return fresh;
    }

    private String inspected(UploadId whole) {
        try (InputStream content = vault.partial(whole)) {
            return inspector.inspect(content, vault.arrived(whole), limits.mostPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScanState scanned(UploadId whole) {
        MalwareScanner with = scanner;
        if (with == null) {
            return ScanState.NONE;
        }
        try (InputStream content = vault.partial(whole)) {
            return switch (with.scan(content)) {
                case CLEAN -> ScanState.CLEAN;
                case INFECTED -> ScanState.INFECTED;
                case UNDECIDED, UNREACHABLE -> ScanState.WAITING;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a name ends in, when it is an ending that people give to files; any other says nothing. */
    public static Optional<String> ending(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                .filter(it -> dot >= 0 && it.matches("[a-z0-9]{2,5}"));
    }

    public static UploadId freshUpload() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new UploadId(HexFormat.of().formatHex(bytes));
    }
}
