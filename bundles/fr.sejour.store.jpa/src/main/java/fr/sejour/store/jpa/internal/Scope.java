package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.Map;

/** What a caller may read, as a condition of the query: what is out of scope is never fetched. */
final class Scope {

    private Scope() {}

    /**
     * Cases: an applicant's own; those whose responsible préfecture or any former one an agent serves, or that a transfer offers to one
     * they serve; all for national services.
     *
     * @param alias the {@link CaseRow} of the query
     */
    static Condition ofCases(Caller caller, String alias) {
        return switch (caller.role()) {
            case HELPER -> nothing(alias + ".personId");
            case APPLICANT -> Condition.of(alias + ".personId = :own", "own", own(caller));
            case AGENT ->
                Condition.of(
                        ("(%1$s.prefecture IN :served OR %1$s.transferTo IN :served OR EXISTS (SELECT f.caseNumber"
                                        + " FROM FormerPrefectureRow f"
                                        + " WHERE f.caseNumber = %1$s.number AND f.prefecture IN :served))")
                                .formatted(alias),
                        "served",
                        served(caller));
            case NATIONAL -> Condition.NONE;
        };
    }

    /**
     * People and their papers: an applicant's own; for an agent, those with a case they may read; all for national services.
     *
     * @param personId the path to the person's identifier
     */
    static Condition ofPeople(Caller caller, String personId) {
        return switch (caller.role()) {
            case HELPER -> nothing(personId);
            case APPLICANT -> Condition.of(personId + " = :own", "own", own(caller));
            case AGENT ->
                Condition.of(
                        "EXISTS (SELECT s.number FROM CaseRow s WHERE s.personId = " + personId + " AND "
                                + ofCases(caller, "s").jpql() + ")",
                        "served",
                        served(caller));
            case NATIONAL -> Condition.NONE;
        };
    }

    /**
     * A helper reads what a mandate lets them read, and then as somebody who speaks for the person. Derby refuses to compare two
     * constants, which are parameters to it.
     */
    private static Condition nothing(String path) {
        return new Condition("(%1$s IS NULL AND %1$s IS NOT NULL)".formatted(path), Map.of());
    }

    /** The codes of the préfectures an agent serves. */
    static List<String> served(Caller agent) {
        return agent.prefectures().stream().map(PrefectureCode::value).sorted().toList();
    }

    /**
     * The préfectures whose lists are read: of those named the ones that the caller serves; when none is named all that an agent
     * serves, and none, which is all of them, for the national services.
     */
    static List<String> read(Caller caller, List<PrefectureCode> named) {
        return caller.role() == Role.AGENT && named.isEmpty()
                ? served(caller)
                : named.stream()
                        .filter(caller::serves)
                        .map(PrefectureCode::value)
                        .distinct()
                        .toList();
    }

    private static String own(Caller applicant) {
        return applicant.person().orElseThrow().value();
    }
}
