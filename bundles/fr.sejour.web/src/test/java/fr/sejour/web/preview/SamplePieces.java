package fr.sejour.web.preview;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pieces of the invented cases. */
public final class SamplePieces implements PieceDesk {

    public static final EvidenceId FILE = new EvidenceId("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static final Instant AT = Instant.parse("2026-08-14T10:20:00Z");
    private static final AccountId BY = new AccountId("account-amina");

    private final SampleCases cases;
    private final List<String> done = new ArrayList<>();

    SamplePieces(SampleCases cases) {
        this.cases = cases;
    }

    /** What was done, in order. */
    public List<String> done() {
        return done;
    }

    @Override
    public Limits limits() {
        return new Limits(10 * 1024 * 1024, 200);
    }

    @Override
    public CaseFile give(Caller caller, CaseNumber number, PieceType type, SentFile file) {
        CaseFile found = cases.find(caller, number);
        try {
            String start = new String(file.content().readNBytes(5), StandardCharsets.ISO_8859_1);
            if (!start.equals("%PDF-")) {
                throw new CaseException(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        done.add("give " + type + " " + file.name().orElse(""));
        return found;
    }

    @Override
    public CaseFile reuse(Caller caller, CaseNumber number, PieceType type, EvidenceId evidence) {
        done.add("reuse " + type + " " + evidence);
        return cases.find(caller, number);
    }

    @Override
    public CaseFile remove(Caller caller, CaseNumber number, PieceType type) {
        done.add("remove " + type);
        return cases.find(caller, number);
    }

    @Override
    public List<PieceVersion> versions(Caller caller, CaseNumber number) {
        return cases.find(caller, number).pieces().stream()
                .filter(piece -> piece.given().isPresent())
                .flatMap(piece -> List.of(
                        version(piece.type(), 1, Optional.of(new PieceVersion.End(AT, PieceVersion.How.REPLACED))),
                        version(piece.type(), 2, Optional.empty()))
                        .stream())
                .toList();
    }

    private static PieceVersion version(PieceType type, int version, Optional<PieceVersion.End> end) {
        return new PieceVersion(
                type, version, FILE, "application/pdf", 184_320, "ab".repeat(32), ScanState.CLEAN, AT, BY, end);
    }

    @Override
    public PieceReading read(Caller caller, CaseNumber number, PieceType type, Optional<Integer> version) {
        CaseFile found = cases.find(caller, number);
        byte[] content = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        boolean given = found.pieces().stream()
                .anyMatch(piece -> piece.type().equals(type) && piece.given().isPresent());
        if (!given) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return new PieceReading(
                type, version.orElse(2), "application/pdf", content.length, new ByteArrayInputStream(content));
    }

    @Override
    public List<Evidence> evidence(Caller caller, PersonId person) {
        return List.of(new Evidence(
                FILE,
                "application/pdf",
                184_320,
                "ab".repeat(32),
                ScanState.CLEAN,
                AT,
                List.of(new Evidence.Use(SampleCases.READY, new PieceType("nationalite"), 1, true))));
    }

    @Override
    public UploadFile begin(Caller caller, CaseNumber number, PieceType type, long length, Optional<String> name) {
        throw new UnsupportedOperationException("the API's own");
    }

    @Override
    public UploadFile look(Caller caller, UploadId upload) {
        throw new UnsupportedOperationException("the API's own");
    }

    @Override
    public UploadFile append(Caller caller, UploadId upload, long offset, SentFile part) {
        throw new UnsupportedOperationException("the API's own");
    }

    @Override
    public void abandon(Caller caller, UploadId upload) {
        throw new UnsupportedOperationException("the API's own");
    }
}
