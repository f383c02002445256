package fr.sejour.channel.email.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one conversation. Jakarta Mail bounds each wait on its own; this one can be cut from another thread, which
 * bounds the whole.
 */
final class Line extends SocketFactory implements AutoCloseable {

    private @Nullable Socket socket;
    private boolean cut;

    @Override
    public synchronized Socket createSocket() throws SocketException {
        if (cut) {
            throw new SocketException("The line was cut");
        }
        socket = new Socket();
        return socket;
    }

    /** Ends the conversation wherever it stands. */
    synchronized void cut() {
        cut = true;
        close();
    }

    synchronized boolean wasCut() {
        return cut;
    }

    @Override
    public synchronized void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connectsLater();
    }

    private static UnsupportedOperationException connectsLater() {
        return new UnsupportedOperationException("A line is made first and connected later, so that it can be cut");
    }
}
