package fr.sejour.distribution.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for one test run, below those that the system gives to whoever connects: one that is told long before somebody listens to it
 * stays free until then. The processes of a run have each their own.
 */
public final class Ports {

    private static final int FIRST = 10_000;
    private static final int TO_A_PROCESS = 11_000;
    private static final AtomicInteger NEXT = new AtomicInteger(FIRST
            + Integer.getInteger("sejour.fork", 1) % 2 * TO_A_PROCESS
            + ThreadLocalRandom.current().nextInt(TO_A_PROCESS - 1_000));

    private Ports() {}

    /** A port that nothing on this machine listens to just now, and that is told once. */
    public static int free() {
        while (true) {
            int port = NEXT.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one, then
            }
        }
    }
}
