package fr.sejour.shell.internal;

import fr.sejour.api.fault.CaseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a refusal means to an operator. */
final class Sentences {

    private Sentences() {}

    static String of(CaseException refusal) {
        return sentence(refusal) + details(refusal.details());
    }

    private static String sentence(CaseException refusal) {
        return switch (refusal.code()) {
            case NOT_FOUND -> "Nothing is known under that number or code";
            case MALFORMED_INPUT -> "That cannot be accepted as it was typed";
            case LOGIN_TAKEN -> "There is an account with that login already";
            case NOT_YOURS_TO_DO -> "The shell may not do that";
            case SECOND_PERSON_NEEDED ->
                "Whoever sent an edition does not make it the law; ask another operator or a national agent";
            case CASE_CHANGED -> "Somebody else changed the case meanwhile; look at it again";
            case STORE_UNAVAILABLE -> "The database does not answer; try again when it does";
            case INTERNAL -> "The platform failed; its log says why";
            default -> "The platform refused: " + refusal.code().slug().replace('-', ' ');
        };
    }

    private static String details(Map<String, Object> details) {
        return details.isEmpty()
                ? ""
                : new TreeMap<>(details)
                        .entrySet().stream()
                                .map(detail -> detail.getKey() + ": " + detail.getValue())
                                .collect(Collectors.joining(", ", " (", ")"));
    }
}
