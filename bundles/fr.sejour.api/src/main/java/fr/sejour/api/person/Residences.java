package fr.sejour.api.person;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where people live. The residence is the person's: every open case follows it. Each method is one transaction. */
@ProviderType
public interface Residences {

    /**
     * Where a person of the caller's scope lives, and what becomes of their open cases there.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    Moved find(Caller caller, PersonId person);

    /**
     * Says where a person lives now, with a case pending or without. Every open case is offered at once to the préfecture in
     * charge there; within one préfecture the counter is asked for anew. The same words again change nothing.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for an agent whose préfectures only read the person's cases; {@code UNKNOWN_COMMUNE} when
     *     there is no such commune, or no préfecture of ours is in charge there
     */
    Moved declare(Caller caller, PersonId person, Residence residence);

    /**
     * What stands after a move.
     *
     * @param residence empty when nobody has said yet where the person lives
     * @param commune the place it names
     * @param cases the open ones that the caller may read, newest filing first
     * @param duty the delay within which the person has to declare a move; empty when nothing that they hold obliges them
     */
    record Moved(
            Optional<DeclaredResidence> residence,
            Optional<Commune> commune,
            List<FollowingCase> cases,
            Optional<Duty> duty) {

        public Moved {
            cases = List.copyOf(cases);
        }
    }

    /** An open case of a person, who has it and who is offered it. */
    record FollowingCase(CaseNumber number, PrefectureCode prefecture, Optional<PendingTransfer> transfer) {}

    /** Within how many months of the move the law wants it declared. */
    record Duty(int months, List<Article> basis) {

        public Duty {
            basis = List.copyOf(basis);
        }
    }
}
