package fr.sejour.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.RegistryImpl;
import org.jline.reader.EndOfFileException;

/** A console that makes and prepares commands with the shell's own code, so that their annotations are tested too. */
final class Console {

    private final RegistryImpl services = new RegistryImpl(null);
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    Console() {
        services.register(Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (session, method, arguments) -> switch (method.getName()) {
                    case "readLine" -> answer((String) arguments[0], (Character) arguments[1]);
                    case "hashCode" -> System.identityHashCode(session);
                    case "equals" -> session == arguments[0];
                    default -> null;
                }));
    }

    private String answer(String prompt, Character mask) {
        asked.add(prompt + mask);
        if (typed.isEmpty()) {
            throw new EndOfFileException();
        }
        return typed.removeFirst();
    }

    /** That service is there. */
    Console with(Object service) {
        services.register(service);
        return this;
    }

    /** What is typed when a command asks. */
    Console typing(String... lines) {
        typed.addAll(Arrays.asList(lines));
        return this;
    }

    List<String> asked() {
        return asked;
    }

    /** Runs a command with these arguments, and gives what it printed. */
    String run(Class<? extends OperatorCommand> command, String... arguments) throws Exception {
        OperatorCommand action = new ManagerImpl(services, services).instantiate(command);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        action.out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Session session = services.getService(Session.class);
        if (new DefaultActionPreparator().prepare(action, session, List.of((Object[]) arguments))) {
            action.execute();
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
