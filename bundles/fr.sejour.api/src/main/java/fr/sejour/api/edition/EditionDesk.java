package fr.sejour.api.edition;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in editions of the law while the platform runs. For national agents: to everybody else it answers {@code
 * NOT_YOURS_TO_DO}. Each call is a transaction of its own; an edition that nobody knows is {@code NOT_FOUND}.
 */
@ProviderType
public interface EditionDesk {

    /** The largest file that is received, in bytes. */
    int LARGEST = 4 << 20;

    /** How many effects a page lists. */
    int PAGE = 50;

    /** Every edition that arrived, the last one first. */
    List<ArrivedEdition> arrived(Caller caller);

    /**
     * Keeps an edition that nobody judges by yet. The same file twice is one edition.
     *
     * @param jar a signed jar with the files of the edition at its root, see {@code edition.yaml} of those that ship
     * @throws fr.sejour.api.fault.CaseException {@code EDITION_REFUSED} with one sentence, when it is no jar, its signer is not
     *     trusted, it contradicts itself or the law that applies, or another edition has its name
     */
    ArrivedEdition receive(Caller caller, byte[] jar);

    /**
     * Puts every open case before the law with this edition and without it, in the background; nothing of any case changes.
     * Asked again it begins anew.
     *
     * @throws fr.sejour.api.fault.CaseException {@code ACT_NOT_ALLOWED} while the edition applies; {@code EDITION_REFUSED} when
     *     it does not go with what applies now
     */
    ArrivedEdition rehearse(Caller caller, String name);

    /** What the last rehearsal found: the cases whose next paper would be another, in the order of their numbers. */
    List<EditionEffect> effects(
            Caller caller, String name, Optional<EditionEffect.Change> only, Optional<CaseNumber> after);

    /**
     * From now on the law is that with this edition, on every node within a minute. Papers in the hand stand: one that gives
     * less than the law now does is replaced, one that gives more makes a task.
     *
     * @throws fr.sejour.api.fault.CaseException {@code ACT_NOT_ALLOWED} unless its rehearsal has ended and the law has not changed since
     *     that began; {@code SECOND_PERSON_NEEDED} for whoever sent the edition
     */
    ArrivedEdition activate(Caller caller, String name);

    /**
     * The law is again that without this edition. What was issued under it stands.
     *
     * @throws fr.sejour.api.fault.CaseException {@code ACT_NOT_ALLOWED} unless it applies; {@code EDITION_REFUSED} when another one
     *     that applies extends it
     */
    ArrivedEdition rollBack(Caller caller, String name);
}
