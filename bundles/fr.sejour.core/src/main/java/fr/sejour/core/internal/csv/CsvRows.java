package fr.sejour.core.internal.csv;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, one at a time: no file and no row fills the memory. */
public final class CsvRows implements Closeable {

    /** Many times what the columns hold: a row beyond it has lost its line end or the end of a quotation. */
    private static final int LONGEST_ROW = 64 * 1024;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** What stands for bytes that are no text: the sign of a file that was saved in something else than UTF-8. */
    private static final char NO_TEXT = '\uFFFD';

    private final List<String> columns;
    private final RowReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private long line = 1;

    /** @param columns what the first line has to read */
    public CsvRows(Reader csv, List<String> columns) throws IOException {
        this.columns = List.copyOf(columns);
        this.text = new RowReader(withoutMark(csv));
        this.parser = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .build()
                .parse(text);
        this.rows = parser.iterator();
    }

    /** Reads the first line: whether the file has the columns awaited. */
    public boolean begins() {
        try {
            return next().filter(header -> header.toList().equals(columns)).isPresent();
        } catch (BrokenCsvException broken) {
            return false;
        }
    }

    /**
     * The next row, or empty after the last.
     *
     * @throws BrokenCsvException when nothing can be read from here on, or it is no text in UTF-8
     */
    public Optional<CSVRecord> next() throws BrokenCsvException {
        line = parser.getCurrentLineNumber() + 1;
        text.beginRow();
        try {
            Optional<CSVRecord> row = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
            if (row.filter(CsvRows::isNoText).isPresent()) {
                throw new BrokenCsvException(
                        "from here on the file is not in UTF-8", "save the file as UTF-8, then import it again");
            }
            return row;
        } catch (IllegalStateException malformed) {
            throw new BrokenCsvException("from here on the file cannot be read as CSV", malformed);
        } catch (UncheckedIOException unreadable) {
            throw new BrokenCsvException(
                    unreadable.getCause() instanceof RowTooLongException
                            ? "a row has at most " + LONGEST_ROW + " characters; from here on the file was not read"
                            : "from here on the file cannot be read as CSV",
                    unreadable);
        }
    }

    private static boolean isNoText(CSVRecord row) {
        return row.stream().anyMatch(cell -> cell.indexOf(NO_TEXT) >= 0);
    }

    /** The line on which the row read last begins. */
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Spreadsheets write a byte order mark before the first column. */
    private static Reader withoutMark(Reader csv) throws IOException {
        PushbackReader text = new PushbackReader(csv);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    /** Nothing more can be read from the file. */
    public static final class BrokenCsvException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String toDo;

        private BrokenCsvException(String sentence, Throwable cause) {
            super(sentence, cause);
            this.toDo = "mend the quotation marks and line ends there, then import the file again";
        }

        private BrokenCsvException(String sentence, String toDo) {
            super(sentence);
            this.toDo = toDo;
        }

        /** What to do about it. */
        public String toDo() {
            return toDo;
        }
    }

    /** Gives out no more for one row than the longest has, and a buffer that the parser reads ahead. */
    private static final class RowReader extends FilterReader {
        private int given;

        RowReader(Reader text) {
            super(text);
        }

        void beginRow() {
            given = 0;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (given > LONGEST_ROW) {
                throw new RowTooLongException();
            }
            int got = super.read(into, offset, length);
            given += Math.max(0, got);
            return got;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }

    /** A row that does not end. */
    private static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
