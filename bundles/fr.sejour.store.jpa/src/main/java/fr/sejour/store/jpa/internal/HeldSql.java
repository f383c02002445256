package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Held;
import java.sql.Date;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * In whose hands a case is today, as a condition on a row of permit_case: from its permit, its service point and the name on it,
 * and from who is in which team, away or gone. None of it is kept with the case, so nothing can be out of step.
 */
final class HeldSql {

    /** Whether anybody of the team that takes a ground works there. */
    private static final String OF_SOMEBODY = """
            EXISTS (SELECT 1 FROM team_member t
                JOIN account w ON w.account_id = t.account_id
                JOIN account_prefecture x ON x.account_id = t.account_id AND x.prefecture = t.prefecture
                WHERE t.prefecture = g.prefecture AND t.team = g.team AND w.closed_at IS NULL)""";

    /** The team that takes the case; empty for the general one. */
    private static final String TEAM = """
            COALESCE(
              (SELECT g.team FROM team_ground g WHERE g.prefecture = permit_case.prefecture
                AND g.permit = permit_case.permit AND g.point_id = permit_case.point_id AND %1$s),
              (SELECT g.team FROM team_ground g WHERE g.prefecture = permit_case.prefecture
                AND g.permit = permit_case.permit AND g.point_id = '' AND %1$s),
              (SELECT g.team FROM team_ground g WHERE g.prefecture = permit_case.prefecture
                AND g.permit = '' AND g.point_id = permit_case.point_id AND %1$s),
              '')""".formatted(OF_SOMEBODY);

    /** Whether an account works for the préfecture of the case, and is there on a day. */
    private static final String THERE = """
            EXISTS (SELECT 1 FROM account a JOIN account_prefecture s ON s.account_id = a.account_id
              WHERE a.account_id = %1$s AND a.closed_at IS NULL AND s.prefecture = permit_case.prefecture
              AND NOT EXISTS (SELECT 1 FROM agent_leave m
                WHERE m.account_id = %1$s AND m.first_day <= ?%2$d AND m.last_day >= ?%3$d))""";

    private final String account;
    private final Date today;
    private final Function<Object, Integer> place;

    /** @param place takes a parameter and says at which place of the statement it is */
    HeldSql(Caller caller, LocalDate today, Function<Object, Integer> place) {
        this.account = caller.account().value();
        this.today = Date.valueOf(today);
        this.place = place;
    }

    String condition(Held held) {
        return switch (held) {
            case MINE -> mine();
            case MY_TEAM -> myTeam();
            case NOBODY -> nobody();
        };
    }

    private String mine() {
        return "(assignee = ?%d OR EXISTS (SELECT 1 FROM agent_leave l WHERE l.account_id = permit_case.assignee"
                        .formatted(place.apply(account))
                + " AND l.stand_in = ?%d AND l.first_day <= ?%d AND l.last_day >= ?%d))"
                        .formatted(place.apply(account), place.apply(today), place.apply(today));
    }

    private String myTeam() {
        return ("(" + TEAM + " IN (SELECT m.team FROM team_member m WHERE m.prefecture = permit_case.prefecture"
                        + " AND m.account_id = ?%d) OR (" + TEAM
                        + " = '' AND NOT EXISTS (SELECT 1 FROM team_member m"
                        + " WHERE m.prefecture = permit_case.prefecture AND m.account_id = ?%d)))")
                .formatted(place.apply(account), place.apply(account));
    }

    private String nobody() {
        String standIn = "EXISTS (SELECT 1 FROM agent_leave l WHERE l.account_id = permit_case.assignee"
                + " AND l.first_day <= ?%d AND l.last_day >= ?%d AND ".formatted(place.apply(today), place.apply(today))
                + there("l.stand_in") + ")";
        // a stand-in counts for somebody who is away, not for somebody who is gone
        String works = """
                EXISTS (SELECT 1 FROM account w JOIN account_prefecture x ON x.account_id = w.account_id
                  WHERE w.account_id = permit_case.assignee AND w.closed_at IS NULL
                  AND x.prefecture = permit_case.prefecture)""";
        return "(assignee IS NULL OR NOT (" + there("permit_case.assignee") + " OR (" + works + " AND " + standIn
                + ")))";
    }

    private String there(String who) {
        return THERE.formatted(who, place.apply(today), place.apply(today));
    }
}
