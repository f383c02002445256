package fr.sejour.paper.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.WorkRight;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a paper says, for machines: the JSON of the file attached to it, described in the package. */
final class PaperStatement {

    static final String SCHEMA = "sejour-paper-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PaperStatement() {}

    static byte[] of(PrintedPaper paper, String seal) {
        Attestation attestation = paper.attestation();
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("schema", SCHEMA);
        statement.put("kind", attestation.kind().name());
        statement.put("number", attestation.number().value());
        statement.put("caseNumber", attestation.caseNumber().value());
        statement.put("prefecture", attestation.prefecture().value());
        statement.put("issuedAt", attestation.issuedAt().toString());
        statement.put("holder", holder(paper));
        statement.put("permit", paper.permit().value());
        statement.put("filedOn", paper.filedOn().toString());
        Map<String, Object> validity = new LinkedHashMap<>();
        validity.put("firstDay", attestation.validity().firstDay().toString());
        attestation.validity().lastDay().ifPresent(day -> validity.put("lastDay", day.toString()));
        validity.put("zone", attestation.validity().zone().getId());
        statement.put("validity", validity);
        statement.put("rights", rights(attestation.rights()));
        statement.put(
                "basis", attestation.basis().stream().map(Article::reference).toList());
        statement.put("because", attestation.because());
        statement.put("edition", attestation.edition());
        statement.put("seal", seal);
        try {
            return JSON.writeValueAsString(statement).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and lists of text always write", e);
        }
    }

    private static Map<String, Object> holder(PrintedPaper paper) {
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("familyName", paper.holder().familyName());
        holder.put("givenNames", paper.holder().givenNames());
        holder.put("birthDate", paper.holder().birthDate().toString());
        holder.put("nationality", paper.holder().nationality());
        paper.foreignerNumber().ifPresent(number -> holder.put("foreignerNumber", number.value()));
        return holder;
    }

    private static Map<String, Object> rights(Rights rights) {
        Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("code", RightsCode.of(rights).value());
        put(codes, "stay", rights.stay());
        rights.work().value().ifSettled().ifPresent(work -> put(codes, work));
        put(codes, "travel", rights.travel());
        put(codes, "social", rights.social());
        return codes;
    }

    private static <T extends Enum<T>> void put(Map<String, Object> codes, String name, Right<T> right) {
        right.value().ifSettled().ifPresent(settled -> codes.put(name, settled.name()));
    }

    private static void put(Map<String, Object> codes, WorkRight work) {
        codes.put("work", work.code().name());
        work.hoursPerYear().ifPresent(hours -> codes.put("hoursPerYear", hours));
        work.limit().ifPresent(limit -> codes.put("limit", limit));
    }
}
