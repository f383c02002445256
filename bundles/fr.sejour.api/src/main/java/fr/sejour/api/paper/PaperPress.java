package fr.sejour.api.paper;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Sets a paper on one page. Safe from any thread; reads no database. */
@ProviderType
public interface PaperPress {

    /** What a print is. */
    String MEDIA_TYPE = "application/pdf";

    /** The languages it prints beside French, which stands on every paper and prevails. */
    List<String> languages();

    /**
     * One page of A4: PDF/A-3 and PDF/UA-1, not signed yet. The same record, seal and language give the same words.
     *
     * @param seal the line of {@link Seals#seal}, drawn as a Data Matrix
     * @param language of the second reading; French alone when it is {@code fr}
     * @throws IllegalArgumentException when it prints no such language
     */
    byte[] print(PrintedPaper paper, String seal, String language);
}
