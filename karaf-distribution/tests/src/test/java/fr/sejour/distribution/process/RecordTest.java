package fr.sejour.distribution.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole file taken out of the platform, verified as somebody who does not trust it would. */
@ExtendWith(TryOut.ForTests.class)
class RecordTest {

    private static final byte[] PASSPORT = SamplePdf.of("passeport");
    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private static SignedIn agent;
    private static String caseNumber;
    private static Map<String, byte[]> archive;

    @BeforeAll
    static void aFileIsTakenOut() throws IOException, InterruptedException {
        agent = SignedIn.agentOf("38");
        SignedIn student = SignedIn.applicant("PREUVE", "Amina");
        caseNumber = student.fileIn("38185").at("/case/caseNumber").asText();
        Answer given = student.call("PUT", "/cases/" + caseNumber + "/pieces/nationalite")
                .content("application/pdf", PASSPORT)
                .send();
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        act(Map.of("act", "take-up"));
        act(Map.of("act", "refuse", "reason", "Études non suivies", "delegation", "Arrêté d'exemple"));
        archive = unzipped(download());
    }

    @Test
    void its_sums_are_right_and_signed_by_the_platform() throws IOException {
        String sums = new String(archive.get("SHA256SUMS"), UTF_8);
        for (String line : sums.split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] parts = line.split(" {2}", 2);
                assertThat(sha256(archive.get(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
            }
        }
        assertThat(sums.lines().map(line -> line.split(" {2}", 2)[1]).toList())
                .contains("case.json", "journal.json", "journal-proofs.json", "papers.json", "messages.json");

        JsonNode published = SignedIn.API.call("GET", "/signature-keys").send().json();
        JsonNode signed = Jws.verified(new String(archive.get("SHA256SUMS.jws"), US_ASCII), published);

        assertThat(signed.path("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(signed.path("sha256").asText()).isEqualTo(sha256(archive.get("SHA256SUMS")));
        assertThat(json("signature-keys.json")).isEqualTo(published);
    }

    @Test
    void it_holds_the_pieces_and_the_letters_as_they_were_given() {
        assertThat(archive.get("pieces/nationalite-1.pdf")).isEqualTo(PASSPORT);
        assertThat(new String(archive.get("letters/1-refused.txt"), UTF_8))
                .contains("Études non suivies", "Arrêté d'exemple", "tribunal administratif", caseNumber);
        assertThat(new String(archive.get("LISEZ-MOI.txt"), UTF_8)).contains("sha256sum -c SHA256SUMS");
    }

    @Test
    void its_journal_is_a_chain_up_to_its_being_taken_out() throws IOException {
        String previous = "0".repeat(64);
        long line = 0;
        JsonNode lines = json("journal.json");
        for (JsonNode each : lines) {
            line++;
            assertThat(each.path("sequence").asLong()).isEqualTo(line);
            StringBuilder form = new StringBuilder();
            for (String field : new String[] {
                previous,
                caseNumber,
                String.valueOf(line),
                SIX_DECIMALS.format(Instant.parse(each.path("at").asText()).atOffset(ZoneOffset.UTC)),
                each.path("actor").asText(),
                each.path("what").asText(),
                each.path("detail").asText()
            }) {
                form.append(field.getBytes(UTF_8).length)
                        .append(':')
                        .append(field)
                        .append('\n');
            }
            String basis = each.path("basis").asText();
            form.append(each.has("basis") ? basis.getBytes(UTF_8).length + ":" + basis + "\n" : "-1:\n");
            assertThat(each.path("digest").asText())
                    .as("line %d", line)
                    .isEqualTo(sha256(form.toString().getBytes(UTF_8)));
            previous = each.path("digest").asText();
            if (each.has("statement")) {
                Matcher said = Pattern.compile("statement-sha256:([0-9a-f]{64})")
                        .matcher(each.path("detail").asText());
                assertThat(said.find()).isTrue();
                assertThat(sha256((each.path("salt").asText()
                                        + each.path("statement").asText())
                                .getBytes(UTF_8)))
                        .isEqualTo(said.group(1));
            }
        }
        assertThat(lines.get(lines.size() - 1).path("what").asText()).isEqualTo("taken-out");
        assertThat(lines.findValuesAsText("what")).contains("filed", "piece-given", "take-up", "refuse", "letter");
    }

    @Test
    void its_head_is_sealed_under_a_root_that_the_platform_published() throws IOException {
        JsonNode lines = json("journal.json");
        JsonNode proofs = json("journal-proofs.json");
        JsonNode last = proofs.get(proofs.size() - 1);
        JsonNode root = last.path("root");
        assertThat(last.path("lines").asLong()).isEqualTo(lines.size());

        byte[] digest = bytes("\0" + caseNumber + "\n" + lines.size() + "\n"
                + lines.get(lines.size() - 1).path("digest").asText());
        int at = last.path("leaf").asInt();
        int end = root.path("heads").asInt() - 1;
        for (JsonNode sibling : last.path("path")) {
            byte[] other = HexFormat.of().parseHex(sibling.asText());
            boolean right = at % 2 == 1 || at == end;
            digest = right ? node(other, digest) : node(digest, other);
            while (right && at % 2 == 0 && at != 0) {
                at >>= 1;
                end >>= 1;
            }
            at >>= 1;
            end >>= 1;
        }

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(root.path("digest").asText());
        JsonNode published = SignedIn.API
                .call("GET", "/journal-roots?after=" + (root.path("number").asLong() - 1))
                .send()
                .json()
                .at("/roots/0");
        assertThat(published.path("digest").asText())
                .isEqualTo(root.path("digest").asText());
        JsonNode signed = Jws.verified(
                published.path("signed").asText(),
                SignedIn.API.call("GET", "/signature-keys").send().json());
        assertThat(signed.path("digest").asText()).isEqualTo(root.path("digest").asText());
    }

    @Test
    void the_platform_verifies_it_too() {
        JsonNode verdict =
                agent.read("/cases/" + caseNumber + "/journal/verification").json();

        assertThat(verdict.path("intact").asBoolean()).isTrue();
        assertThat(verdict.path("lines").asInt()).isPositive();
    }

    private static void act(Map<String, Object> act) {
        Answer answer = agent.act(caseNumber, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static byte[] download() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(TryOut.distribution().uri("/api/v1/cases/" + caseNumber + "/archive"))
                                .header("Authorization", "Bearer " + agent.token())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + caseNumber + ".zip\"");
        return answer.body();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(archive.get(name));
    }

    private static byte[] bytes(String text) {
        return HexFormat.of().parseHex(sha256(text.getBytes(UTF_8)));
    }

    private static byte[] node(byte[] left, byte[] right) {
        byte[] both = new byte[1 + left.length + right.length];
        both[0] = 1;
        System.arraycopy(left, 0, both, 1, left.length);
        System.arraycopy(right, 0, both, 1 + left.length, right.length);
        return HexFormat.of().parseHex(sha256(both));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
