package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Teams, their members, who leads and who is away. Scope: the caller has been found to serve the préfecture before. */
@ProviderType
public interface TeamRecords {

    /** The teams that a préfecture made, by code. */
    List<Team> ofPrefecture(PrefectureCode prefecture);

    /**
     * The teams of every préfecture that would take something and of which nobody works there any more, by préfecture and code:
     * what they would take is the general team's.
     */
    List<Team> ofNobody();

    /**
     * Keeps a team in the place of the one of that code. Of two that take the same at the same moment one is kept, and the work
     * of the other is run again.
     */
    void keep(Team team);

    void remove(PrefectureCode prefecture, TeamCode team);

    /** The agents who serve a préfecture and whose account is not closed, by login. */
    List<Colleague> colleagues(PrefectureCode prefecture);

    /** An account of an agent or of the national services, closed ones included. */
    Optional<StaffRecord> staff(AccountId account);

    /** The chiefs of a préfecture are these and no other. */
    void appoint(PrefectureCode prefecture, Set<AccountId> chiefs);

    void keepLeave(AccountId agent, Optional<Leave> leave);
}
