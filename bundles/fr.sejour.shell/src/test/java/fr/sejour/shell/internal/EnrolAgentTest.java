package fr.sejour.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;

class EnrolAgentTest {

    private static final String PASSWORD = "a long enough one";

    private final Door door = new Door();
    private final Console console = new Console().with(door);

    @Test
    void an_agent_is_enrolled_for_the_prefectures_named() throws Exception {
        String shown = console.typing(PASSWORD, PASSWORD)
                .run(EnrolAgent.class, "--prefecture", "38", "--prefecture", "01", "agent38");

        assertThat(door.enrolled).containsExactly("agent38 " + PASSWORD + " [01, 38]");
        assertThat(shown)
                .contains("Account agent38 is open for the préfectures [01, 38]")
                .contains("otpauth://totp/agent38")
                .contains("secret JBSWY3DP")
                .doesNotContain(PASSWORD);
        assertThat(console.asked()).hasSize(2).allMatch(prompt -> prompt.endsWith(": *"));
    }

    @Test
    void without_a_prefecture_the_account_is_one_of_the_national_services() throws Exception {
        String shown = console.typing(PASSWORD, PASSWORD).run(EnrolAgent.class, "national1");

        assertThat(door.enrolled).containsExactly("national1 " + PASSWORD + " []");
        assertThat(shown).contains("is open for the national services");
    }

    @Test
    void an_association_or_a_lawyer_is_shown_the_code_that_people_name() throws Exception {
        String shown =
                console.typing(PASSWORD, PASSWORD).run(EnrolAgent.class, "--association", "Les Voisins", "voisins");
        console.typing(PASSWORD, PASSWORD).run(EnrolAgent.class, "--lawyer", "Maître Exemple", "avocate");

        assertThat(door.enrolled)
                .containsExactly(
                        "voisins " + PASSWORD + " ASSOCIATION Les Voisins",
                        "avocate " + PASSWORD + " LAWYER Maître Exemple");
        assertThat(shown).contains("7K2M-9QXT", "secret JBSWY3DP").doesNotContain(PASSWORD);
        assertThatThrownBy(() -> console.run(EnrolAgent.class, "--lawyer", "X", "--prefecture", "38", "both"))
                .hasMessage("An account is for préfectures, for an association or for a lawyer");
    }

    @Test
    void nothing_is_opened_when_the_passwords_differ_or_none_is_typed() {
        assertThatThrownBy(() -> console.typing(PASSWORD, "another one").run(EnrolAgent.class, "agent38"))
                .isInstanceOf(CommandException.class)
                .hasMessage("The two passwords differ; no account was opened");
        assertThatThrownBy(() -> console.typing("").run(EnrolAgent.class, "agent38"))
                .hasMessage("No password was typed; no account was opened");
        assertThatThrownBy(() -> console.run(EnrolAgent.class, "agent38"))
                .hasMessage("No password was typed; no account was opened");
        assertThat(door.enrolled).isEmpty();
    }

    @Test
    void what_the_door_refuses_is_said_in_a_sentence() {
        assertThatThrownBy(() -> console.typing(PASSWORD, PASSWORD).run(EnrolAgent.class, "taken"))
                .isInstanceOf(CommandException.class)
                .hasMessage("There is an account with that login already");
        assertThatThrownBy(() -> console.typing("short", "short").run(EnrolAgent.class, "agent38"))
                .isInstanceOf(CommandException.class)
                .hasMessage("That cannot be accepted as it was typed (field: password, min: 12)");
        assertThatThrownBy(() -> console.run(EnrolAgent.class, "a b"))
                .hasMessage("A login has 3 to 120 letters, digits or the signs . _ @ + -");
        assertThatThrownBy(() -> console.run(EnrolAgent.class, "--prefecture", "99", "agent38"))
                .hasMessage("A préfecture code is a département code such as 38, 2A or 976");
    }

    private static final class Door implements SignIn {
        private final List<String> enrolled = new ArrayList<>();

        @Override
        public MandataryEnrolment enrolHelper(
                Caller by, Login login, String password, String name, Mandatary.Kind kind) {
            assertThat(by).isEqualTo(OperatorCommand.SHELL);
            enrolled.add(login + " " + password + " " + kind + " " + name);
            return new MandataryEnrolment(
                    new Mandatary(new AccountId("a-2"), new MandataryCode("7K2M-9QXT"), name, kind),
                    new Enrolment(Caller.helper(new AccountId("a-2")), "otpauth://totp/" + login, "JBSWY3DP"));
        }

        @Override
        public Enrolment enrolAgent(Caller by, Login login, String password, Set<PrefectureCode> prefectures) {
            assertThat(by).isEqualTo(OperatorCommand.SHELL);
            if (login.value().equals("taken")) {
                throw new CaseException(ErrorCode.LOGIN_TAKEN);
            }
            if (password.length() < 12) {
                throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "password", "min", 12));
            }
            enrolled.add(login + " " + password + " " + prefectures);
            return new Enrolment(
                    Caller.national(new AccountId("a-1")), "otpauth://totp/" + login + "?secret=JBSWY3DP", "JBSWY3DP");
        }

        @Override
        public Caller register(Login login, String password, CivilStatus civilStatus, Contact contact) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Session signIn(Login login, String password, Optional<String> totp) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Session changeAccess(Caller caller, String present, Optional<Login> login, Optional<String> password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Session recover(RecoveryClaim claim, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Caller> caller(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signOut(String token) {
            throw new UnsupportedOperationException();
        }
    }
}
