package fr.sejour.demonstration.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The agents of the demonstration. Their second factors are kept beside the bundle, so that its page can show the codes. */
final class Cast {

    /** The password of every account of the demonstration. */
    static final String PASSWORD = "demonstration-sejour";

    /** The login of the association, which no association bears. */
    static final String ASSOCIATION = "association.exemple";

    private static final String NAMED_BY = ASSOCIATION + ".code";

    static final String ASSOCIATION_NAME = "Les Voisins de l'Exemple";

    private static final Caller NATIONAL = Caller.national(new AccountId("demonstration"));

    private final SignIn signIn;
    private final Path memory;

    Cast(SignIn signIn, Path memory) {
        this.signIn = signIn;
        this.memory = memory;
    }

    /** An agent and whom they serve; nobody at all for the national services. */
    record Agent(String login, String role, Set<PrefectureCode> prefectures) {}

    static List<Agent> agents() {
        return List.of(
                new Agent("agent.isere", "Agent de la préfecture de l'Isère", Set.of(new PrefectureCode("38"))),
                new Agent("agent.partout", "Agent des dix préfectures des récits", Stories.PREFECTURES),
                new Agent("services.nationaux", "Services nationaux", Set.of()));
    }

    /** Opens the agents' accounts that do not exist yet. */
    void enter() {
        Properties factors = factors();
        for (Agent agent : agents()) {
            if (factors.containsKey(agent.login())) {
                continue;
            }
            try {
                SignIn.Enrolment enrolment =
                        signIn.enrolAgent(NATIONAL, new Login(agent.login()), PASSWORD, agent.prefectures());
                factors.setProperty(agent.login(), enrolment.secret());
            } catch (CaseException taken) {
                if (taken.code() != ErrorCode.LOGIN_TAKEN) {
                    throw taken;
                }
            }
        }
        keep(factors);
    }

    /** Opens the association's account, and gives the code by which people name it; empty when it was open before. */
    Optional<MandataryCode> enterAssociation() {
        Properties factors = factors();
        try {
            SignIn.MandataryEnrolment opened = signIn.enrolHelper(
                    NATIONAL, new Login(ASSOCIATION), PASSWORD, ASSOCIATION_NAME, Mandatary.Kind.ASSOCIATION);
            factors.setProperty(ASSOCIATION, opened.enrolment().secret());
            factors.setProperty(NAMED_BY, opened.mandatary().code().value());
            keep(factors);
            return Optional.of(opened.mandatary().code());
        } catch (CaseException taken) {
            if (taken.code() != ErrorCode.LOGIN_TAKEN) {
                throw taken;
            }
            return Optional.empty();
        }
    }

    /** The code by which people name the association; empty when this installation did not enrol it. */
    Optional<String> associationCode() {
        return Optional.ofNullable(factors().getProperty(NAMED_BY));
    }

    /** The present code of an agent's second factor; empty when this installation did not enrol them. */
    Optional<String> code(String login, Instant now) {
        return Optional.ofNullable(factors().getProperty(login)).map(secret -> code(secret, now, login));
    }

    private static String code(String secret, Instant now, String login) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), "RAW"), now);
        } catch (InvalidKeyException unusable) {
            throw new IllegalStateException("The second factor kept for " + login + " is not a key", unusable);
        }
    }

    private Properties factors() {
        Properties factors = new Properties();
        if (Files.exists(memory)) {
            try (Reader reader = Files.newBufferedReader(memory)) {
                factors.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return factors;
    }

    private void keep(Properties factors) {
        try (Writer writer = Files.newBufferedWriter(memory)) {
            factors.store(writer, "The second factors of the demonstration's agents");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
