package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.EditionEffect;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The editions of the law that arrived. No scope: they are everybody's law, and only national agents are let in. */
@ProviderType
public interface EditionRecords {

    /** @param jar the file as it was signed */
    void add(EditionRecord fresh, byte[] jar);

    Optional<EditionRecord> find(String name);

    /** Every one, in the order in which they came. */
    List<EditionRecord> all();

    /** Lets nobody else change any of them until the end of the transaction. */
    void hold();

    /** The file as it was signed. */
    byte[] jar(String name);

    /**
     * Keeps a changed edition under the next version.
     *
     * @return false when somebody changed it since that version was read; then nothing is kept
     */
    boolean change(EditionRecord changed);

    /** Adds what a rehearsal found. */
    void found(String name, List<EditionEffect> effects);

    /** Forgets what the rehearsals of an edition found. */
    void forget(String name);

    /** What the last rehearsal found, by the numbers of the cases. */
    List<EditionEffect> effects(
            String name, Optional<EditionEffect.Change> only, Optional<CaseNumber> after, int limit);
}
