package fr.sejour.api.team;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The teams of préfectures and their agents. Each change is one transaction. */
@ProviderType
public interface Teams {

    /**
     * The teams and agents of a préfecture.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an applicant; {@code NOT_FOUND} for a préfecture out
     *     of scope
     */
    Roster roster(Caller caller, PrefectureCode prefecture);

    /**
     * Makes a team, or puts it in the place of the one of that code.
     *
     * @param caller a chief of the préfecture, or national services
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}; {@code NOT_YOURS_TO_DO}; {@code GROUND_TAKEN} when another
     *     team takes the same; {@code UNKNOWN_PERMIT}; {@code CONTRADICTORY_INPUT} for a member who does not serve the
     *     préfecture, or for the code of the general team
     */
    Roster keep(Caller caller, Team team);

    /**
     * Takes a team apart. Its cases are in the queues of the teams that take them then.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}; {@code NOT_YOURS_TO_DO}
     */
    Roster dissolve(Caller caller, PrefectureCode prefecture, TeamCode team);

    /**
     * Says who the chiefs of a préfecture are from now on.
     *
     * @param caller national services
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO}; {@code CONTRADICTORY_INPUT} for somebody who does not
     *     serve the préfecture; {@code NOT_FOUND} for a préfecture that the law does not know
     */
    Roster appointChiefs(Caller caller, PrefectureCode prefecture, Set<AccountId> chiefs);

    /**
     * Writes down when an agent is away, in the place of what was written before; or that they are not.
     *
     * @param caller the agent, a chief of a préfecture that they serve, or national services
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the agent serves no préfecture of the caller;
     *     {@code NOT_YOURS_TO_DO}; {@code CONTRADICTORY_INPUT} for a stand-in who serves none of the agent's préfectures
     */
    void writeLeave(Caller caller, AccountId agent, Optional<Leave> leave);

    /**
     * Closes an agent's account: their sessions end at once, and what they had is the teams'. What stands in journals under
     * their name stays there.
     *
     * @param caller national services
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO}; {@code NOT_FOUND}
     */
    void close(Caller caller, AccountId agent);

    /**
     * Where a case waits.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an applicant; {@code NOT_FOUND}
     */
    CasePlace place(Caller caller, CaseNumber number);
}
