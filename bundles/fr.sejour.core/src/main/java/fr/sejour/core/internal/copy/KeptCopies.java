package fr.sejour.core.internal.copy;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.paper.PaperCopies;
import fr.sejour.api.paper.PaperPress;
import fr.sejour.api.paper.PaperSigner;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.paper.Seals;
import fr.sejour.core.internal.people.CorrectedPapers;
import fr.sejour.core.internal.pieces.PersonFiles;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CopyRecord;
import fr.sejour.core.port.FiledRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has a page made from the record of a paper when it is first asked for, and keeps it in the vault. It is made outside any
 * transaction; of two who ask at once, both get a page and one is kept.
 */
@Component
public final class KeptCopies implements PaperCopies {

    private static final String FRENCH = "fr";

    private final Store store;
    private final PersonFiles files;
    private final PaperPress press;
    private final Seals seals;
    private final PaperSigner signer;
    private final Clock clock;

    @Activate
    public KeptCopies(
            @Reference Store store,
            @Reference PieceVault vault,
            @Reference PaperPress press,
            @Reference Seals seals,
            @Reference PaperSigner signer,
            @Reference Clock clock) {
        this.store = store;
        this.files = new PersonFiles(store, vault);
        this.press = press;
        this.seals = seals;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public List<String> languages() {
        List<String> all = new ArrayList<>(List.of(FRENCH));
        press.languages().stream().filter(language -> !language.equals(FRENCH)).forEach(all::add);
        return all;
    }

    @Override
    public Copy read(Caller caller, AttestationNumber number, String language) {
        String printed = languages().contains(language) ? language : FRENCH;
        Found found = store.read(records -> find(records, caller, number, printed));
        return found.kept()
                .map(kept -> new Copy(
                        printed,
                        kept.file().size(),
                        files.open(kept.person(), kept.file().name())))
                .orElseGet(() -> make(found.paper(), printed));
    }

    private Found find(Records records, Caller caller, AttestationNumber number, String language) {
        Attestation paper =
                records.papers().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        PersonRecord holder =
                records.people().find(Upkeep.READS_ALL, paper.person()).orElseThrow();
        FiledRecord filed = records.cases()
                .find(Upkeep.READS_ALL, paper.caseNumber())
                .orElseThrow()
                .filed();
        return new Found(
                new PrintedPaper(
                        paper,
                        holder.civilStatus(),
                        holder.foreignerNumber(),
                        filed.permit(),
                        filed.filedOn(),
                        records.papers().statusIndex(number)),
                records.copies().find(number, language));
    }

    private record Found(PrintedPaper paper, Optional<CopyRecord> kept) {}

    private Copy make(PrintedPaper printed, String language) {
        Attestation paper = printed.attestation();
        // who the holder was taken for then is known no more
        if (paper.end()
                .filter(end -> end.reason().equals(CorrectedPapers.REASON))
                .isPresent()) {
            throw new CaseException(ErrorCode.PAPER_REPLACED);
        }
        byte[] page = signed(printed, language);
        Level level = signer.level(page);
        Instant now = clock.instant();
        CopyRecord fresh = new CopyRecord(
                paper.number(), language, paper.person(), level, files.keep(paper.person(), page), now, now);
        CopyRecord kept = store.write(records -> {
            records.people().hold(paper.person());
            return records.copies().find(paper.number(), language).orElseGet(() -> {
                records.copies().add(fresh);
                return fresh;
            });
        });
        return kept.equals(fresh)
                ? new Copy(language, page.length, new ByteArrayInputStream(page))
                : new Copy(
                        language,
                        kept.file().size(),
                        files.open(paper.person(), kept.file().name()));
    }

    private byte[] signed(PrintedPaper paper, String language) {
        try {
            return signer.sign(press.print(paper, seals.seal(paper), language));
        } catch (SigningUnavailable noKey) {
            throw new CaseException(ErrorCode.PAPER_UNAVAILABLE);
        }
    }
}
