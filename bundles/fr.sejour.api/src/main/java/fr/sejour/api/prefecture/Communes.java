package fr.sejour.api.prefecture;

import fr.sejour.api.catalogue.PermitCode;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The official list of communes, and who is in charge in each. Safe from any thread; opens no transaction. */
@ProviderType
public interface Communes {

    /** The most places that one search gives. */
    int MOST = 50;

    /** The longest search, in characters. */
    int LONGEST_SEARCH = 100;

    /**
     * The place of that code. The code that a commune had before it changed leads to what it is now.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when no place has or had that code
     */
    Commune find(CommuneCode code);

    /**
     * The places whose name and postcodes hold every word, each as the beginning of a word, whatever their order, accents, case
     * and hyphens: those that are named just so come first, communes before what is part of one. Nothing for words without a
     * letter or a digit.
     *
     * @param words at most {@link #LONGEST_SEARCH} characters count
     * @param limit 1 to {@link #MOST}
     */
    List<Commune> search(String words, int limit);

    /**
     * Who is in charge where somebody lives (R. 431-20), and for a permit at which counter: the préfecture's rules are asked
     * and may take their time.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when no place has or had that code; {@code UNKNOWN_PERMIT}
     *     when the catalogue in force has no such permit
     */
    Competence competence(CommuneCode code, Optional<PermitCode> permit);

    /**
     * Who is in charge somewhere.
     *
     * @param practice what the rules of the préfecture say for the permit; empty when none was named, or when they have failed
     */
    record Competence(Commune commune, Prefecture prefecture, Optional<Practice> practice) {}
}
