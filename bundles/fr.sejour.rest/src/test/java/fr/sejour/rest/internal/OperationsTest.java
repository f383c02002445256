package fr.sejour.rest.internal;

import static fr.sejour.rest.internal.HandWrittenServices.AMINAS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.CLERKS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.NATIONAL_TOKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.internal.answer.Codes;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operation does with a good request; every request and answer is compared with the contract. */
class OperationsTest {

    private static final String CASE = "/cases/" + Situations.CASE;
    private static final String AMINA = "/people/" + Situations.AMINA;
    private static final Map<String, Object> RESIDENCE =
            Map.of("address", "1 rue de la Liberté, 38000 Grenoble", "commune", "38185");

    private static RunningApi api;
    private static ContractClient client;

    @BeforeAll
    static void start() {
        api = new RunningApi(Map.of());
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @BeforeEach
    void theFullestCaseStands() {
        api.services.standing.set(Situations.theFullestCase());
        api.services.papers.hasAuthority = true;
        api.services.papers.hasItsKey = true;
        api.services.checks.state.set(State.VALID);
    }

    @Test
    void anybody_searches_a_commune_and_reads_who_is_in_charge_there() {
        Answer found = client.call("GET", "/communes?search=gren&limit=5").send();
        Answer none = client.call("GET", "/communes?search=qqq").send();
        Answer bare = client.call("GET", "/communes/38185").send();
        Answer forPermit = client.call("GET", "/communes/38185?permit=etudiant").send();

        assertThat(found.json().at("/communes/0/code").asText()).isEqualTo("38185");
        assertThat(found.json().at("/communes/0/departement").asText()).isEqualTo("Isère");
        assertThat(none.json().path("communes")).isEmpty();
        assertThat(bare.json().at("/prefecture/code").asText()).isEqualTo("38");
        assertThat(bare.json().has("practice")).isFalse();
        assertThat(forPermit.json().at("/practice/servicePoint").isMissingNode())
                .isFalse();
        assertThat(client.call("GET", "/communes/38999").send().status()).isEqualTo(404);
        assertThat(client.call("GET", "/communes/38185?permit=licorne").send().problem())
                .isEqualTo("unknown-permit");
    }

    @Test
    void a_search_without_words_or_bounds_is_refused_with_what_is_expected() {
        for (String query : List.of("", "?search=", "?search=%20", "?search=" + "a".repeat(101))) {
            Answer answer =
                    client.call("GET", "/communes" + query).wrongOnPurpose().send();
            assertThat(answer.status()).as(query).isEqualTo(400);
        }
        for (String limit : List.of("0", "51", "-1", "x")) {
            Answer answer = client.call("GET", "/communes?search=gren&limit=" + limit)
                    .wrongOnPurpose()
                    .send();
            assertThat(answer.json().at("/errors/0/rule").asText()).isEqualTo("places");
        }
    }

    @Test
    void a_person_declares_where_they_live_and_reads_what_becomes_of_their_cases() {
        Answer said = client.call("PUT", AMINA + "/residence")
                .bearer(AMINAS_TOKEN)
                .json(RESIDENCE)
                .send();
        Answer read =
                client.call("GET", AMINA + "/residence").bearer(AMINAS_TOKEN).send();
        Answer nowhere = client.call("PUT", AMINA + "/residence")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("address", "1", "commune", "38999"))
                .send();

        assertThat(said.status()).isEqualTo(200);
        assertThat(api.services.declared.get().commune().value()).isEqualTo("38185");
        assertThat(read.json().at("/cases/0/transfer/to").asText()).isEqualTo("75");
        assertThat(read.json().at("/duty/months").asInt()).isEqualTo(3);
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.problem()).isEqualTo("unknown-commune");
    }

    @Test
    void an_agent_reads_what_is_offered_and_a_person_does_not() {
        Answer offers = client.call("GET", "/transfers").bearer(CLERKS_TOKEN).send();

        assertThat(offers.json().at("/transfers/0/from").asText()).isEqualTo("69");
        assertThat(client.call("GET", "/transfers").bearer(AMINAS_TOKEN).send().problem())
                .isEqualTo("not-yours-to-do");
    }

    @Test
    void an_offer_is_aimed_elsewhere_unless_somebody_was_faster() {
        Answer aimed = client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", "reaim-transfer", "to", "13", "insteadOf", "75", "reason", "Adresse corrigée"))
                .send();
        Answer late = client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", "reaim-transfer", "to", "13", "insteadOf", "69", "reason", "Adresse corrigée"))
                .send();

        assertThat(aimed.status()).isEqualTo(200);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("transfer-offered");
        assertThat(late.json().path("offeredTo").asText()).isEqualTo("75");
    }

    @Test
    void anybody_opens_an_applicants_account() {
        Answer answer = client.call("POST", "/accounts")
                .json(Map.of(
                        "login",
                        "amina.b",
                        "password",
                        "quatre mots au hasard",
                        "civilStatus",
                        Map.of(
                                "familyName",
                                "李",
                                "givenNames",
                                "O'Neil-أمينة",
                                "birthDate",
                                "1999-05-17",
                                "nationality",
                                "MA")))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("personId").asText()).isEqualTo(Situations.AMINA.value());
    }

    @Test
    void the_national_services_open_an_agents_account_and_read_the_second_factor_once() {
        Answer answer = client.call("POST", "/accounts")
                .bearer(NATIONAL_TOKEN)
                .json(Map.of(
                        "role", "agent",
                        "login", "clerk.38",
                        "password", "quatre mots au hasard",
                        "prefectures", List.of("38")))
                .send();

        assertThat(answer.json().at("/secondFactor/otpauth").asText()).startsWith("otpauth://totp/");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void nobody_else_opens_an_agents_account() {
        Map<String, Object> agent = Map.of(
                "role",
                "agent",
                "login",
                "clerk.38",
                "password",
                "quatre mots au hasard",
                "prefectures",
                List.of("38"));

        assertThat(client.call("POST", "/accounts").json(agent).send().problem())
                .isEqualTo("not-signed-in");
        assertThat(client.call("POST", "/accounts")
                        .bearer(AMINAS_TOKEN)
                        .json(agent)
                        .send()
                        .problem())
                .isEqualTo("not-yours-to-do");
        assertThat(client.call("POST", "/accounts")
                        .bearer(CLERKS_TOKEN)
                        .json(agent)
                        .send()
                        .problem())
                .isEqualTo("not-yours-to-do");
    }

    @Test
    void an_applicant_signs_in_and_learns_for_whom_they_speak() {
        Answer answer = client.call("POST", "/sessions")
                .json(Map.of("login", "amina.b", "password", "quatre mots au hasard"))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("personId").asText()).isEqualTo(Situations.AMINA.value());
    }

    @Test
    void a_refused_sign_in_says_how_to_sign_in_and_a_pause_how_long_it_is() {
        Answer refused = client.call("POST", "/sessions")
                .json(Map.of("login", "amina.b", "password", "un autre mot de passe"))
                .send();
        Answer paused = client.call("POST", "/sessions")
                .json(Map.of("login", HandWrittenServices.LOCKED_LOGIN, "password", "un autre mot de passe"))
                .send();

        assertThat(refused.problem()).isEqualTo("sign-in-refused");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(paused.status()).isEqualTo(429);
        assertThat(paused.header("Retry-After")).isEqualTo("30");
        assertThat(paused.json().path("retryAfterSeconds").asInt()).isEqualTo(30);
    }

    @Test
    void a_person_is_linked_to_the_register() {
        Answer answer = client.call("POST", AMINA + "/link")
                .bearer(AMINAS_TOKEN)
                .json(Map.of(
                        "foreignerNumber", "7503123456", "birthDate", "1999-05-17", "letterCode", "7K3M-Q9XA-22LP"))
                .send();

        assertThat(answer.json().at("/civilStatus/level").asText()).isEqualTo("verified");
    }

    @Test
    void an_agent_finds_a_person_by_the_number_on_a_permit() {
        Answer found = client.call("POST", "/look-ups")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("foreignerNumber", "7503123456"))
                .send();
        Answer nobody = client.call("POST", "/look-ups")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("foreignerNumber", "7503123457"))
                .send();

        assertThat(found.json().path("foreignerNumber").asText()).isEqualTo("7503123456");
        assertThat(nobody.problem()).isEqualTo("not-found");
    }

    @Test
    void anybody_prints_a_form_in_their_language_under_the_name_of_its_number() {
        Answer print = client.call("GET", "/forms/etudiant")
                .header("Accept-Language", "en")
                .send();

        assertThat(print.status()).isEqualTo(200);
        assertThat(print.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(print.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + HandWrittenServices.FORM + ".pdf\"");
        assertThat(print.body())
                .startsWith("etudiant " + HandWrittenServices.FORM)
                .endsWith(" en");
        assertThat(client.call("GET", "/forms/carte_de_demain").send().problem())
                .isEqualTo("not-found");
    }

    @Test
    void coverage_shows_each_proof_with_its_rights_in_the_readers_language() {
        JsonNode french = client.call("GET", AMINA + "/coverage")
                .bearer(AMINAS_TOKEN)
                .send()
                .json();
        Answer english = client.call("GET", AMINA + "/coverage")
                .bearer(CLERKS_TOKEN)
                .header("Accept-Language", "de, en-GB;q=0.8, fr;q=0.5")
                .send();

        assertThat(french.at("/intervals/0/proof").asText()).isEqualTo("held-permit");
        assertThat(french.at("/intervals/0/work/hoursPerYear").asInt()).isEqualTo(964);
        assertThat(french.at("/intervals/0/work/sentence").asText()).startsWith("fr right.work.hours-per-year");
        assertThat(french.at("/intervals/0/validity/zone").asText()).isEqualTo("Europe/Paris");
        assertThat(french.at("/intervals/0/validity/endZone").asText()).isEqualTo("America/Martinique");
        assertThat(french.at("/intervals/1/validity").has("lastDay")).isFalse();
        assertThat(french.at("/intervals/1/validity").has("endZone")).isFalse();
        assertThat(french.at("/next/from").asText()).isEqualTo("2026-12-01");
        assertThat(french.at("/next").has("paper")).isFalse();
        assertThat(french.at("/next/owed/what").asText()).isEqualTo("see-facts");
        assertThat(french.at("/next/owed/owner").asText()).isEqualTo("75");
        assertThat(french.at("/next/owed/dueOn").asText()).isEqualTo("2026-11-24");
        assertThat(english.json().at("/intervals/0/stay/sentence").asText()).isEqualTo("en right.stay.proven");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void the_inbox_opens() {
        Answer answer =
                client.call("GET", AMINA + "/inbox").bearer(AMINAS_TOKEN).send();

        assertThat(answer.json().at("/notices")).hasSize(2);
    }

    @Test
    void an_applicant_files_for_themselves_online() {
        Answer answer = client.call("POST", "/filings")
                .bearer(AMINAS_TOKEN)
                .header("Idempotency-Key", "0f9d2c1e-6f0a-4b43")
                .json(Map.of(
                        "permit",
                        "etudiant",
                        "heldPermit",
                        Map.of(
                                "permit", "etudiant",
                                "number", "9912345678",
                                "kind", "cst",
                                "validFrom", "2025-12-01",
                                "validUntil", "2026-11-30"),
                        "residence",
                        RESIDENCE))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/cases/" + Situations.CASE);
        assertThat(answer.json().at("/case/caseNumber").asText()).isEqualTo(Situations.CASE.value());
        assertThat(api.services.filed.get().person()).isEqualTo(Situations.AMINA);
        assertThat(api.services.filed.get().channel()).isEqualTo(FilingChannel.ONLINE);
        assertThat(api.services.filed.get().heldPermit()).isPresent();
    }

    @Test
    void an_agent_names_whom_they_key_for_and_from_which_channel() {
        Map<String, Object> filing = Map.of("permit", "vpf_conjoint_francais", "residence", RESIDENCE);

        Answer nameless = client.call("POST", "/filings")
                .bearer(CLERKS_TOKEN)
                .header("Idempotency-Key", "key-0001")
                .json(filing)
                .send();
        Answer keyed = client.call("POST", "/filings")
                .bearer(CLERKS_TOKEN)
                .header("Idempotency-Key", "key-0001")
                .json(Map.of(
                        "personId",
                        Situations.AMINA.value(),
                        "channel",
                        "counter",
                        "permit",
                        "vpf_conjoint_francais",
                        "residence",
                        RESIDENCE,
                        "workAuthorisation",
                        true))
                .send();

        assertThat(nameless.json().at("/errors/0/field").asText()).isEqualTo("personId");
        assertThat(keyed.status()).isEqualTo(201);
        assertThat(api.services.filed.get().channel()).isEqualTo(FilingChannel.COUNTER);
        assertThat(api.services.filed.get().workAuthorisation()).isTrue();
    }

    @Test
    void an_agent_keys_what_came_on_paper_for_somebody_without_an_account() {
        Answer answer = client.call("POST", "/filings")
                .bearer(CLERKS_TOKEN)
                .header("Idempotency-Key", "key-0002")
                .json(Map.of(
                        "registered",
                        Map.of("foreignerNumber", "9900000042", "birthDate", "1999-04-12"),
                        "channel",
                        "email",
                        "permit",
                        "etudiant",
                        "residence",
                        RESIDENCE,
                        "reception",
                        Map.of(
                                "day", "2026-11-17",
                                "late", "La plateforme était en panne.",
                                "form", "FO-0000-0000-0101",
                                "pieces", List.of("nationalite"))))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        Entry entry = api.services.entered.get();
        assertThat(entry.filer())
                .isEqualTo(new Filer.Registered(new ForeignerNumber("9900000042"), LocalDate.of(1999, 4, 12)));
        assertThat(entry.channel()).isEqualTo(FilingChannel.EMAIL);
        Received received = entry.reception().orElseThrow().received();
        assertThat(received.on()).isEqualTo("2026-11-17");
        assertThat(received.form()).contains(FormSerial.of("0000000001"));
        assertThat(received.pieces()).containsExactly(new PieceType("nationalite"));
        assertThat(entry.reception().orElseThrow().late()).contains("La plateforme était en panne.");
    }

    @Test
    void an_agent_files_for_whoever_shows_the_code_of_their_account() {
        Map<String, Object> entry = Map.of(
                "presented",
                Map.of("counterCode", "7k2m 9qxt-4b3d", "birthDate", "1999-04-12"),
                "channel",
                "counter",
                "permit",
                "vpf_conjoint_francais",
                "residence",
                RESIDENCE);

        Answer answer = client.call("POST", "/filings")
                .bearer(CLERKS_TOKEN)
                .header("Idempotency-Key", "key-0005")
                .json(entry)
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.services.entered.get().filer())
                .isEqualTo(new Filer.Presented(new CounterCode("7K2M9QXT4B3D"), LocalDate.of(1999, 4, 12)));
        assertThat(fault(CLERKS_TOKEN, with(entry, "personId", Situations.AMINA.value())))
                .isEqualTo("personId contradicts");
        assertThat(fault(
                        CLERKS_TOKEN,
                        with(entry, "presented", Map.of("counterCode", "7K2M", "birthDate", "1999-04-12"))))
                .isEqualTo("presented.counterCode counter-code");
        assertThat(fault(AMINAS_TOKEN, entry)).isEqualTo("presented not-for-this-role");
    }

    @Test
    void a_newcomer_needs_no_way_to_be_reached() {
        Answer answer = client.call("POST", "/filings")
                .bearer(CLERKS_TOKEN)
                .header("Idempotency-Key", "key-0003")
                .json(Map.of(
                        "newcomer",
                        Map.of(
                                "civilStatus",
                                Map.of(
                                        "familyName", "Exemple",
                                        "givenNames", "Oumar",
                                        "birthDate", "1990-01-02",
                                        "nationality", "ML")),
                        "channel",
                        "counter",
                        "permit",
                        "visiteur",
                        "residence",
                        RESIDENCE))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        Filer.Newcomer said = (Filer.Newcomer) api.services.entered.get().filer();
        assertThat(said.civilStatus().givenNames()).isEqualTo("Oumar");
        assertThat(said.contact().email()).isEmpty();
    }

    @Test
    void what_an_entry_lacks_or_says_twice_is_named() {
        Map<String, Object> registered = Map.of("foreignerNumber", "9900000042", "birthDate", "1999-04-12");
        Map<String, Object> entry =
                Map.of("registered", registered, "channel", "post", "permit", "etudiant", "residence", RESIDENCE);

        assertThat(fault(CLERKS_TOKEN, with(entry, "personId", Situations.AMINA.value())))
                .isEqualTo("personId contradicts");
        assertThat(fault(
                        CLERKS_TOKEN,
                        with(entry, "reception", Map.of("day", "2026-11-17", "form", "FO-0000-0000-0102"))))
                .isEqualTo("reception.form form-serial");
        assertThat(fault(CLERKS_TOKEN, with(entry, "reception", Map.of("late", "panne"))))
                .isEqualTo("reception.day required");
        Map<String, Object> nameless = Map.of("day", "2026-11-17", "pieces", Collections.singletonList(null));
        assertThat(fault(CLERKS_TOKEN, with(entry, "reception", nameless))).isEqualTo("reception.pieces required");
        assertThat(fault(AMINAS_TOKEN, entry)).isEqualTo("registered not-for-this-role");
    }

    private static Map<String, Object> with(Map<String, Object> body, String part, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(part, value);
        return more;
    }

    private String fault(String token, Map<String, Object> body) {
        Answer answer = client.call("POST", "/filings")
                .bearer(token)
                .header("Idempotency-Key", "key-0004")
                .json(body)
                .wrongOnPurpose()
                .send();
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asText() + " "
                + answer.json().at("/errors/0/rule").asText();
    }

    @Test
    void a_filing_needs_an_idempotency_key() {
        Answer answer = client.call("POST", "/filings")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("permit", "etudiant", "residence", RESIDENCE))
                .wrongOnPurpose()
                .send();

        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void the_queue_is_read_by_key() {
        Answer answer = client.call("GET", "/cases?prefecture=38&status=awaiting-pieces&after=k0&limit=200")
                .bearer(CLERKS_TOKEN)
                .send();

        assertThat(answer.json().path("next").asText()).isEqualTo("k1");
        assertThat(api.services.query.get().filter().prefecture()).contains(new PrefectureCode("38"));
        assertThat(api.services.query.get().filter().statuses()).containsExactly(CaseStatus.AWAITING_PIECES);
        assertThat(api.services.query.get().after()).contains("k0");
        assertThat(api.services.query.get().limit()).isEqualTo(200);
    }

    @Test
    void each_filter_of_the_queue_arrives_as_it_is_meant() {
        client.call(
                        "GET",
                        "/cases?status=filed,granted&permit=etudiant&channel=counter&complete=false&facts=seen&employed=true"
                                + "&filedFrom=2026-03-01&filedUntil=2026-03-31&rightEndsUntil=2026-08-31&nextAct=decide"
                                + "&overdue=true&task=take-up&duplicate=true&transfer=false&held=my-team&assignee=zoe-1&number="
                                + Situations.CASE.value() + "&q=nguy%E1%BB%85n%20th%25_&text=domicile%20%26%20a:*")
                .bearer(CLERKS_TOKEN)
                .send();

        assertThat(api.services.query.get().filter())
                .isEqualTo(QueueFilterBuilder.builder()
                        .statuses(Set.of(CaseStatus.FILED, CaseStatus.GRANTED))
                        .permit(Optional.of(new PermitCode("etudiant")))
                        .channel(Optional.of(FilingChannel.COUNTER))
                        .complete(Optional.of(false))
                        .facts(Optional.of(FactLevel.SEEN))
                        .employed(Optional.of(true))
                        .filedFrom(Optional.of(LocalDate.of(2026, 3, 1)))
                        .filedUntil(Optional.of(LocalDate.of(2026, 3, 31)))
                        .rightEndsUntil(Optional.of(LocalDate.of(2026, 8, 31)))
                        .nextAct(Optional.of("decide"))
                        .overdue(Optional.of(true))
                        .task(Optional.of(Task.Kind.TAKE_UP))
                        .duplicate(Optional.of(true))
                        .transfer(Optional.of(false))
                        .number(Optional.of(Situations.CASE))
                        .name(Optional.of("nguyễn th%_"))
                        .text(Optional.of("domicile & a:*"))
                        .held(Optional.of(Held.MY_TEAM))
                        .assignee(Optional.of(new AccountId("zoe-1")))
                        .build());
    }

    @Test
    void tasks_are_read_by_filter_and_key() {
        Answer answer = client.call(
                        "GET",
                        "/tasks?prefecture=38&kind=see-facts&late=true&held=mine&escalation=chief&after=k0&limit=20")
                .bearer(CLERKS_TOKEN)
                .send();

        assertThat(answer.json().path("tasks")).hasSize(1);
        assertThat(answer.json().path("next").asText()).isEqualTo("k1");
        assertThat(api.services.taskQuery.get())
                .isEqualTo(new TaskQuery(
                        new TaskQuery.Filter(
                                Optional.of(new PrefectureCode("38")),
                                Optional.of(Task.Kind.SEE_FACTS),
                                Optional.of(true),
                                Optional.of(Held.MINE),
                                Optional.of(Task.Escalation.CHIEF)),
                        Optional.of("k0"),
                        20));
    }

    @Test
    void a_chief_makes_a_team_takes_it_apart_and_reads_who_is_there() {
        Answer read =
                client.call("GET", "/prefectures/38/teams").bearer(CLERKS_TOKEN).send();
        client.call("PUT", "/prefectures/38/teams/conjoints")
                .bearer(CLERKS_TOKEN)
                .json(Map.of(
                        "name",
                        "Conjoints",
                        "members",
                        List.of("zoe-1"),
                        "permits",
                        List.of("vpf_conjoint_francais"),
                        "points",
                        List.of("vienne")))
                .send();
        Answer taken = client.call("PUT", "/prefectures/38/teams/pris")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("name", "Pris"))
                .send();
        Answer apart = client.call("DELETE", "/prefectures/38/teams/conjoints")
                .bearer(CLERKS_TOKEN)
                .send();

        assertThat(read.json().at("/teams/0/members/0").asText()).isEqualTo("zoe-1");
        assertThat(read.json().at("/colleagues/1/leave/standIn").asText()).isEqualTo("paul-1");
        assertThat(api.services.teams.team.get())
                .isEqualTo(new Team(
                        new PrefectureCode("38"),
                        new TeamCode("conjoints"),
                        "Conjoints",
                        Set.of(new AccountId("zoe-1")),
                        Set.of(new PermitCode("vpf_conjoint_francais")),
                        Set.of("vienne")));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("grounds").get(0).asText()).isEqualTo("etudiant @ grenoble");
        assertThat(apart.status()).isEqualTo(200);
    }

    @Test
    void chiefs_leaves_and_the_end_of_an_account_are_said() {
        client.call("PUT", "/prefectures/38/chiefs")
                .bearer(NATIONAL_TOKEN)
                .json(Map.of("chiefs", List.of("paul-1")))
                .send();
        Answer away = client.call("PUT", "/agents/zoe-1/leave")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("from", "2026-12-01", "until", "2026-12-24", "standIn", "paul-1"))
                .send();
        assertThat(away.status()).isEqualTo(204);
        assertThat(api.services.teams.leave.get())
                .contains(new Leave(
                        LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 24), Optional.of(new AccountId("paul-1"))));
        client.call("PUT", "/agents/zoe-1/leave")
                .bearer(CLERKS_TOKEN)
                .json(Map.of())
                .send();
        Answer closed =
                client.call("DELETE", "/agents/zoe-1").bearer(NATIONAL_TOKEN).send();

        assertThat(api.services.teams.chiefs.get()).containsExactly(new AccountId("paul-1"));
        assertThat(api.services.teams.leave.get()).isEmpty();
        assertThat(closed.status()).isEqualTo(204);
        assertThat(api.services.teams.closed.get()).isEqualTo(new AccountId("zoe-1"));
    }

    @Test
    void a_leave_ends_after_it_begins() {
        Answer answer = client.call("PUT", "/agents/zoe-1/leave")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("from", "2026-12-24", "until", "2026-12-01"))
                .send();

        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("until");
    }

    @Test
    void the_place_of_a_case_says_its_team_and_who_has_it() {
        Answer answer = client.call("GET", CASE + "/place").bearer(CLERKS_TOKEN).send();

        assertThat(answer.json().path("team").asText()).isEqualTo("etudiants");
        assertThat(answer.json().at("/assignee/login").asText()).isEqualTo("zoe");
        assertThat(answer.json().at("/standIn/login").asText()).isEqualTo("paul");
    }

    /** As many as the contract promises, each with all that it may say. */
    @Test
    void an_act_is_for_five_thousand_cases() {
        List<Map<String, Object>> cases = IntStream.range(0, 5_000)
                .mapToObj(at -> Map.<String, Object>of(
                        "caseNumber", "%019d".formatted(at), "version", 1_000_000 + at, "cardNumber", "9".repeat(40)))
                .toList();

        Answer read = client.call("POST", "/bulk-acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", Map.of("act", "take-up"), "cases", cases))
                .send();

        assertThat(read.status()).as(read.body()).isEqualTo(201);
        assertThat(((Selection.Ticked) api.services.teams.selection.get()).cases())
                .hasSize(5_000);
    }

    @Test
    void an_act_on_many_cases_is_for_those_named_or_for_what_filters_leave() {
        Answer named = client.call("POST", "/bulk-acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of(
                        "act",
                        Map.of("act", "give-back"),
                        "cases",
                        List.of(Map.of("caseNumber", Situations.CASE.value(), "version", 3))))
                .send();
        assertThat(named.status()).isEqualTo(201);
        assertThat(named.header("Location")).endsWith("/bulk-acts/" + HandWrittenTeams.BULK);
        assertThat(named.json().path("ready").asInt()).isEqualTo(1);
        assertThat(named.json().at("/cases/1/details/lastActBy").asText()).isEqualTo("zoe");
        assertThat(api.services.teams.selection.get())
                .isEqualTo(
                        new Selection.Ticked(List.of(new Selection.TickedCase(Situations.CASE, OptionalLong.of(3)))));

        client.call("POST", "/bulk-acts?assignee=zoe-1&status=filed")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", Map.of("act", "assign", "to", "paul-1")))
                .send();

        assertThat(api.services.teams.act.get()).isEqualTo(new Act.Assign(new AccountId("paul-1"), Optional.empty()));
        assertThat(api.services.teams.selection.get())
                .isEqualTo(new Selection.Filtered(QueueFilterBuilder.builder()
                        .statuses(Set.of(CaseStatus.FILED))
                        .assignee(Optional.of(new AccountId("zoe-1")))
                        .build()));
    }

    @Test
    void an_act_on_many_cases_is_run_read_and_cancelled_and_some_never_are_begun() {
        String address = "/bulk-acts/" + HandWrittenTeams.BULK;
        Answer running = client.call("POST", address + "/steps")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("what", "run"))
                .send();
        Answer read = client.call("GET", address).bearer(CLERKS_TOKEN).send();
        Answer cancelled = client.call("POST", address + "/steps")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("what", "cancel"))
                .send();
        Answer never = client.call("POST", "/bulk-acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", Map.of("act", "withdraw", "reason", "x")))
                .send();

        assertThat(running.json().path("state").asText()).isEqualTo("running");
        assertThat(read.json().path("total").asInt()).isEqualTo(2);
        assertThat(cancelled.json().path("state").asText()).isEqualTo("cancelled");
        assertThat(never.problem()).isEqualTo("not-on-many-cases");
        assertThat(never.status()).isEqualTo(422);
    }

    @Test
    void an_act_may_have_a_key() {
        client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .header("Idempotency-Key", "the-key-of-an-act")
                .json(Map.of("act", "take-up"))
                .send();

        assertThat(api.services.key.get()).isEqualTo(new IdempotencyKey("the-key-of-an-act"));
    }

    @Test
    void an_applicant_has_no_queue() {
        assertThat(client.call("GET", "/cases").bearer(AMINAS_TOKEN).send().problem())
                .isEqualTo("not-yours-to-do");
    }

    @Test
    void a_case_carries_all_that_it_has() {
        JsonNode json = client.call("GET", CASE).bearer(AMINAS_TOKEN).send().json();

        assertThat(json.at("/acts")).hasSize(2);
        assertThat(json.at("/assessment/pieces/0/blocking").asBoolean()).isTrue();
        assertThat(json.at("/assessment/pieces/0/waivable/undetermined").asBoolean())
                .isTrue();
        assertThat(json.at("/assessment/warnings/1").has("sentence")).isFalse();
        assertThat(json.at("/transfer/to").asText()).isEqualTo("75");
        assertThat(json.at("/decision/notification/day").asText()).isEqualTo("2026-11-22");
        assertThat(json.at("/collection/servicePoint/id").asText()).isEqualTo("grenoble");
    }

    @Test
    void a_case_with_open_questions_shows_them_in_the_place_of_values() {
        api.services.standing.set(Situations.theBarestCase());

        JsonNode json = client.call("GET", CASE).bearer(AMINAS_TOKEN).send().json();

        assertThat(json.at("/assessment/timeliness/question").asText()).isEqualTo("Which window applies?");
        assertThat(json.at("/assessment/fees/undetermined").asBoolean()).isTrue();
        assertThat(json.has("next")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void a_piece_is_told_by_its_first_bytes(String mediaType, String content) {
        Answer answer = client.call("PUT", CASE + "/pieces/nationalite")
                .bearer(AMINAS_TOKEN)
                .content(mediaType, content.getBytes(ISO_8859_1))
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.services.pieces.content.get()).isEqualTo(content.getBytes(ISO_8859_1));
    }

    static Stream<Arguments> pieces() {
        return Stream.of(
                Arguments.of("application/pdf", "%PDF-1.7\n…"),
                Arguments.of("image/jpeg", "\u00FF\u00D8\u00FF\u00E0 jfif"),
                Arguments.of("image/png", "\u0089PNG\r\n\u001A\n ihdr"),
                Arguments.of("image/heic", "\u0000\u0000\u0000\u0018ftypheic more"));
    }

    @Test
    void the_largest_piece_is_accepted() {
        byte[] largest = new byte[10 * 1024 * 1024];
        System.arraycopy("%PDF-".getBytes(ISO_8859_1), 0, largest, 0, 5);

        Answer answer = client.call("PUT", CASE + "/pieces/nationalite")
                .bearer(AMINAS_TOKEN)
                .content("application/pdf", largest)
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.services.pieces.content.get()).hasSize(largest.length);
    }

    @Test
    void a_piece_comes_back_as_a_file_that_does_nothing_by_itself() {
        for (String address : List.of(CASE + "/pieces/nationalite", CASE + "/pieces/nationalite/versions/1")) {
            Answer answer = client.call("GET", address).bearer(CLERKS_TOKEN).send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("%PDF-1.7\n");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"nationalite-");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox;");
        }
    }

    @Test
    void the_history_and_the_files_of_a_person_are_listed() {
        JsonNode versions =
                client.call("GET", CASE + "/pieces").bearer(AMINAS_TOKEN).send().json();
        JsonNode files = client.call("GET", "/people/" + Situations.AMINA + "/evidence")
                .bearer(AMINAS_TOKEN)
                .send()
                .json();

        assertThat(versions.at("/versions/0/ended/how").asText()).isEqualTo("replaced");
        assertThat(versions.at("/versions/1").has("ended")).isFalse();
        assertThat(files.at("/files/0/uses/0/type").asText()).isEqualTo("nationalite");
    }

    @Test
    void a_file_given_before_is_given_again_and_a_piece_is_taken_back() {
        Answer reused = client.call("PUT", CASE + "/pieces/nationalite/evidence")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("evidence", HandWrittenPieces.FILE.value()))
                .send();
        Answer removed = client.call("DELETE", CASE + "/pieces/nationalite")
                .bearer(AMINAS_TOKEN)
                .send();

        assertThat(reused.status()).isEqualTo(200);
        assertThat(api.services.pieces.reused.get()).isEqualTo(HandWrittenPieces.FILE);
        assertThat(removed.status()).isEqualTo(200);
    }

    @Test
    void m6_an_upload_goes_on_where_it_stopped() {
        Answer begun = client.call("POST", CASE + "/pieces/nationalite/uploads")
                .bearer(AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "100")
                .header("Upload-Metadata", "filename cGFzcy5wZGY=,other Yg==")
                .send();
        String upload = begun.header("Location").replace("/api/v1", "");
        Answer part = client.call("PATCH", upload)
                .bearer(AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .content("application/offset+octet-stream", new byte[40])
                .send();
        Answer look = client.call("HEAD", upload)
                .bearer(AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .send();
        Answer elsewhere = client.call("PATCH", upload)
                .bearer(AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "7")
                .content("application/offset+octet-stream", new byte[40])
                .send();

        assertThat(begun.status()).isEqualTo(201);
        assertThat(api.services.pieces.name.get()).contains("pass.pdf");
        assertThat(part.status()).isEqualTo(204);
        assertThat(part.header("Upload-Offset")).isEqualTo("40");
        assertThat(look.header("Upload-Offset")).isEqualTo("40");
        assertThat(look.header("Cache-Control")).isEqualTo("no-store");
        assertThat(elsewhere.problem()).isEqualTo("upload-elsewhere");
        assertThat(client.call("DELETE", upload)
                        .bearer(AMINAS_TOKEN)
                        .header("Tus-Resumable", "1.0.0")
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void another_upload_protocol_is_not_spoken() {
        Answer answer = client.call("POST", CASE + "/pieces/nationalite/uploads")
                .bearer(AMINAS_TOKEN)
                .header("Upload-Length", "100")
                .wrongOnPurpose()
                .send();

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.problem()).isEqualTo("upload-protocol");
    }

    @Test
    void our_own_pages_upload_with_the_session_of_their_visitor_and_no_other_site_does() {
        Answer ours = client.call("POST", CASE + "/pieces/nationalite/uploads")
                .header("Cookie", "sejour-session=" + AMINAS_TOKEN)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "100")
                .send();
        Answer theirs = client.call("POST", CASE + "/pieces/nationalite/uploads")
                .header("Cookie", "sejour-session=" + AMINAS_TOKEN)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "100")
                .send();
        Answer another = client.call("GET", CASE)
                .header("Cookie", "sejour-session=" + AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .send();

        assertThat(ours.status()).isEqualTo(201);
        assertThat(theirs.status()).isEqualTo(401);
        assertThat(another.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void every_act_can_be_said(Map<String, Object> body) {
        Answer answer = client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(body)
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Codes.of(api.services.act.get().kind())).isEqualTo(body.get("act"));
    }

    static Stream<Map<String, Object>> acts() {
        String words = "Parce que c'est écrit";
        return Stream.of(
                Map.of("act", "take-up"),
                Map.of(
                        "act",
                        "ask-for-pieces",
                        "pieces",
                        List.of(
                                Map.of("piece", "nationalite", "reason", words),
                                Map.of("piece", "domicile", "reason", "trop ancien")),
                        "answerBy",
                        "2026-12-31"),
                Map.of("act", "answer"),
                Map.of("act", "refuse-piece", "piece", "nationalite", "reason", words),
                Map.of("act", "waive-piece", "piece", "nationalite", "reason", words),
                Map.of("act", "see-facts"),
                Map.of("act", "confirm-attempt", "counts", true, "reason", words),
                Map.of("act", "refuse-registration", "reason", words),
                Map.of("act", "grant", "validFrom", "2026-12-01", "validUntil", "2027-11-30", "delegation", words),
                Map.of("act", "seize-commission", "day", "2026-12-01", "reason", words),
                Map.of("act", "refuse", "reason", words, "delegation", words),
                Map.of("act", "notify", "means", "registered-letter", "day", "2026-12-01", "proof", "1A 234"),
                Map.of("act", "order-card"),
                Map.of("act", "card-ready", "cardNumber", "X1"),
                Map.of("act", "hand-over", "day", "2026-12-01"),
                Map.of("act", "declare-receipt", "day", "2026-12-01", "cardNumber", "X1"),
                Map.of("act", "confirm-receipt"),
                Map.of("act", "refuse-receipt", "reason", words),
                Map.of("act", "deliver", "day", "2026-12-01"),
                Map.of("act", "withdraw", "reason", words),
                Map.of("act", "close-as-moot", "cause", "french-nationality", "reason", words),
                Map.of("act", "absorb", "other", "0000000000000000026", "reason", words),
                Map.of("act", "keep-apart", "other", "0000000000000000026", "reason", words),
                Map.of("act", "follow", "followed", "0000000000000000026", "holds", true, "reason", words),
                Map.of("act", "offer-transfer", "to", "2A", "reason", words),
                Map.of("act", "reaim-transfer", "to", "2A", "insteadOf", "75", "reason", words),
                Map.of("act", "ask-for-reasons"),
                Map.of("act", "give-reasons", "reason", words, "delegation", words),
                Map.of(
                        "act",
                        "record-court-order",
                        "court",
                        words,
                        "orderedOn",
                        "2026-11-20",
                        "dueOn",
                        "2026-12-05",
                        "what",
                        "examine-again",
                        "paper",
                        Map.of("kind", "recepisse", "lastDay", "2027-02-20", "work", true),
                        "reason",
                        words),
                Map.of("act", "revoke-paper", "paper", "SJ-7K3M-9QXA-04TZ", "reason", words, "delegation", words),
                Map.of("act", "receive-transfer"),
                Map.of("act", "assign", "to", "zoe-1", "reason", words),
                Map.of("act", "give-back"));
    }

    @Test
    void the_acts_tried_here_are_all_there_are_but_the_refused_one() {
        assertThat(acts().map(it -> it.get("act")).toList())
                .hasSize(ActKind.values().length - 1)
                .hasSize(Act.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void an_act_carries_the_version_it_was_decided_on() {
        client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", "take-up", "version", 3))
                .send();

        assertThat(api.services.version.get()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void an_act_that_the_state_forbids_is_answered_with_those_it_allows() {
        Answer answer = client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("act", "reopen", "reason", "Ordonnance du juge"))
                .send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("allowedActs")).hasSize(2);
        assertThat(answer.json().path("allowedActs").get(0).asText()).isEqualTo("hand-over");
        assertThat(answer.json().path("caseStatus").asText()).isEqualTo("card-ready");
        assertThat(answer.json().at("/messages/fr/title").asText())
                .isEqualTo("Cette action n'est pas possible maintenant");
        assertThat(answer.json().at("/messages/en/title").asText()).isEqualTo("This act is not possible now");
    }

    @Test
    void who_acts_for_a_minor_is_named_with_how_they_are_reached() {
        Answer named = client.call("PUT", AMINA + "/representative")
                .bearer(AMINAS_TOKEN)
                .json(Map.of(
                        "familyName",
                        "Diallo",
                        "givenNames",
                        "Fatou",
                        "quality",
                        "guardian",
                        "contact",
                        Map.of("email", "fatou@example.org", "language", "en")))
                .send();

        assertThat(named.json().at("/representative/givenNames").asText()).isEqualTo("Fatou");
        assertThat(named.json().at("/representative/quality").asText()).isEqualTo("guardian");
        assertThat(named.json().at("/representative/contact/email").asText()).isEqualTo("fatou@example.org");
        assertThat(named.json().at("/representative/contact/language").asText()).isEqualTo("en");
    }

    @Test
    void an_agent_reads_which_cases_of_other_people_hang_together_with_one() {
        Answer links = client.call("GET", CASE + "/links").bearer(CLERKS_TOKEN).send();

        assertThat(links.json().at("/follows/caseNumber").asText()).isEqualTo("0000000000000000026");
        assertThat(links.json().at("/follows/standing").asText()).isEqualTo("confirmed");
        assertThat(links.json().at("/follows/status").asText()).isEqualTo("refused");
        assertThat(links.json().at("/follows/lookSince").asText()).isEqualTo("2026-09-20");
        assertThat(links.json().at("/followedBy/0/standing").asText()).isEqualTo("declared");
    }

    @Test
    void the_journal_is_read() {
        assertThat(client.call("GET", CASE + "/journal")
                        .bearer(CLERKS_TOKEN)
                        .send()
                        .json()
                        .at("/lines"))
                .hasSize(2);
    }

    @Test
    void a_paper_shows_its_check_code_to_its_holder_and_to_nobody_else() {
        String address = "/attestations/" + Situations.PAPER;

        Answer holder = client.call("GET", address).bearer(AMINAS_TOKEN).send();
        Answer clerk = client.call("GET", address).bearer(CLERKS_TOKEN).send();

        assertThat(holder.json().path("checkCode").asText()).isEqualTo("7TQ2-K0MX-31WD");
        assertThat(holder.header("Cache-Control")).isEqualTo("no-store");
        assertThat(clerk.body()).doesNotContain("7TQ2", "checkCode");
    }

    @Test
    void an_undetermined_right_is_shown_as_neither_granted_nor_denied() {
        JsonNode work = client.call("GET", "/attestations/" + Situations.PAPER)
                .bearer(AMINAS_TOKEN)
                .send()
                .json()
                .at("/rights/work");

        assertThat(work.path("undetermined").asBoolean()).isTrue();
        assertThat(work.path("question").asText()).isEqualTo("May they work?");
        assertThat(work.path("sentence").asText()).isEqualTo("fr right.undetermined");
        assertThat(work.has("code")).isFalse();
    }

    @Test
    void anybody_checks_a_paper() {
        Answer answer = client.call("POST", "/checks")
                .json(Map.of("code", "7tq2 k0mx 31wd", "birthDate", "1999-05-17"))
                .send();

        assertThat(answer.json().path("holderInitials").asText()).isEqualTo("A. B.");
        assertThat(answer.json().path("holderHasMoreRights").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "VALID, rights",
        "NOT_YET_VALID, comingRights",
        "EXPIRED, none",
        "REPLACED, none",
        "ENDED, none",
        "REVOKED, none",
    })
    void a_program_that_reads_no_more_than_rights_is_told_none_that_cannot_be_relied_on_today(
            State state, String told) {
        api.services.checks.state.set(state);

        JsonNode checked = client.call("POST", "/checks")
                .json(Map.of("code", "7tq2 k0mx 31wd", "birthDate", "1999-05-17"))
                .send()
                .json();
        JsonNode proven = proven(HandWrittenChecks.PROOF_OF_A_PAPER).json().path("paper");

        for (JsonNode answer : List.of(checked, proven)) {
            assertThat(Stream.of("rights", "comingRights").filter(answer::has))
                    .isEqualTo(told.equals("none") ? List.of() : List.of(told));
            assertThat(answer.path("state").asText())
                    .isEqualTo(state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            assertThat(answer.toString().contains("basis"))
                    .as("a right in whatever member")
                    .isEqualTo(!state.over());
        }
    }

    @Test
    void the_page_of_a_paper_comes_in_the_language_asked_for() {
        String page = "/attestations/" + Situations.PAPER + "/page";

        Answer french = client.call("GET", page).bearer(AMINAS_TOKEN).send();
        Answer arabic =
                client.call("GET", page + "?language=ar").bearer(AMINAS_TOKEN).send();

        assertThat(french.body()).isEqualTo("%PDF fr");
        assertThat(arabic.body()).isEqualTo("%PDF ar");
        assertThat(arabic.headers().firstValue("content-disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(Situations.PAPER + "-ar.pdf"));
        assertThat(client.call("GET", page + "?language=tlh")
                        .bearer(AMINAS_TOKEN)
                        .wrongOnPurpose()
                        .send()
                        .problem())
                .isEqualTo("malformed-input");
    }

    @Test
    void a_proof_is_read_again_whether_of_a_paper_or_of_a_share() {
        assertThat(proven(HandWrittenChecks.PROOF_OF_A_PAPER)
                        .json()
                        .at("/paper/holderInitials")
                        .asText())
                .isEqualTo("A. B.");
        assertThat(proven(HandWrittenChecks.PROOF_OF_A_SHARE)
                        .json()
                        .at("/share/until")
                        .asText())
                .isEqualTo("2027-02-28");
        assertThat(proven("another").problem()).isEqualTo("proof-refused");
    }

    private static Answer proven(String proof) {
        return client.call("POST", "/check-proofs").json(Map.of("proof", proof)).send();
    }

    @Test
    void whoever_was_given_a_code_reads_what_its_purpose_needs() {
        Answer answer = client.call("POST", "/share-checks")
                .json(Map.of("code", "t-7tq2-komx-3iwd", "birthDate", "1999-05-17"))
                .send();

        assertThat(answer.json().path("purpose").asText()).isEqualTo("work");
        assertThat(answer.json().at("/stay/code").asText()).isEqualTo("proven");
        assertThat(answer.json().path("work")).hasSize(2);
        assertThat(answer.json().at("/work/0/hoursPerYear").asInt()).isEqualTo(964);
        assertThat(answer.json().has("social")).isFalse();
        assertThat(client.call("POST", "/share-checks")
                        .json(Map.of("code", "7tq2-komx-3iwd", "birthDate", "1999-05-17"))
                        .wrongOnPurpose()
                        .send()
                        .problem())
                .isEqualTo("malformed-input");
    }

    @Test
    void the_lists_of_states_are_signed_texts_that_are_found_by_their_addresses() {
        Answer all = client.call("GET", "/status-lists").send();

        assertThat(all.json().path("status_lists").get(0).asText()).isEqualTo("/api/v1/status-lists/0");
        assertThat(client.call("GET", "/status-lists/0").send().body()).isEqualTo("header.claims.signature");
        assertThat(client.call("GET", "/status-lists/1").send().problem()).isEqualTo("not-found");
        assertThat(client.call("GET", "/status-lists/first")
                        .wrongOnPurpose()
                        .send()
                        .problem())
                .isEqualTo("malformed-input");
    }

    @Test
    void what_papers_are_verified_with_is_open_to_anybody_and_kept_for_five_minutes() {
        Answer keys = client.call("GET", "/seal-keys").send();
        Answer certificate = client.call("GET", "/paper-authority/certificate").send();
        Answer revoked = client.call("GET", "/paper-authority/revoked").send();

        assertThat(keys.json().at("/keys/0/kid").asText()).isEqualTo("SJ00S001");
        assertThat(keys.json().at("/keys/0/from").asText()).isEqualTo("2026-01-01");
        assertThat(List.of(keys, certificate, revoked))
                .extracting(it -> it.header("Cache-Control"))
                .containsOnly("public, max-age=300");
        assertThat(certificate.header("Content-Type")).isEqualTo("application/pkix-cert");
        assertThat(certificate.body()).contains("Autorite d'exemple");
        assertThat(revoked.header("Content-Type")).isEqualTo("application/pkix-crl");
        assertThat(revoked.body()).contains("Autorite d'exemple");
    }

    @Test
    void an_authority_whose_key_is_away_is_published_and_its_list_waits() {
        api.services.papers.hasItsKey = false;

        assertThat(client.call("GET", "/paper-authority/certificate").send().body())
                .contains("Autorite d'exemple");
        assertThat(client.call("GET", "/paper-authority/revoked")
                        .mayBeUnavailable()
                        .send()
                        .problem())
                .isEqualTo("signature-unavailable");
    }

    @Test
    void an_authority_of_somebody_else_is_not_published_here() {
        api.services.papers.hasAuthority = false;

        assertThat(client.call("GET", "/paper-authority/certificate").send().problem())
                .isEqualTo("not-found");
        assertThat(client.call("GET", "/paper-authority/revoked").send().problem())
                .isEqualTo("not-found");
    }

    @Test
    void the_catalogue_shows_which_values_are_undetermined() {
        Answer answer = client.call("GET", "/catalogue/permits").send();

        JsonNode permit = answer.json().at("/permits/0");
        assertThat(answer.json().path("on").asText()).isEqualTo("2026-11-22");
        assertThat(permit.path("undetermined")).hasSize(2);
        assertThat(permit.at("/renewalInterimWork/question").asText()).isEqualTo("Within the 964 hours?");
        assertThat(permit.path("silence").asText()).isEqualTo("P90D");
        assertThat(permit.path("sources")).isNotEmpty();
    }

    @Test
    void the_catalogue_is_read_on_any_day_that_an_edition_knows() {
        Answer before = client.call("GET", "/catalogue/permits?on=1999-12-31").send();

        assertThat(client.call("GET", "/catalogue/permits?on=2026-04-30").send().status())
                .isEqualTo(200);
        assertThat(before.problem()).isEqualTo("not-found");
        assertThat(before.json().has("noEditionOn")).isFalse();
    }

    @Test
    void a_prefecture_is_read_afresh_each_time() {
        Answer answer = client.call("GET", "/prefectures/38").send();

        assertThat(answer.json().path("collectionMode").asText()).isEqualTo("walk-in");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(client.call("GET", "/prefectures/976").send().problem()).isEqualTo("not-found");
    }
}
