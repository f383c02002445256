package fr.sejour.shell.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
 * {@code sejour:enrol}: opens the account of an agent, of the national services, or of an association or a lawyer. The
 * password is asked for, never an argument, so that it stays out of the history and of the list of processes.
 */
@Service
@Command(
        scope = "sejour",
        name = "enrol",
        description =
                "Opens an account for an agent, for an association or a lawyer, or else for the national services")
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

    @Option(name = "--association", description = "The name of the association that the account is for")
    @Nullable
    String association;

    @Option(name = "--lawyer", description = "The name of the lawyer that the account is for")
    @Nullable
    String lawyer;

    @Override
    void run() throws Exception {
        SignIn desk = present(signIn, "the sign-in desk");
        Login wanted = read(() -> new Login(login));
        Set<PrefectureCode> serves = new TreeSet<>();
        for (String code : prefectures == null ? List.<String>of() : prefectures) {
            serves.add(read(() -> new PrefectureCode(code)));
        }
        if (Stream.of(association, lawyer, prefectures).filter(Objects::nonNull).count() > 1) {
            throw refusal("An account is for préfectures, for an association or for a lawyer");
        }
        Optional<String> helper = Optional.ofNullable(association).or(() -> Optional.ofNullable(lawyer));
        if (helper.isPresent()) {
            String name = read(() -> Mandatary.name(helper.get()));
            Mandatary.Kind kind = association == null ? Mandatary.Kind.LAWYER : Mandatary.Kind.ASSOCIATION;
            SignIn.MandataryEnrolment opened = desk.enrolHelper(SHELL, wanted, password(), name, kind);
            out.println("Account " + wanted + " is open for "
                    + opened.mandatary().name() + ", which people name by the code "
                    + opened.mandatary().code());
            show(opened.enrolment());
            return;
        }

        SignIn.Enrolment enrolment = desk.enrolAgent(SHELL, wanted, password(), serves);

        out.println("Account " + wanted + " is open for "
                + (serves.isEmpty() ? "the national services" : "the préfectures " + serves));
        show(enrolment);
    }

    private void show(SignIn.Enrolment enrolment) {
        out.println("Its second factor, shown this once; enter it in an authenticator:");
        out.println("  " + enrolment.otpauth());
        out.println("  secret " + enrolment.secret());
    }

    private String password() throws Exception {
        String password = ask("Password: ");
        if (!ask("The same again: ").equals(password)) {
            throw refusal("The two passwords differ; no account was opened");
        }
        return password;
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
