package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static fr.sejour.distribution.process.SignedIn.BIRTH_DATE;
import static fr.sejour.distribution.process.SignedIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.ContractClient.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The person is told: every message reaches the inbox and the mail, and waits while the channel is away. */
@ExtendWith(TryOut.ForTests.class)
class MailTest {

    private static final String CHANNEL = "sejour-channel-email";

    private final Distribution distribution = TryOut.distribution();

    @Test
    void each_step_of_a_refugees_case_reaches_the_inbox_and_the_mail() throws Exception {
        Refugee refugee = aRefugee("9900000501");
        SignedIn agent = SignedIn.agentOf("69");

        String number = refugee.files();
        act(agent, number, Map.of("act", "take-up"));
        act(
                agent,
                number,
                Map.of(
                        "act",
                        "ask-for-pieces",
                        "pieces",
                        List.of(Map.of("piece", "photo", "reason", "La photographie est illisible.")),
                        "answerBy",
                        today().plusDays(30).toString()));
        act(agent, number, Map.of("act", "answer"));
        act(
                agent,
                number,
                Map.of(
                        "act",
                        "grant",
                        "validFrom",
                        today().toString(),
                        "validUntil",
                        today().plusYears(10).minusDays(1).toString(),
                        "delegation",
                        "Arrêté d'exemple"));
        act(agent, number, Map.of("act", "order-card"));
        act(agent, number, Map.of("act", "card-ready", "cardNumber", "C69A00501"));

        List<String> subjects = List.of(
                "Votre demande " + number + " est bien déposée",
                "Un document est disponible pour votre demande " + number,
                "Des pièces sont demandées pour votre demande " + number,
                "La préfecture a décidé sur votre demande " + number,
                "Un document est disponible pour votre demande " + number,
                "Votre carte est prête\u00a0: demande " + number);
        assertThat(refugee.inbox()).containsExactlyInAnyOrderElementsOf(subjects);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(refugee.mail()).containsExactlyElementsOf(subjects));
    }

    @Test
    void messages_wait_while_the_channel_is_away_and_leave_once_when_it_returns() throws Exception {
        Refugee refugee = aRefugee("9900000502");
        distribution.shell("feature:uninstall " + CHANNEL);
        String number = refugee.files();
        List<String> subjects = List.of(
                "Votre demande " + number + " est bien déposée",
                "Un document est disponible pour votre demande " + number);
        assertThat(refugee.inbox()).containsExactlyInAnyOrderElementsOf(subjects);
        assertThat(distribution.shell("sejour:deliveries")).contains("email", number);
        assertThat(refugee.mail()).isEmpty();

        distribution.shell("feature:install " + CHANNEL);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(refugee.mail()).containsExactlyElementsOf(subjects));
        assertThat(distribution.shell("sejour:deliveries")).doesNotContain(number);
    }

    /** Somebody whom the register knows as protected: R. 431-15-3 gives the paper on the day of the filing. */
    private Refugee aRefugee(String foreignerNumber) throws IOException {
        Path register = Files.writeString(
                distribution.home().resolve("data/register-" + foreignerNumber + ".csv"),
                """
                foreigner_number,family_name,given_names,birth_date,nationality,permit,document_kind,permit_number,valid_from,valid_until,protection,letter_code
                %s,EXEMPLE,Ada,%s,SD,,,,,,refugie,EXEMPLE0501
                """.formatted(foreignerNumber, BIRTH_DATE));
        assertThat(distribution.shell("sejour:register-import " + register)).contains("1");
        Files.delete(register);
        String login = "ada." + UUID.randomUUID();
        String address = login + "@exemple.invalid";
        Answer account = API.call("POST", "/accounts")
                .json(Map.of(
                        "login",
                        login,
                        "password",
                        PASSWORD,
                        "civilStatus",
                        Map.of(
                                "familyName", "EXEMPLE",
                                "givenNames", "Ada",
                                "birthDate", BIRTH_DATE,
                                "nationality", "SD"),
                        "contact",
                        Map.of("email", address, "language", "fr")))
                .send();
        assertThat(account.status()).as(account.body()).isEqualTo(201);
        Refugee refugee = new Refugee(SignedIn.applicant(login), address);
        refugee.links(foreignerNumber);
        return refugee;
    }

    private static void act(SignedIn agent, String number, Map<String, ?> act) {
        Answer answer = agent.act(number, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The day the platform's clock shows. */
    private LocalDate today() throws IOException, InterruptedException {
        return LocalDate.parse(distribution.get("/demonstration/state").body().substring(0, 10));
    }

    private record Refugee(SignedIn account, String address) {

        void links(String foreignerNumber) {
            Answer linked = account.call("POST", "/people/" + account.person() + "/link")
                    .json(Map.of(
                            "foreignerNumber", foreignerNumber, "birthDate", BIRTH_DATE, "letterCode", "EXEMPLE0501"))
                    .send();
            assertThat(linked.status()).as(linked.body()).isEqualTo(200);
        }

        String files() {
            Answer receipt = account.call("POST", "/filings")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .json(Map.of(
                            "permit",
                            "refugie",
                            "residence",
                            Map.of("address", "1 rue de l'Exemple", "commune", "69123")))
                    .send();
            assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
            return receipt.json().at("/case/caseNumber").asText();
        }

        List<String> inbox() {
            List<String> subjects = new ArrayList<>();
            account.read("/people/" + account.person() + "/inbox")
                    .json()
                    .get("notices")
                    .forEach(notice -> subjects.add(notice.get("subject").asText()));
            return subjects;
        }

        List<String> mail() throws MessagingException {
            List<String> subjects = new ArrayList<>();
            for (MimeMessage message : TryOut.mail().getReceivedMessages()) {
                if (Arrays.toString(message.getAllRecipients()).contains(address)) {
                    subjects.add(message.getSubject());
                }
            }
            return subjects;
        }
    }
}
