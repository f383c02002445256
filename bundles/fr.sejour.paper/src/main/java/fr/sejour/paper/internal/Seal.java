package fr.sejour.paper.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A line of capitals as a square of modules (Data Matrix, ISO/IEC 16022), drawn as lines: it stays sharp at any size. */
record Seal(BitMatrix modules) {

    static final float MILLIMETRE = 72 / 25.4f;

    private static final float SIDE = 26 * MILLIMETRE;

    /** What a camera tells apart on a printed page. */
    private static final float SMALLEST_MODULE = 0.5f * MILLIMETRE;

    static Seal of(String line) {
        return new Seal(new DataMatrixWriter()
                .encode(
                        line,
                        BarcodeFormat.DATA_MATRIX,
                        1,
                        1,
                        Map.of(
                                EncodeHintType.DATA_MATRIX_SHAPE,
                                SymbolShapeHint.FORCE_SQUARE,
                                EncodeHintType.DATA_MATRIX_COMPACT,
                                true)));
    }

    float side() {
        return Math.max(SIDE, modules.getWidth() * SMALLEST_MODULE);
    }

    /** The white border that a reader needs around it. */
    float border() {
        return 2 * module();
    }

    /** @param top of the square */
    void draw(PDPageContentStream content, float left, float top) throws IOException {
        for (int row = 0; row < modules.getHeight(); row++) {
            int from = 0;
            while (from < modules.getWidth()) {
                int until = from;
                while (until < modules.getWidth() && modules.get(until, row)) {
                    until++;
                }
                if (until > from) {
                    content.addRect(
                            left + from * module(), top - (row + 1) * module(), (until - from) * module(), module());
                }
                from = until + 1;
            }
        }
        content.fill();
    }

    private float module() {
        return side() / modules.getWidth();
    }
}
