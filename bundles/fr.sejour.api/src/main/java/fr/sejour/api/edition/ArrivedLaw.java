package fr.sejour.api.edition;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The editions of the law that came after this version was built and apply. The core keeps them; the national law asks before it judges. */
@ProviderType
public interface ArrivedLaw {

    /**
     * Those that apply now, in the order in which they came, each seen to be signed by somebody who may.
     *
     * @throws IllegalStateException with one sentence for the operator, when one of them is not: nobody judges by another law than
     *     the one that was decided
     */
    List<EditionFiles> applying();
}
