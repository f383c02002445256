package fr.sejour.rest.internal.request;

import fr.sejour.api.fault.CaseException;
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

    /** How much of a body that is too large is read away, so that its sender, who still writes, gets to read why. */
    private static final long LARGEST_DRAINED = 64L * 1024 * 1024;

    private final InputStream body;
    private final long largest;
    private final ProblemKind whenTooLarge;
    private long read;

    BoundedBody(InputStream body, long largest, ProblemKind whenTooLarge) {
        this.body = body;
        this.largest = largest;
        this.whenTooLarge = whenTooLarge;
    }

    /** Refuses the body that its sender announced to be that long, when it is too large. */
    void announced(long length) {
        if (length > LARGEST_DRAINED) {
            throw new BodyRefused(whenTooLarge);
        }
        if (length > largest) {
            throw tooLarge();
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int got = readOn(into, offset, length);
        if (read > largest) {
            throw tooLarge();
        }
        return got;
    }

    private int readOn(byte[] into, int offset, int length) {
        int got;
        try {
            got = body.read(into, offset, length);
        } catch (CaseException busy) {
            throw busy;
        } catch (IOException | RuntimeException unreadable) {
            throw new BodyRefused(ProblemKind.BODY_UNREADABLE);
        }
        read += Math.max(0, got);
        return got;
    }

    private BodyRefused tooLarge() {
        byte[] away = new byte[64 * 1024];
        boolean more = true;
        while (more && read <= LARGEST_DRAINED) {
            more = readOn(away, 0, away.length) >= 0;
        }
        return new BodyRefused(whenTooLarge);
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
