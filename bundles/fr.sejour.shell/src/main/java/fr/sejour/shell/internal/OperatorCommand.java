package fr.sejour.shell.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.text.Codes;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.jspecify.annotations.Nullable;

/**
 * A command that answers in sentences. A service that is away, an argument that cannot be read and a request that the platform
 * does not serve end in one sentence, and in a failure that a script sees; anything else is a fault of ours and flies.
 *
 * <p>All services are optional references: with one required reference the shell would hide every command of the bundle until
 * that service is there.
 */
abstract class OperatorCommand implements Action {

    private static final int LONGEST_ACCOUNT = 64;

    static final Caller SHELL = Caller.national(new AccountId("shell"));

    /** The operator by name, for what two people do; the shell where nobody signed in, as in a console of its own. */
    static Caller operator() {
        String name = ShellUtil.getCurrentUserName();
        return name == null || name.isBlank() ? SHELL : named(name);
    }

    static Caller named(String operator) {
        String name = "shell:" + operator;
        return Caller.national(new AccountId(name.substring(0, Math.min(LONGEST_ACCOUNT, name.length()))));
    }

    /** The standard output, which the shell leads to the console, a pipe or the remote client of this call. */
    PrintStream out = System.out;

    @Override
    public final @Nullable Object execute() throws Exception {
        try {
            run();
            return null;
        } catch (CaseException e) {
            throw refusal(Sentences.of(e));
        }
    }

    abstract void run() throws Exception;

    /** The service, or the sentence that says it is away. */
    static <T> T present(@Nullable T service, String desk) throws CommandException {
        if (service == null) {
            throw refusal(
                    "Not now: " + desk + " is not running. The command 'list' shows which bundle has not started.");
        }
        return service;
    }

    /** A value read from an argument; a value that refuses it says why in a sentence. */
    static <T> T read(Supplier<T> value) throws CommandException {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    /** Ends a command with that sentence, and nothing else on the console or in the log. */
    static CommandException refusal(String sentence) {
        return new CommandException(sentence, sentence);
    }

    static String word(Enum<?> code) {
        return Codes.of(code);
    }

    static <E extends Enum<E>> E code(Class<E> codes, String word) throws CommandException {
        for (E code : codes.getEnumConstants()) {
            if (word(code).equals(Codes.of(word))) {
                return code;
            }
        }
        StringBuilder known = new StringBuilder();
        for (E code : codes.getEnumConstants()) {
            known.append(known.isEmpty() ? "" : ", ").append(word(code));
        }
        throw refusal("There is no '" + word + "'; there are " + known);
    }
}
