package fr.sejour.shell.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * {@code sejour:enrol}: opens the account of an agent, or of the national services. The password is asked for, never an argument,
 * so that it stays out of the history and of the list of processes.
 */
@Service
@Command(
        scope = "sejour",
        name = "enrol",
        description = "Opens an account for an agent, or for the national services when no préfecture is given")
public final class EnrolAgent extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    SignIn signIn;

    @Reference(optional = true)
    @Nullable
    Session session;

    @Argument(name = "login", description = "The name to sign in with", required = true)
    String login = "";

    @Option(
            name = "--prefecture",
            description = "The code of a préfecture that the agent serves; may be given several times",
            multiValued = true)
    @Nullable
    List<String> prefectures;

    @Override
    void run() throws Exception {
        SignIn desk = present(signIn, "the sign-in desk");
        Login wanted = read(() -> new Login(login));
        Set<PrefectureCode> serves = new TreeSet<>();
        for (String code : prefectures == null ? List.<String>of() : prefectures) {
            serves.add(read(() -> new PrefectureCode(code)));
        }
        String password = ask("Password: ");
        if (!ask("The same again: ").equals(password)) {
            throw refusal("The two passwords differ; no account was opened");
        }

        SignIn.Enrolment enrolment = desk.enrolAgent(SHELL, wanted, password, serves);

        out.println("Account " + wanted + " is open for "
                + (serves.isEmpty() ? "the national services" : "the préfectures " + serves));
        out.println("Its second factor, shown this once; enter it in an authenticator:");
        out.println("  " + enrolment.otpauth());
        out.println("  secret " + enrolment.secret());
    }

    private String ask(String prompt) throws Exception {
        try {
            String typed = present(session, "the console").readLine(prompt, '*');
            if (typed != null && !typed.isEmpty()) {
                return typed;
            }
        } catch (EndOfFileException | UserInterruptException e) {
            throw refusal("No password was typed; no account was opened");
        }
        throw refusal("No password was typed; no account was opened");
    }
}
