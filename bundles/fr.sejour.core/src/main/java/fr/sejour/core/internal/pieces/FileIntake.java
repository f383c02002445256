package fr.sejour.core.internal.pieces;

import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.MalwareScanner;
import fr.sejour.core.port.PieceInspector;
import fr.sejour.core.port.PieceVault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at files before anything refers to them: what they are, that an agent can read them, that no malware is in them. */
public final class FileIntake {

    /** What a file's name may end in, and the media type it then says. */
    private static final Map<String, String> ENDINGS = Map.of(
            "pdf", "application/pdf",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "heic", "image/heic",
            "heif", "image/heic");

    private final PieceVault vault;
    private final PieceInspector inspector;
    private final int mostPages;
    private final Supplier<@Nullable MalwareScanner> scanner;

    /** What a file turned out to be. */
    public record Taken(String mediaType, ScanState scan) {}

    /** @param scanner asked at each file, for it comes and goes */
    public FileIntake(
            PieceVault vault, PieceInspector inspector, int mostPages, Supplier<@Nullable MalwareScanner> scanner) {
        this.vault = vault;
        this.inspector = inspector;
        this.mostPages = mostPages;
        this.scanner = scanner;
    }

    /** What a name ends in, when it is an ending that people give to files; any other says nothing. */
    public static Optional<String> ending(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                .filter(it -> dot >= 0 && it.matches("[a-z0-9]{2,5}"));
    }

    /**
     * Looks into a whole upload and has it scanned.
     *
     * @param ending what its name ends in
     * @param claimed the media type that its sender said
     * @throws CaseException as {@link fr.sejour.api.cases.PieceDesk} says for a file that cannot be taken
     */
    public Taken take(UploadId whole, Optional<String> ending, Optional<String> claimed) {
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
        return new Taken(mediaType, scan);
    }

    private String inspected(UploadId whole) {
        try (InputStream content = vault.partial(whole)) {
            return inspector.inspect(content, vault.arrived(whole), mostPages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScanState scanned(UploadId whole) {
        MalwareScanner with = scanner.get();
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
}
