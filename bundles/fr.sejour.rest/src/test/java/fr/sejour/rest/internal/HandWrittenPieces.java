package fr.sejour.rest.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Evidence;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceDesk;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The pieces of the one case there is; what came last is kept for the test to look at. */
final class HandWrittenPieces implements PieceDesk {

    static final EvidenceId FILE = new EvidenceId("0f8fad5b-d9cb-469f-a165-70867728950e");
    static final UploadId UPLOAD = new UploadId("9c56cc51b374c3ba189210d5b6d4bf57");
    static final int LARGEST = 10 * 1024 * 1024;

    private static final PieceType PASSPORT = new PieceType("nationalite");
    private static final Map<String, String> STARTS = Map.of(
            "%PDF-", "application/pdf",
            "\u00FF\u00D8\u00FF", "image/jpeg",
            "\u0089PNG", "image/png",
            "\u0000\u0000\u0000\u0018ftyp", "image/heic");

    final AtomicReference<byte[]> content = new AtomicReference<>(new byte[0]);
    final AtomicReference<Optional<String>> name = new AtomicReference<>(Optional.empty());
    final AtomicReference<EvidenceId> reused = new AtomicReference<>();

    private final Supplier<CaseFile> standing;

    HandWrittenPieces(Supplier<CaseFile> standing) {
        this.standing = standing;
    }

    @Override
    public Limits limits() {
        return new Limits(LARGEST, 200);
    }

    @Override
    public CaseFile give(Caller caller, CaseNumber number, PieceType type, SentFile file) {
        byte[] bytes = bytes(file, LARGEST);
        if (bytes.length == 0) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "content"));
        }
        if (bytes.length > LARGEST) {
            throw new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", LARGEST));
        }
        String start = new String(bytes, 0, Math.min(8, bytes.length), ISO_8859_1);
        boolean asSaid = STARTS.entrySet().stream()
                .filter(known -> start.startsWith(known.getKey()))
                .anyMatch(known -> file.mediaType().equals(Optional.of(known.getValue())));
        if (!asSaid) {
            throw new CaseException(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
        }
        content.set(bytes);
        return standing.get();
    }

    private static byte[] bytes(SentFile file, int most) {
        try {
            return file.content().readNBytes(most + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public CaseFile reuse(Caller caller, CaseNumber number, PieceType type, EvidenceId evidence) {
        if (!evidence.equals(FILE)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        reused.set(evidence);
        return standing.get();
    }

    @Override
    public CaseFile remove(Caller caller, CaseNumber number, PieceType type) {
        if (!type.equals(PASSPORT)) {
            throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
        }
        return standing.get();
    }

    @Override
    public List<PieceVersion> versions(Caller caller, CaseNumber number) {
        return List.of(
                version(1, Optional.of(new PieceVersion.End(Situations.NOW, PieceVersion.How.REPLACED))),
                version(2, Optional.empty()));
    }

    private static PieceVersion version(int version, Optional<PieceVersion.End> end) {
        return new PieceVersion(
                PASSPORT,
                version,
                FILE,
                "application/pdf",
                9,
                "ab".repeat(32),
                ScanState.CLEAN,
                Situations.NOW,
                new AccountId("account-amina"),
                end);
    }

    @Override
    public PieceReading read(Caller caller, CaseNumber number, PieceType type, Optional<Integer> version) {
        if (!type.equals(PASSPORT) || version.filter(it -> it > 2).isPresent()) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        byte[] bytes = "%PDF-1.7\n".getBytes(ISO_8859_1);
        return new PieceReading(
                type, version.orElse(2), "application/pdf", bytes.length, new ByteArrayInputStream(bytes));
    }

    @Override
    public List<Evidence> evidence(Caller caller, PersonId person) {
        return List.of(new Evidence(
                FILE,
                "application/pdf",
                9,
                "ab".repeat(32),
                ScanState.CLEAN,
                Situations.NOW,
                List.of(new Evidence.Use(Situations.CASE, PASSPORT, 1, true))));
    }

    @Override
    public UploadFile begin(Caller caller, CaseNumber number, PieceType type, long length, Optional<String> fileName) {
        if (length > LARGEST) {
            throw new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", LARGEST));
        }
        name.set(fileName);
        return upload(length, 0);
    }

    @Override
    public UploadFile look(Caller caller, UploadId upload) {
        known(upload);
        return upload(100, content.get().length);
    }

    @Override
    public UploadFile append(Caller caller, UploadId upload, long offset, SentFile part) {
        known(upload);
        if (offset != content.get().length) {
            throw new CaseException(ErrorCode.UPLOAD_ELSEWHERE, Map.of("offset", content.get().length));
        }
        content.set(bytes(part, 100));
        return upload(100, content.get().length);
    }

    @Override
    public void abandon(Caller caller, UploadId upload) {
        known(upload);
    }

    private static void known(UploadId upload) {
        if (!upload.equals(UPLOAD)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    private static UploadFile upload(long length, long offset) {
        return new UploadFile(UPLOAD, length, offset, Situations.NOW.plusSeconds(86_400));
    }
}
