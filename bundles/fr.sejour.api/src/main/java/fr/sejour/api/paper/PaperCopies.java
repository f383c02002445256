package fr.sejour.api.paper;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.AttestationNumber;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The pages of papers: made when somebody first asks for one, sealed and signed, and kept as they are. */
@ProviderType
public interface PaperCopies {

    /** The languages that a page may be asked in, French first. */
    List<String> languages();

    /**
     * The page of a paper, the same one each time.
     *
     * @param language French when no paper is printed in that one
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the paper is unknown or out of scope; {@code
     *     PAPER_REPLACED} when another one stands in its place and nobody had asked for its page before; {@code
     *     PAPER_UNAVAILABLE} while there is no key to seal or sign with
     */
    Copy read(Caller caller, AttestationNumber number, String language);

    /**
     * A page.
     *
     * @param content closed by the caller
     */
    record Copy(String language, long size, InputStream content) {}
}
