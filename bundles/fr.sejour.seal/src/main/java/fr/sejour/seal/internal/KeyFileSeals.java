package fr.sejour.seal.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.paper.Seals;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.Validity;
import fr.sejour.api.seal.Seal;
import fr.sejour.api.seal.SealKey;
import fr.sejour.api.seal.SealedPaper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals with the key of a file. Without one the platform serves: papers are issued, and their pages wait. */
@Component(configurationPid = KeyFileSeals.PID)
@Designate(ocd = KeyFileSeals.Config.class)
public final class KeyFileSeals implements Seals, HealthCheck {

    static final String PID = "fr.sejour.seal";

    private static final Logger LOG = LoggerFactory.getLogger(KeyFileSeals.class);
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z0-9]{4}");
    private static final String OWN_FILE = "sejour.seal.p12";

    private final KeyFile file;
    private final Clock clock;
    private volatile List<SealKey> published;

    /** The settings of {@code etc/fr.sejour.seal.cfg}. */
    @ObjectClassDefinition(id = PID, name = "Séjour: seal")
    @interface Config {
        @AttributeDefinition(
                description =
                        "The PKCS#12 file of the keys, named by the four letters of their certificates; a relative path"
                                + " is below Karaf's etc. Empty: " + OWN_FILE
                                + ", made at the first start with a key that no"
                                + " authority certifies. A file that is named here is never made.")
        String keyFile() default "";

        @AttributeDefinition(description = "The password of that file.")
        String _password() default "sejour";

        @AttributeDefinition(description = "The four letters of the authority that certifies the keys.")
        String authority() default "SJ00";
    }

    @Activate
    public KeyFileSeals(BundleContext context, Config config, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("karaf.etc")).orElse("etc")),
                config.keyFile(),
                config._password(),
                config.authority(),
                clock);
    }

    KeyFileSeals(Path etc, String keyFile, String password, String authority, Clock clock) {
        if (!AUTHORITY.matcher(authority).matches()) {
            throw new IllegalArgumentException("The authority of seals is named by four capitals or digits");
        }
        this.clock = clock;
        this.file = new KeyFile(etc.resolve(keyFile.isEmpty() ? OWN_FILE : keyFile), password, authority);
        this.published = file.known();
        if (keyFile.isEmpty()) {
            makeOnce();
        }
        try {
            signer();
        } catch (SigningUnavailable toMend) {
            LOG.warn("{} Papers follow once it is mended.", toMend.getMessage());
        }
    }

    @Override
    public String seal(PrintedPaper paper) {
        KeyRing.Signer signer = signer();
        String message = Seal.message(sealed(paper), signer.id());
        try {
            Signature signature = Signature.getInstance(Seal.ALGORITHM);
            signature.initSign(signer.key());
            signature.update(message.getBytes(StandardCharsets.US_ASCII));
            return Seal.line(message, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java does not sign with ECDSA", e);
        }
    }

    /** Those that stood there when the file could last be read: what they sealed is genuine while the file is mended. */
    @Override
    public List<Map<String, String>> publicKeys() {
        try {
            ring();
        } catch (SigningUnavailable toMend) {
            LOG.debug("The keys of seals as they last were: {}", toMend.getMessage());
        }
        return published.stream().map(SealKey::members).toList();
    }

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public Finding look() {
        try {
            return new Finding(true, "Papers are sealed with the key " + signer().id() + ".");
        } catch (SigningUnavailable toMend) {
            return new Finding(true, toMend.getMessage() + " Papers are issued; their pages follow once it is mended.");
        }
    }

    private KeyRing.Signer signer() {
        return ring().present(clock.instant())
                .orElseThrow(() -> new SigningUnavailable("The file " + file
                        + " holds no key whose certificate is valid today: add one, and leave the former ones there."));
    }

    private KeyRing ring() {
        KeyRing ring = file.ring();
        published = ring.keys();
        return ring;
    }

    private void makeOnce() {
        try {
            file.makeOnce();
        } catch (IOException | GeneralSecurityException e) {
            LOG.error(
                    "The file {} of the seal's keys cannot be made: {}",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    private SealedPaper sealed(PrintedPaper paper) {
        Attestation attestation = paper.attestation();
        Validity validity = attestation.validity();
        CivilStatus holder = paper.holder();
        return new SealedPaper(
                attestation.number(),
                paper.status(),
                attestation.kind(),
                LocalDate.ofInstant(attestation.issuedAt(), validity.zone()),
                LocalDate.ofInstant(clock.instant(), validity.zone()),
                attestation.caseNumber(),
                paper.filedOn(),
                SealLetters.of(paper.permit().value()),
                validity.firstDay(),
                validity.lastDay(),
                RightsCode.of(attestation.rights()),
                paper.foreignerNumber(),
                SealLetters.of(holder.givenNames()),
                SealLetters.of(holder.familyName()),
                holder.nationality(),
                holder.birthDate());
    }
}
