package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who works on what, and one act on many cases, on the running distribution. */
@ExtendWith(TryOut.ForTests.class)
class TeamsTest {

    private final SignedIn chief = SignedIn.agentOf("38");
    private final SignedIn agent = SignedIn.agentOf("38");

    @Test
    void a_case_is_taken_handed_on_and_given_back_and_stays_in_one_teams_queue() {
        String number = filed();
        assertThat(place(number).path("team").asText()).isEqualTo("general");

        act(agent, number, Map.of("act", "assign", "to", agent.account()));
        assertThat(numbers(agent, "held=mine")).contains(number);
        assertThat(numbers(chief, "held=nobody")).doesNotContain(number);
        assertThat(place(number).at("/assignee/login").asText()).isEqualTo(agent.login());

        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Answer leave = agent.call("PUT", "/agents/" + agent.account() + "/leave")
                .json(Map.of(
                        "from", today.minusDays(1).toString(),
                        "until", today.plusDays(1).toString(),
                        "standIn", chief.account()))
                .send();
        assertThat(leave.status()).as(leave.body()).isEqualTo(204);
        assertThat(numbers(chief, "held=mine")).contains(number);
        assertThat(place(number).at("/standIn/login").asText()).isEqualTo(chief.login());

        Answer gone =
                SignedIn.national().call("DELETE", "/agents/" + agent.account()).send();
        assertThat(gone.status()).as(gone.body()).isEqualTo(204);
        assertThat(numbers(chief, "held=nobody")).contains(number);
        assertThat(agent.call("GET", "/cases").send().status()).isEqualTo(401);
    }

    @Test
    void a_chief_makes_a_team_and_no_two_teams_take_the_same() {
        SignedIn.national()
                .call("PUT", "/prefectures/38/chiefs")
                .json(Map.of("chiefs", List.of(chief.account())))
                .send();
        Map<String, Object> team = Map.of(
                "name",
                "Passeports talent",
                "members",
                List.of(agent.account()),
                "permits",
                List.of("talent_chercheur"));

        assertThat(agent.call("PUT", "/prefectures/38/teams/talents")
                        .json(team)
                        .send()
                        .status())
                .isEqualTo(403);
        Answer made =
                chief.call("PUT", "/prefectures/38/teams/talents").json(team).send();
        Answer again = chief.call("PUT", "/prefectures/38/teams/talents-bis")
                .json(team)
                .send();

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(again.problem()).isEqualTo("ground-taken");
        assertThat(again.json().path("team").asText()).isEqualTo("talents");
        assertThat(chief.call("DELETE", "/prefectures/38/teams/talents").send().status())
                .isEqualTo(200);
    }

    @Test
    void one_act_on_many_cases_is_looked_at_then_done_with_a_result_for_each() {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int at = 0; at < 4; at++) {
            cases.add(Map.of("caseNumber", filed(), "version", 1));
        }
        String elsewhere = SignedIn.applicant("AILLEURS", "Ida")
                .fileIn("69123")
                .at("/case/caseNumber")
                .asText();
        cases.add(Map.of("caseNumber", elsewhere));
        String changed = cases.get(3).get("caseNumber").toString();

        Answer prepared = agent.call("POST", "/bulk-acts")
                .json(Map.of("act", Map.of("act", "take-up"), "cases", cases))
                .send();
        assertThat(prepared.status()).as(prepared.body()).isEqualTo(201);
        assertThat(prepared.json().path("ready").asInt()).isEqualTo(4);
        assertThat(prepared.json().at("/cases/4/problem").asText()).isEqualTo("not-found");
        assertThat(status(changed)).isEqualTo("filed");
        act(chief, changed, Map.of("act", "assign", "to", chief.account()));

        String address = "/bulk-acts/" + prepared.json().path("id").asText();
        agent.call("POST", address + "/steps").json(Map.of("what", "run")).send();
        JsonNode done = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> agent.read(address).json(),
                        it -> it.path("state").asText().equals("done"));

        assertThat(done.path("done").asInt()).isEqualTo(3);
        JsonNode refused = done.at("/cases/3");
        assertThat(refused.path("problem").asText()).isEqualTo("case-changed");
        assertThat(refused.at("/details/lastActBy").asText()).isEqualTo(chief.login());
        assertThat(refused.at("/details/lastAct").asText()).isEqualTo("assign");
        assertThat(status(cases.get(0).get("caseNumber").toString())).isEqualTo("under-review");
        assertThat(status(changed)).isEqualTo("filed");
        assertThat(agent.call("POST", "/bulk-acts")
                        .json(Map.of(
                                "act",
                                Map.of("act", "refuse", "reason", "x", "delegation", "x"),
                                "cases",
                                cases.subList(0, 1)))
                        .send()
                        .problem())
                .isEqualTo("not-on-many-cases");
    }

    @Test
    void of_two_agents_who_decide_at_the_same_moment_one_is_heard_and_the_other_told_who_was() throws Exception {
        String number = filed();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> asked = List.of(() -> takeUp(chief, number), () -> takeUp(agent, number));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : both.invokeAll(asked)) {
                answers.add(each.get());
            }

            int heard = answers.get(0).status() == 200 ? 0 : 1;
            Answer late = answers.get(1 - heard);
            assertThat(answers.get(heard).status()).isEqualTo(200);
            assertThat(late.status()).as(late.body()).isEqualTo(409);
            assertThat(late.problem()).isEqualTo("case-changed");
            assertThat(late.json().path("lastAct").asText()).isEqualTo("take-up");
            assertThat(late.json().path("lastActBy").asText()).isEqualTo(heard == 0 ? chief.login() : agent.login());
            assertThat(late.json().path("lastActByRole").asText()).isEqualTo("agent");
            assertThat(late.json().at("/lastActOf/0").asText()).isEqualTo("38");
        } finally {
            both.shutdown();
        }
    }

    @Test
    void an_act_sent_twice_under_its_key_is_done_once() {
        String number = filed();
        List<Integer> versions = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            Answer answer = agent.call("POST", "/cases/" + number + "/acts")
                    .header("Idempotency-Key", "teams-" + number)
                    .json(Map.of("act", "take-up"))
                    .send();
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            versions.add(answer.json().path("version").asInt());
        }

        assertThat(versions.get(1)).isEqualTo(versions.get(0));
        assertThat(agent.call("POST", "/cases/" + number + "/acts")
                        .header("Idempotency-Key", "teams-" + number)
                        .json(Map.of("act", "give-back"))
                        .send()
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void tasks_are_read_with_how_far_up_they_have_gone() {
        JsonNode tasks = SignedIn.national().read("/tasks?limit=200").json().path("tasks");

        assertThat(tasks).isNotEmpty();
        assertThat(tasks)
                .allSatisfy(task -> assertThat(task.path("escalation").asText()).isIn("team", "chief", "national"));
    }

    private static Answer takeUp(SignedIn who, String number) {
        return who.call("POST", "/cases/" + number + "/acts")
                .json(Map.of("act", "take-up", "version", 1))
                .send();
    }

    private static String filed() {
        return SignedIn.applicant("ÉQUIPE", "Lou")
                .fileIn("38185")
                .at("/case/caseNumber")
                .asText();
    }

    private static void act(SignedIn who, String number, Map<String, Object> act) {
        Answer answer = who.call("POST", "/cases/" + number + "/acts").json(act).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode place(String number) {
        return chief.read("/cases/" + number + "/place").json();
    }

    private String status(String number) {
        return chief.read("/cases/" + number).json().path("status").asText();
    }

    private static List<String> numbers(SignedIn who, String filter) {
        JsonNode page =
                who.read("/cases?limit=200&prefecture=38&q=equipe&" + filter).json();
        return StreamSupport.stream(page.path("cases").spliterator(), false)
                .map(row -> row.path("caseNumber").asText())
                .toList();
    }
}
