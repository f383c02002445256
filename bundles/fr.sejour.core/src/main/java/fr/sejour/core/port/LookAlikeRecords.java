package fr.sejour.core.port;

import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Who might be the same human being, and of whom an agent said that they are two. No scope: the caller has read the person. */
@ProviderType
public interface LookAlikeRecords {

    /**
     * Everybody else who is born on the person's day and has all the words of one of the {@link NameWords#readings} of their
     * names, or has one of their permit numbers or their foreigner number, as one or the other; by identifier. What they really
     * share is for who asks to judge.
     *
     * @param limit how many of each at most
     */
    List<PersonRecord> candidates(PersonRecord person, int limit);

    /** Keeps that the two are two people, in place of what was said before. Whoever does holds both. */
    void keepApart(PersonId person, PersonId other, LookAlike.KeptApart said);

    /** Takes back that the two are two people. */
    void takeBack(PersonId person, PersonId other);

    /** What was said of the person and others, by the other one. */
    Map<PersonId, LookAlike.KeptApart> keptApart(PersonId person);
}
