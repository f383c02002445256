package fr.sejour.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands stay while the platform is starting, stopping or broken: that is when an operator needs them. */
class AbsentServicesTest {

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(ShowCase.class, new String[] {"0380000000000000017"}),
                Arguments.of(ShowQueue.class, new String[] {"38"}),
                Arguments.of(RunDeadlinePass.class, new String[] {}),
                Arguments.of(RunWatchdog.class, new String[] {}),
                Arguments.of(CountDelays.class, new String[] {}),
                Arguments.of(VerifyJournals.class, new String[] {}),
                Arguments.of(SealJournals.class, new String[] {}),
                Arguments.of(ListStrays.class, new String[] {}),
                Arguments.of(ListDeliveries.class, new String[] {}),
                Arguments.of(ResendDelivery.class, new String[] {"d-1"}),
                Arguments.of(ImportRegister.class, new String[] {"register.csv"}),
                Arguments.of(ShowInstallation.class, new String[] {}),
                Arguments.of(InitialiseInstallation.class, new String[] {}),
                Arguments.of(AdoptInstallation.class, new String[] {}),
                Arguments.of(ListEditions.class, new String[] {}),
                Arguments.of(ReceiveEdition.class, new String[] {"edition.jar"}),
                Arguments.of(RehearseEdition.class, new String[] {"2026-12-01"}),
                Arguments.of(ShowEditionEffects.class, new String[] {"2026-12-01"}),
                Arguments.of(ActivateEdition.class, new String[] {"2026-12-01"}),
                Arguments.of(RollBackEdition.class, new String[] {"2026-12-01"}),
                Arguments.of(CloseMandatary.class, new String[] {"7K2M-9QXT"}),
                Arguments.of(EnrolAgent.class, new String[] {"agent38"}));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_says_in_one_sentence_that_its_service_is_away(
            Class<? extends OperatorCommand> command, String[] arguments) {
        assertThatThrownBy(() -> new Console().run(command, arguments))
                .isInstanceOf(CommandException.class)
                .hasMessageMatching("Not now: the [a-z -]+ is not running\\. The command 'list' shows which bundle has"
                        + " not started\\.")
                .hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_needs_no_service_to_be_offered(Class<? extends OperatorCommand> command, String[] arguments) {
        assertThat(command.getAnnotation(Service.class)).isNotNull();
        assertThat(command.getAnnotation(Command.class).scope()).isEqualTo("sejour");
        assertThat(Arrays.stream(command.getDeclaredFields())
                        .map(field -> field.getAnnotation(Reference.class))
                        .filter(reference -> reference != null))
                .isNotEmpty()
                .allMatch(Reference::optional);
    }
}
