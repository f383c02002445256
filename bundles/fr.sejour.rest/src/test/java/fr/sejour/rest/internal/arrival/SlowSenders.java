package fr.sejour.rest.internal.arrival;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Senders who open a request and send its body byte by byte, each on a connection of its own. */
public final class SlowSenders implements AutoCloseable {

    private final List<Sender> senders = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    @SuppressWarnings("FutureReturnValueIgnored") // closing ends it
    public SlowSenders(long millisABytes) {
        drip.scheduleAtFixedRate(this::send, millisABytes, millisABytes, TimeUnit.MILLISECONDS);
    }

    /** So many more, who begin with these headers. */
    public SlowSenders with(int number, InetSocketAddress server, String headers) {
        try {
            for (int each = 0; each < number; each++) {
                SocketChannel channel = SocketChannel.open(server);
                channel.write(ByteBuffer.wrap(headers.getBytes(ISO_8859_1)));
                channel.configureBlocking(false);
                synchronized (this) {
                    senders.add(new Sender(channel));
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many the server has not let go yet. */
    public synchronized long left() {
        return senders.stream().filter(sender -> !sender.gone).count();
    }

    /** What the server answered those whom it answered. */
    public synchronized List<String> answers() {
        return senders.stream()
                .map(sender -> sender.answer.toString())
                .filter(answer -> !answer.isEmpty())
                .toList();
    }

    private synchronized void send() {
        senders.stream().filter(sender -> !sender.gone).forEach(Sender::sendOne);
    }

    @Override
    public synchronized void close() throws IOException {
        drip.shutdownNow();
        for (Sender sender : senders) {
            sender.channel.close();
        }
    }

    private static final class Sender {
        private final SocketChannel channel;
        private final StringBuilder answer = new StringBuilder();
        private boolean gone;

        Sender(SocketChannel channel) {
            this.channel = channel;
        }

        void sendOne() {
            ByteBuffer read = ByteBuffer.allocate(16 * 1024);
            try {
                gone = channel.read(read) < 0;
                answer.append(new String(read.array(), 0, read.position(), ISO_8859_1));
                if (!gone) {
                    channel.write(ByteBuffer.wrap(new byte[] {' '}));
                }
            } catch (IOException reset) {
                gone = true;
            }
        }
    }
}
