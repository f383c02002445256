package fr.sejour.core.internal.csv;

import java.io.Reader;

/** A file of one header and so many bad rows that never stands in memory as a whole. */
public final class BadRows extends Reader {

    private static final String ROW = "bad,row\n";

    private int left;
    private String line;
    private int at;

    /** @param header with its end of line */
    public BadRows(String header, int rows) {
        line = header;
        left = rows;
    }

    @Override
    public int read(char[] into, int offset, int length) {
        if (at == line.length()) {
            if (left == 0) {
                return -1;
            }
            left--;
            line = ROW;
            at = 0;
        }
        int count = Math.min(length, line.length() - at);
        line.getChars(at, at + count, into, offset);
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
