package fr.sejour.security.internal;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.Accounts;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the first account of the national services into being, from the settings and only when no account has that login:
 * every other account of agents is opened by one of the national services. Without settings it does nothing.
 */
@Component(
        service = {},
        configurationPid = FirstNationalAccount.PID)
@Designate(ocd = FirstNationalAccount.Config.class)
public final class FirstNationalAccount {

    /** The name of the settings; apart from those of the sign-in desk, whose service shows its settings to other bundles. */
    static final String PID = "fr.sejour.security.firstaccount";

    /** The settings of {@code etc/fr.sejour.security.firstaccount.cfg}. */
    @ObjectClassDefinition(name = "Séjour: the first account of the national services")
    public @interface Config {

        @AttributeDefinition(description = "Its login, opened when nobody has it yet; empty: no account is opened")
        String login() default "";

        @AttributeDefinition(type = AttributeType.PASSWORD, description = "Its password, 12 to 200 characters")
        String password() default "";

        @AttributeDefinition(
                type = AttributeType.PASSWORD,
                description = "The secret of its second factor, Base32, at least 160 bits")
        String totpSecret() default "";
    }

    private static final Logger LOG = LoggerFactory.getLogger(FirstNationalAccount.class);

    @Activate
    public FirstNationalAccount(Config config, @Reference Accounts accounts) {
        this(accounts, PasswordHashes.atTheUsualCost(), config.login(), config.password(), config.totpSecret());
    }

    FirstNationalAccount(Accounts accounts, PasswordHashes hashes, String login, String password, String totpSecret) {
        if (login.isBlank() && password.isBlank() && totpSecret.isBlank()) {
            return;
        }
        Login first = checked(login, password, totpSecret);
        Optional<Account> known = accounts.find(first);
        if (known.isEmpty()) {
            open(accounts, first, hashes.hash(password), totpSecret);
        } else if (known.get().caller().role() != Role.NATIONAL) {
            LOG.warn("The login in etc/{}.cfg is not one of the national services: choose another one", PID);
        }
    }

    private static void open(Accounts accounts, Login login, String passwordHash, String totpSecret) {
        try {
            accounts.openForAgent(login, passwordHash, totpSecret, Set.of());
            LOG.info("The first account of the national services is open: take its password out of the settings now");
        } catch (CaseException refused) {
            // another node opened it between our look and our act
            if (refused.code() != ErrorCode.LOGIN_TAKEN) {
                throw refused;
            }
        }
    }

    private static Login checked(String login, String password, String totpSecret) {
        int length = password.codePointCount(0, password.length());
        if (length < LocalSignIn.SHORTEST_PASSWORD || length > LocalSignIn.LONGEST_PASSWORD) {
            throw Setting.refused(
                    PID,
                    "password has to have " + LocalSignIn.SHORTEST_PASSWORD + " to " + LocalSignIn.LONGEST_PASSWORD
                            + " characters");
        }
        if (!SecondFactor.isSecret(totpSecret)) {
            throw Setting.refused(PID, "totpSecret has to be a Base32 secret of at least 32 characters");
        }
        try {
            return new Login(login);
        } catch (IllegalArgumentException badLogin) {
            throw Setting.refused(PID, "login cannot be a login");
        }
    }
}
