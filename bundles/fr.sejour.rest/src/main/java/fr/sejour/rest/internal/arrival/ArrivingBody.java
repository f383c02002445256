package fr.sejour.rest.internal.arrival;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** A body as it comes in. Who sends it too slowly is not read to the end. */
final class ArrivingBody extends ServletInputStream {

    /** A tenth of what the slowest mobile network gives. */
    private static final long LOWEST_BYTES_A_SECOND = 1024;

    private static final Duration A_LOOK = Duration.ofMillis(10);

    /** How often a body without a place is looked for over all its readings: it mostly comes right behind its headers. */
    private static final int MOST_LOOKS = 25;

    private static final int LARGEST_READ_AWAY = 256 * 1024;

    private final ServletInputStream body;
    private final long length;
    private final WaitingRoom room;
    private final Duration patience;
    private final long began = System.nanoTime();
    private long read;
    private int looks;

    /** @param length as its sender announced it; negative when they did not */
    ArrivingBody(ServletInputStream body, long length, WaitingRoom room, Duration patience) {
        this.body = body;
        this.length = length;
        this.room = room;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        int got = readOn(into, offset, count);
        if (got >= 0) {
            read += got;
            cutWhenTooSlow();
        }
        return got;
    }

    private int readOn(byte[] into, int offset, int count) throws IOException {
        while (count > 0 && !isHere()) {
            if (room.enter(A_LOOK)) {
                try {
                    return body.read(into, offset, count);
                } finally {
                    room.leave();
                }
            }
            looks++;
            if (looks > MOST_LOOKS) {
                throw room.full();
            }
        }
        return body.read(into, offset, count);
    }

    /** Reads what is left, as far as it is little and comes at once. */
    void readAway() throws IOException {
        byte[] away = new byte[8 * 1024];
        int left = LARGEST_READ_AWAY;
        for (int waits = 0; read != length && !body.isFinished() && left > 0 && waits < MOST_LOOKS; ) {
            if (body.available() > 0) {
                int got = body.read(away);
                read += Math.max(0, got);
                left -= Math.max(1, got);
            } else {
                waits++;
                LockSupport.parkNanos(A_LOOK.toNanos());
            }
        }
    }

    /** Whether reading on waits for nobody. */
    private boolean isHere() throws IOException {
        return read == length || body.isFinished() || body.available() > 0;
    }

    private void cutWhenTooSlow() throws IOException {
        Duration since = Duration.ofNanos(System.nanoTime() - began);
        boolean late = since.compareTo(patience) > 0 && read < since.toSeconds() * LOWEST_BYTES_A_SECOND;
        if (late && read != length) {
            throw new IOException("The body comes too slowly");
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
