package fr.sejour.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.rest.contract.OpenApiContract;
import fr.sejour.rest.contract.OpenApiContract.Operation;
import fr.sejour.rest.internal.answer.Codes;
import fr.sejour.rest.internal.operate.Contract;
import fr.sejour.rest.internal.problem.ProblemKind;
import fr.sejour.rest.internal.problem.ProblemWords;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

    private final OpenApiContract contract = new OpenApiContract();

    @Test
    void the_contract_and_the_resources_list_the_same_operations() {
        assertThat(annotated().keySet()).isEqualTo(contract.operationsOfTheApi());
    }

    @Test
    void readiness_waits_for_the_operations_of_the_contract() {
        assertThat(Contract.operations()).isEqualTo(contract.operationsOfTheApi());
    }

    @ParameterizedTest
    @CsvSource({
        "GET /cases/7503202611220000017/journal,true",
        "PUT /cases/7503202611220000017/pieces/nationalite,true",
        "GET /cases,true",
        "GET /cases/1/2/3,false",
        "DELETE /cases,false",
        "GET /casesX,false",
        "GET /,false",
    })
    void a_request_is_known_to_be_one_of_the_contract(String request, boolean known) {
        assertThat(Contract.answering().test(request)).isEqualTo(known);
    }

    @Test
    void an_operation_has_the_name_of_its_method_and_says_whether_it_is_open_to_all() {
        annotated().forEach((name, method) -> {
            Operation operation = contract.operations().stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            boolean open = Stream.of(operation.description().path("security"))
                    .flatMap(it -> children(it).stream())
                    .anyMatch(JsonNode::isEmpty);
            assertThat(operation.id()).isEqualTo(method.getName());
            assertThat(method.isAnnotationPresent(OpenToAll.class)).as(name).isEqualTo(open);
        });
    }

    @Test
    void every_example_keeps_to_its_schema() {
        List<String> faults = new ArrayList<>();
        examples(contract.document(), "", faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(contract.document().findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(
                                contract.document().at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void the_codes_of_the_contract_are_those_of_the_platform() {
        Map<String, Class<? extends Enum<?>>> types = Map.of(
                "Role", Role.class,
                "ActKind", ActKind.class,
                "CaseStatus", CaseStatus.class,
                "Outcome", Outcome.class,
                "DocumentKind", DocumentKind.class,
                "FilingChannel", FilingChannel.class,
                "FactLevel", FactLevel.class,
                "CollectionMode", CollectionMode.class,
                "PaperKind", PaperKind.class);

        types.forEach((schema, type) -> {
            List<String> codes =
                    Arrays.stream(type.getEnumConstants()).map(Codes::of).toList();
            assertThat(texts(contract.document().at("/components/schemas/" + schema + "/enum")))
                    .as(schema)
                    .containsExactlyElementsOf(codes);
        });
    }

    @Test
    void every_act_has_a_body_in_the_contract() {
        Set<String> acts = new TreeSet<>();
        contract.document()
                .at("/components/schemas/ActBody/discriminator/mapping")
                .fieldNames()
                .forEachRemaining(acts::add);

        assertThat(acts)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ActKind.values()).map(Codes::of).toList());
    }

    @Test
    void every_kind_of_problem_is_in_the_contract_and_has_its_words_in_every_language() {
        FileTexts texts = new FileTexts();

        assertThat(texts(contract.document().at("/components/schemas/Problem/properties/type/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        ProblemKind.all().stream().map(ProblemKind::type).toList());
        for (String language : ProblemWords.LANGUAGES) {
            Properties sentences = texts.sentences(language);
            assertThat(ProblemKind.all())
                    .allSatisfy(kind -> assertThat(sentences.stringPropertyNames())
                            .contains(
                                    "problem." + kind.slug() + ".title",
                                    "problem." + kind.slug() + ".detail",
                                    "problem." + kind.slug() + ".next"));
            assertThat(Rule.values())
                    .allSatisfy(rule ->
                            assertThat(sentences.stringPropertyNames()).contains("problem.rule." + rule.slug()));
            assertThat(sentences).hasSize(3 * ProblemKind.all().size() + Rule.values().length);
        }
    }

    @Test
    void every_problem_is_told_once_under_its_own_status() {
        List<String> told = new ArrayList<>();
        contract.document().at("/components/responses").forEach(response -> {
            JsonNode problem = refined(response);
            texts(problem.at("/type/enum")).forEach(type -> told.add(problem.at("/status/const") + " " + type));
        });

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(ProblemKind.all().stream()
                        // whoever gets it asked for no operation of the contract
                        .filter(kind -> !kind.equals(ProblemKind.METHOD_NOT_ALLOWED))
                        .map(kind -> kind.status() + " " + kind.type())
                        .toList());
    }

    @Test
    void an_operation_tells_each_problem_under_the_status_that_it_has() {
        contract.operations()
                .forEach(operation -> operation.description().path("responses").forEachEntry((status, response) -> {
                    if (response.has("$ref")) {
                        assertThat(refined(contract.resolved(response))
                                        .at("/status/const")
                                        .asText())
                                .as(operation.name())
                                .isEqualTo(status);
                    }
                }));
    }

    /** What a shared answer says of its problems beyond what every problem has. */
    private static JsonNode refined(JsonNode response) {
        return response.at("/content/application~1problem+json/schema/allOf/1/properties");
    }

    private static Map<String, Method> annotated() {
        Map<String, Method> operations = new TreeMap<>();
        for (Class<?> resource : RunningApi.resourceClasses()) {
            for (Method method : resource.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        Path own = method.getAnnotation(Path.class);
                        String address =
                                resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
                        operations.put(http.value() + " /" + address, method);
                    }
                }
            }
        }
        return operations;
    }

    private void examples(JsonNode node, String place, List<String> faults) {
        if (node.has("schema")) {
            JsonNode schema = node.path("schema");
            node.path("examples")
                    .forEachEntry((name, example) -> contract.faults(
                                    schema, example.path("value").toString())
                            .forEach(fault -> faults.add(place + " " + name + ": " + fault)));
            if (node.has("example")) {
                contract.faults(schema, node.path("example").toString())
                        .forEach(fault -> faults.add(place + ": " + fault));
            }
        }
        if (node.isObject()) {
            node.forEachEntry((name, child) -> examples(child, place + "/" + name, faults));
        }
        if (node.isObject() && node.path("examples").isArray() && node.has("type")) {
            node.path("examples")
                    .forEach(example -> contract.faults(node, example.toString())
                            .forEach(fault -> faults.add(place + ": " + fault)));
        }
    }

    private static List<String> texts(JsonNode list) {
        return children(list).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> children(JsonNode list) {
        List<JsonNode> children = new ArrayList<>();
        list.forEach(children::add);
        return children;
    }
}
