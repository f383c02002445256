package fr.sejour.rest.internal.request;

import fr.sejour.rest.internal.problem.BodyRefused;
import fr.sejour.rest.internal.problem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The body of a request, refused where it grows too large or cannot be read. What the connection throws while it is read (a
 * broken chunk, a sender who left) is the sender's fault, and only here can it be told from a fault of ours.
 */
final class BoundedBody extends InputStream {

    private final InputStream body;
    private final long largest;
    private final ProblemKind whenTooLarge;
    private long read;

    BoundedBody(InputStream body, long largest, ProblemKind whenTooLarge) {
        this.body = body;
        this.largest = largest;
        this.whenTooLarge = whenTooLarge;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int got;
        try {
            got = body.read(into, offset, length);
        } catch (IOException | RuntimeException unreadable) {
            throw new BodyRefused(ProblemKind.BODY_UNREADABLE);
        }
        read += Math.max(0, got);
        if (read > largest) {
            throw new BodyRefused(whenTooLarge);
        }
        return got;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
