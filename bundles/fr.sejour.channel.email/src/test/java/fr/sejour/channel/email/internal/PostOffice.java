package fr.sejour.channel.email.internal;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.RcptCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail server in this process that knows one address not to exist; it keeps its port when it is stopped and started. */
final class PostOffice extends GreenMail {

    static final String NONEXISTENT = "gone.away@example.org";

    PostOffice() {
        super(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    int port() {
        return config[0].getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Stream.of(setups)
                .collect(Collectors.toMap(ServerSetup::getProtocol, setup -> new Server(setup, managers)));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Server extends SmtpServer {
        Server(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket clientSocket) {
            return new SmtpHandler(new Choosy(), managers.getSmtpManager(), clientSocket);
        }
    }

    private static final class Choosy extends SmtpCommandRegistry {
        @Override
        public SmtpCommand getCommand(String name) {
            return name.equals("RCPT") ? new ChoosyRcpt() : super.getCommand(name);
        }
    }

    private static final class ChoosyRcpt extends RcptCommand {
        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String commandLine) {
            if (commandLine.contains(NONEXISTENT)) {
                connection.send("550 5.1.1 <" + NONEXISTENT + ">: no such user here");
            } else {
                super.execute(connection, state, manager, commandLine);
            }
        }
    }
}
