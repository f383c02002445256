package fr.sejour.api.team;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/**
 * Where a case waits within its préfecture: in the queue of one team, and perhaps with one of the agents.
 *
 * @param assignee who took it or was given it; empty when nobody did, or when they no longer work there
 * @param standIn who has it while the assignee is away
 * @param away whether the assignee is away and nobody stands in: the team has it
 */
public record CasePlace(
        CaseNumber number,
        PrefectureCode prefecture,
        TeamCode team,
        String teamName,
        Optional<Colleague> assignee,
        Optional<Colleague> standIn,
        boolean away) {}
