package fr.sejour.core.internal.edition;

import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedLaw;
import fr.sejour.api.edition.EditionFiles;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The editions that arrived and apply, each verified again whenever it is read. */
@Component(
        service = {KeptLaw.class, ArrivedLaw.class},
        configurationPid = KeptLaw.PID)
@Designate(ocd = KeptLaw.Config.class)
public final class KeptLaw implements ArrivedLaw {

    static final String PID = "fr.sejour.editions";

    private final Store store;
    private final Signers signers;

    /** The settings of {@code etc/fr.sejour.editions.cfg}. */
    @ObjectClassDefinition(id = PID, name = "Séjour: editions of the law")
    @interface Config {
        @AttributeDefinition(
                description =
                        "The certificates, in PEM, of those who may sign an edition of the law, or of the authority that"
                                + " certifies them; a relative path is below Karaf's etc. Without the file nobody may.")
        String signersFile() default "fr.sejour.editions.pem";
    }

    @Activate
    public KeptLaw(BundleContext context, Config config, @Reference Store store) {
        this(
                store,
                Path.of(Optional.ofNullable(context.getProperty("karaf.etc")).orElse(""))
                        .resolve(config.signersFile()));
    }

    /** @param signers the file of those who may sign */
    public KeptLaw(Store store, Path signers) {
        this.store = store;
        this.signers = new Signers(signers);
    }

    @Override
    public List<EditionFiles> applying() {
        return store.read(this::applying);
    }

    /** Those that apply, inside a transaction. */
    List<EditionFiles> applying(Records records) {
        return records.editions().all().stream()
                .filter(edition -> edition.state() == State.APPLIES)
                .map(edition -> files(records, edition))
                .toList();
    }

    /**
     * The files of an edition as they were received.
     *
     * @throws IllegalStateException with one sentence for the operator
     */
    EditionFiles files(Records records, EditionRecord edition) {
        byte[] jar = records.editions().jar(edition.name());
        if (!SignedEdition.digest(jar).equals(edition.digest())) {
            throw new IllegalStateException(
                    "The edition " + edition.name() + " in the database is not the one that was received.");
        }
        try {
            return SignedEdition.read(jar, signers, edition.receivedAt()).files();
        } catch (NotSigned refused) {
            throw new IllegalStateException(
                    "The edition " + edition.name() + " cannot be judged by: " + refused.getMessage(), refused);
        }
    }

    /** @throws NotSigned with one sentence that says why it is not taken */
    SignedEdition verified(byte[] jar, Instant now) {
        return SignedEdition.read(jar, signers, now);
    }
}
