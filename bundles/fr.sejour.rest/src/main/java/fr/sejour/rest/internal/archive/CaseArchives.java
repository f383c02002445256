package fr.sejour.rest.internal.archive;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.Letter;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.PieceReading;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.record.Journals;
import fr.sejour.api.signature.Signatures;
import fr.sejour.rest.internal.answer.AttestationAnswer;
import fr.sejour.rest.internal.answer.CaseAnswer;
import fr.sejour.rest.internal.answer.KeysAnswer;
import fr.sejour.rest.internal.answer.NoticesAnswer;
import fr.sejour.rest.internal.answer.PieceVersionsAnswer;
import fr.sejour.rest.internal.answer.Wording;
import fr.sejour.rest.internal.wire.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes a whole file as one archive: the case, its journal with the roots that seal it, every version of every piece, letters, papers,
 * messages, the sums of all these, and the platform's signature over the sums.
 */
@Component(service = CaseArchives.class)
public final class CaseArchives {

    /** What the signature says it is. */
    private static final String STATEMENT = "case-archive";

    private final CaseReview cases;
    private final PieceDesk pieces;
    private final Journals journals;
    private final Attestations papers;
    private final Inbox inbox;
    private final Signatures signatures;
    private final Clock clock;
    private final ObjectWriter json = StrictJson.mapper().writer(SerializationFeature.INDENT_OUTPUT);

    @Activate
    public CaseArchives(
            @Reference CaseReview cases,
            @Reference PieceDesk pieces,
            @Reference Journals journals,
            @Reference Attestations papers,
            @Reference Inbox inbox,
            @Reference Signatures signatures,
            @Reference Clock clock) {
        this.cases = cases;
        this.pieces = pieces;
        this.journals = journals;
        this.papers = papers;
        this.inbox = inbox;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** What an archive is made of, read before its first byte is sent: whoever may not read the case learns so by an answer. */
    public final class Archive {

        private final Caller caller;
        private final Wording wording;
        private final CaseFile file;
        private final Journals.Evidence journal;
        private final Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);

        private Archive(Caller caller, CaseNumber number, Wording wording) {
            this.caller = caller;
            this.wording = wording;
            this.journal = journals.takeOut(caller, number);
            this.file = cases.find(caller, number);
        }

        public String fileName() {
            return file.number() + ".zip";
        }

        public void writeTo(OutputStream out) throws IOException {
            try (SummedZip zip = new SummedZip(out, at)) {
                zip.add("LISEZ-MOI.txt", wording.texts().say("fr", "archive.about"));
                zip.add("READ-ME.txt", wording.texts().say("en", "archive.about"));
                zip.add("case.json", json.writeValueAsBytes(CaseAnswer.of(file, wording)));
                zip.add("journal.json", json.writeValueAsBytes(lines()));
                zip.add("journal-proofs.json", json.writeValueAsBytes(journal.proofs()));
                addPieces(zip);
                addLetters(zip);
                zip.add(
                        "papers.json",
                        json.writeValueAsBytes(papers.ofPerson(caller, file.person()).stream()
                                .filter(paper -> paper.caseNumber().equals(file.number()))
                                .map(paper -> AttestationAnswer.of(paper, caller, wording))
                                .toList()));
                zip.add(
                        "messages.json",
                        json.writeValueAsBytes(NoticesAnswer.of(inbox.open(caller, file.person()).stream()
                                .filter(notice -> notice.caseNumber().equals(file.number()))
                                .toList())));
                zip.add("signature-keys.json", json.writeValueAsBytes(new KeysAnswer(signatures.publicKeys())));
                String sums = zip.sums();
                zip.add("SHA256SUMS", sums);
                zip.add("SHA256SUMS.jws", signatures.sign(STATEMENT, statement(sums)));
            }
        }

        private Map<String, String> statement(String sums) {
            Map<String, String> statement = new LinkedHashMap<>();
            statement.put("caseNumber", file.number().value());
            statement.put("at", at.toString());
            statement.put("by", caller.account().value());
            statement.put("sha256", SummedZip.sum(sums));
            return statement;
        }

        /** Instants to the microsecond, as the digests have them. */
        private List<Map<String, Object>> lines() {
            return journal.lines().stream()
                    .map(line -> {
                        Map<String, Object> members = new LinkedHashMap<>();
                        members.put("sequence", line.sequence());
                        members.put("at", line.at().toString());
                        members.put("actor", line.actor());
                        members.put("what", line.what());
                        members.put("detail", line.detail());
                        line.basis().ifPresent(basis -> members.put("basis", basis));
                        members.put("digest", line.digest());
                        line.statement().ifPresent(said -> members.put("statement", said));
                        line.salt().ifPresent(salt -> members.put("salt", salt));
                        return members;
                    })
                    .toList();
        }

        private void addPieces(SummedZip zip) throws IOException {
            List<PieceVersion> versions = pieces.versions(caller, file.number());
            zip.add("pieces.json", json.writeValueAsBytes(PieceVersionsAnswer.of(versions)));
            for (PieceVersion version : versions) {
                Optional<PieceReading> content = open(version);
                if (content.isPresent()) {
                    try (PieceReading reading = content.get()) {
                        zip.add("pieces/" + reading.fileName(), reading.content());
                    }
                }
            }
        }

        /** What nobody may read, because it is infected or was not looked at, is listed and not handed out. */
        private Optional<PieceReading> open(PieceVersion version) {
            try {
                return Optional.of(pieces.read(caller, file.number(), version.type(), Optional.of(version.version())));
            } catch (CaseException withheld) {
                if (withheld.code() == ErrorCode.PIECE_NOT_SCANNED
                        || withheld.code() == ErrorCode.FILE_INFECTED
                        || withheld.code() == ErrorCode.NOT_FOUND) {
                    return Optional.empty();
                }
                throw withheld;
            }
        }

        private void addLetters(SummedZip zip) throws IOException {
            int place = 1;
            for (Letter letter : cases.letters(caller, file.number())) {
                zip.add("letters/" + place++ + "-" + letter.kind() + ".txt", letter.text());
            }
        }
    }

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} */
    public Archive open(Caller caller, CaseNumber number, Wording wording) {
        return new Archive(caller, number, wording);
    }
}
