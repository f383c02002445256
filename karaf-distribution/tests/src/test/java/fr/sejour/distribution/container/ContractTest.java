package fr.sejour.distribution.container;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.contract.OpenApiContract;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;

/** The contract and the resources that the whiteboard really runs list the same operations. */
@InKaraf
class ContractTest {

    /** Of which the whiteboard tells nothing. */
    private static final String PATCH = "PATCH /uploads/{upload}";

    private static final String[] OPERATIONS = {
        "POST /accounts",
        "POST /sessions",
        "POST /people/{id}/link",
        "PUT /accounts/own",
        "POST /recoveries",
        "GET /people/{id}",
        "PUT /people/{id}/contact",
        "PUT /people/{id}/representative",
        "GET /people/{id}/corrections",
        "POST /people/{id}/corrections",
        "POST /people/{id}/recovery",
        "POST /people/{id}/counter-code",
        "GET /people/{id}/access",
        "GET /people/{id}/look-alikes",
        "PUT /people/{id}/look-alikes/{other}",
        "DELETE /people/{id}/look-alikes/{other}",
        "GET /people/{id}/mandates",
        "POST /people/{id}/mandates",
        "DELETE /people/{id}/mandates/{number}",
        "GET /mandates",
        "DELETE /helpers/{code}",
        "GET /corrections",
        "GET /corrections/{number}",
        "PUT /corrections/{number}/proof",
        "GET /corrections/{number}/proof",
        "POST /corrections/{number}/acts",
        "GET /people/{id}/coverage",
        "GET /people/{id}/inbox",
        "POST /filings",
        "GET /forms/{permit}",
        "POST /look-ups",
        "GET /cases",
        "GET /cases/{caseNumber}",
        "GET /cases/{caseNumber}/pieces",
        "GET /cases/{caseNumber}/pieces/{pieceType}",
        "PUT /cases/{caseNumber}/pieces/{pieceType}",
        "DELETE /cases/{caseNumber}/pieces/{pieceType}",
        "GET /cases/{caseNumber}/pieces/{pieceType}/versions/{version}",
        "PUT /cases/{caseNumber}/pieces/{pieceType}/evidence",
        "POST /cases/{caseNumber}/pieces/{pieceType}/uploads",
        "HEAD /uploads/{upload}",
        PATCH,
        "DELETE /uploads/{upload}",
        "GET /people/{id}/evidence",
        "POST /cases/{caseNumber}/acts",
        "GET /cases/{caseNumber}/journal",
        "GET /cases/{caseNumber}/journal/verification",
        "GET /cases/{caseNumber}/archive",
        "GET /cases/{caseNumber}/letters",
        "GET /cases/{caseNumber}/links",
        "GET /journal-roots",
        "GET /attestations/{number}",
        "GET /attestations/{number}/page",
        "POST /checks",
        "POST /share-checks",
        "POST /check-proofs",
        "GET /status-lists",
        "GET /status-lists/{number}",
        "GET /seal-keys",
        "GET /paper-authority/certificate",
        "GET /paper-authority/revoked",
        "GET /people/{id}/shares",
        "POST /people/{id}/shares",
        "DELETE /people/{id}/shares/{code}",
        "GET /attempts",
        "GET /attempts/{number}",
        "GET /reports",
        "POST /reports",
        "GET /reports/{number}",
        "POST /reports/{number}/steps",
        "GET /signature-keys",
        "GET /catalogue/permits",
        "GET /prefectures/{code}",
        "GET /communes",
        "GET /communes/{code}",
        "GET /people/{id}/residence",
        "PUT /people/{id}/residence",
        "GET /transfers",
        "GET /tasks",
        "GET /coverage-gaps",
        "GET /coverage-gaps/uncovered-days",
        "GET /prefectures/{code}/teams",
        "PUT /prefectures/{code}/teams/{team}",
        "DELETE /prefectures/{code}/teams/{team}",
        "PUT /prefectures/{code}/chiefs",
        "PUT /agents/{account}/leave",
        "DELETE /agents/{account}",
        "GET /cases/{caseNumber}/place",
        "GET /editions",
        "POST /editions",
        "POST /editions/{name}/steps",
        "GET /editions/{name}/effects",
        "POST /bulk-acts",
        "GET /bulk-acts/{id}",
        "POST /bulk-acts/{id}/steps",
    };

    @Inject
    private JakartarsServiceRuntime whiteboard;

    @Test
    @Inside
    void the_whiteboard_runs_these_operations_and_no_other() {
        assertThat(whiteboard.getRuntimeDTO().defaultApplication.resourceMethods)
                .extracting(it ->
                        it.method + " /" + it.path.replaceAll("^/+|/+$", "").replaceAll("/+", "/"))
                .containsExactlyInAnyOrder(Arrays.stream(OPERATIONS)
                        .filter(it -> !it.equals(PATCH))
                        .toArray(String[]::new));
        assertThat(whiteboard.getRuntimeDTO().applicationDTOs).isEmpty();
        assertThat(whiteboard.getRuntimeDTO().failedResourceDTOs).isEmpty();
        assertThat(whiteboard.getRuntimeDTO().failedExtensionDTOs).isEmpty();
    }

    @Test
    void the_contract_lists_these_operations_and_no_other() {
        assertThat(new OpenApiContract().operationsOfTheApi()).containsExactlyInAnyOrder(OPERATIONS);
    }
}
