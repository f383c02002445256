package fr.sejour.checker;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the Data Matrix of a picture. ZXing reads one that stands alone, so the places are looked for first where black and white
 * follow each other closely in both directions, over a square.
 */
final class SquareFinder {

    private static final int CELL = 12;
    private static final int MOST_PLACES = 12;

    /** Side by side or narrow: text has this shape, a square has not. */
    private static final double SQUARE = 1.8;

    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private final int width;
    private final int height;
    private final int[] pixels;
    private final int[] grey;

    private SquareFinder(BufferedImage picture) {
        width = picture.getWidth();
        height = picture.getHeight();
        pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        grey = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            grey[i] = ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10;
        }
    }

    static Optional<String> read(BufferedImage picture) {
        SquareFinder finder = new SquareFinder(picture);
        for (Rectangle place : finder.places()) {
            Optional<String> read = finder.decode(place);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** Where a square may be, the largest first, and the whole picture last. */
    private List<Rectangle> places() {
        int columns = (width + CELL - 1) / CELL;
        int rows = (height + CELL - 1) / CELL;
        boolean[] busy = new boolean[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                busy[row * columns + column] = busy(column * CELL, row * CELL);
            }
        }
        List<Rectangle> places = new ArrayList<>();
        boolean[] seen = new boolean[busy.length];
        for (int cell = 0; cell < busy.length; cell++) {
            if (busy[cell] && !seen[cell]) {
                Rectangle area = together(cell, columns, rows, busy, seen);
                double sides = (double) Math.max(area.width, area.height) / Math.min(area.width, area.height);
                if (sides < SQUARE && area.width > 2) {
                    places.add(area);
                }
            }
        }
        List<Rectangle> found = new ArrayList<>();
        places.stream()
                .sorted(Comparator.comparing((Rectangle it) -> it.width * it.height)
                        .reversed())
                .limit(MOST_PLACES)
                .forEach(area -> {
                    Rectangle inPixels =
                            new Rectangle(area.x * CELL, area.y * CELL, area.width * CELL, area.height * CELL);
                    // the border that a reader needs around it, without the words beside it
                    for (int margin : new int[] {CELL, 0, 2 * CELL}) {
                        Rectangle wider = new Rectangle(inPixels);
                        wider.grow(margin, margin);
                        found.add(wider.intersection(new Rectangle(width, height)));
                    }
                });
        found.add(new Rectangle(width, height));
        return found;
    }

    private Rectangle together(int first, int columns, int rows, boolean[] busy, boolean[] seen) {
        Rectangle area = new Rectangle(first % columns, first / columns, 1, 1);
        Deque<Integer> next = new ArrayDeque<>(List.of(first));
        seen[first] = true;
        while (!next.isEmpty()) {
            int cell = next.pop();
            int column = cell % columns;
            int row = cell / columns;
            area.add(new Rectangle(column, row, 1, 1));
            for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                    int beside = y * columns + x;
                    if (busy[beside] && !seen[beside]) {
                        seen[beside] = true;
                        next.push(beside);
                    }
                }
            }
        }
        return area;
    }

    /** Whether dark and light change places in it along and across, as in a square and less in words. */
    private boolean busy(int left, int top) {
        int darkest = 255;
        int lightest = 0;
        int right = Math.min(left + CELL, width);
        int bottom = Math.min(top + CELL, height);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                darkest = Math.min(darkest, grey[y * width + x]);
                lightest = Math.max(lightest, grey[y * width + x]);
            }
        }
        return lightest - darkest > 80;
    }

    private Optional<String> decode(Rectangle place) {
        LuminanceSource source =
                new RGBLuminanceSource(width, height, pixels).crop(place.x, place.y, place.width, place.height);
        return decode(new HybridBinarizer(source)).or(() -> decode(new GlobalHistogramBinarizer(source)));
    }

    private static Optional<String> decode(Binarizer binarizer) {
        try {
            return Optional.of(new DataMatrixReader()
                    .decode(new BinaryBitmap(binarizer), HINTS)
                    .getText());
        } catch (ReaderException nothingThere) {
            return Optional.empty();
        }
    }
}
