package fr.sejour.channel.email.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers each command as a test wants it to, for the moods that a sound server does not have. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private final SSLContext tls;
    private boolean tlsFromTheStart;

    ScriptedServer(SSLContext tls) throws IOException {
        this.tls = tls;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        answers.put("", "220 here");
        answers.put("EHLO", "250 here");
        answers.put("MAIL", "250 fine");
        answers.put("RCPT", "250 fine");
        answers.put("DATA", "354 go on");
        answers.put(".", "250 taken");
        answers.put("RSET", "250 fine");
        answers.put("QUIT", "221 bye");
    }

    /** @param command the first word; empty for the greeting, a dot for the end of the message */
    ScriptedServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedServer withTlsFromTheStart() {
        tlsFromTheStart = true;
        return this;
    }

    ScriptedServer open() {
        Thread host = new Thread(this::welcome, "scripted-server");
        host.setDaemon(true);
        host.start();
        return this;
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was said so far; {@code (tls)} where the connection turned to TLS. */
    List<String> commands() {
        return commands;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                guests.add(guest);
                converse(tlsFromTheStart ? secure(guest) : guest);
            } catch (IOException e) {
                commands.add("(gone)");
            }
        }
    }

    private void converse(Socket guest) throws IOException {
        Socket line = guest;
        BufferedReader in = reader(line);
        if (!say(line, "")) {
            hold(in);
        }
        boolean inMessage = false;
        for (String heard = in.readLine(); heard != null; heard = in.readLine()) {
            if (inMessage && !heard.equals(".")) {
                continue;
            }
            commands.add(heard);
            String word = heard.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (!say(line, word)) {
                hold(in);
            }
            inMessage = word.equals("DATA");
            if (word.equals("STARTTLS")) {
                line = secure(guest);
                in = reader(line);
                answers.put("EHLO", "250 here");
            }
        }
    }

    /** An answer that is not in the script is silence; one that ends in an ellipsis comes sign by sign for ever. */
    private boolean say(Socket line, String word) throws IOException {
        String answer = answers.get(word);
        if (answer == null) {
            return false;
        }
        OutputStream out = line.getOutputStream();
        if (answer.endsWith("…")) {
            drip(out);
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    @SuppressWarnings({"ThreadSleep", "BusyWait"}) // slowness is what this server is for
    private static void drip(OutputStream out) throws IOException {
        try {
            while (true) {
                out.write('2');
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hold(BufferedReader in) throws IOException {
        while (in.readLine() != null) {
            // says nothing any more
        }
    }

    private Socket secure(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        commands.add("(tls)");
        return secured;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
