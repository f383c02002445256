package fr.sejour.distribution.process;

import java.nio.charset.StandardCharsets;

/** The smallest PDF that opens: one empty page, and a word that makes one differ from another. */
public final class SamplePdf {

    private SamplePdf() {}

    public static byte[] of(String word) {
        return """
                %%PDF-1.4
                %% %s
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                trailer<</Root 1 0 R>>
                %%%%EOF
                """.formatted(word).getBytes(StandardCharsets.US_ASCII);
    }
}
