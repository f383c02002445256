package fr.sejour.signature.pades.internal;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.paper.PaperSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs papers with the key of a file or of a PKCS#11 token. Without one the platform serves: papers are issued, and their pages wait. */
@Component(configurationPid = PadesSigner.PID)
@Designate(ocd = PadesSigner.Config.class)
public final class PadesSigner implements PaperSigner, HealthCheck {

    static final String PID = "fr.sejour.signature.pades";

    private static final Logger LOG = LoggerFactory.getLogger(PadesSigner.class);
    private static final String LATER = " Papers are issued; their pages follow once it is mended.";

    private static final TSPSource NOBODY = (digest, of) -> {
        throw new DSSException("Nobody stamps the time");
    };

    private final Keys keys;
    private final Optional<OwnAuthority> authority;
    private final Stamps stamps;
    private final Proofs proofs;
    private final Pades pades;
    private final Clock clock;
    private final Thread warmUp = new Thread(this::warmUp, "sejour-pades-warm-up");
    private volatile boolean unstamped;

    /** The settings of {@code etc/fr.sejour.signature.pades.cfg}. */
    @ObjectClassDefinition(id = PID, name = "Séjour: signature of papers")
    @interface Config {
        @AttributeDefinition(
                description =
                        "The PKCS#12 file of the key with its certificates; a relative path is below Karaf's etc. Empty,"
                                + " and no PKCS#11 library: " + OwnAuthority.FILE
                                + ", made at the first start with an authority"
                                + " that nobody else trusts. A file that is named here is never made.")
        String keyFile() default "";

        @AttributeDefinition(description = "The password of that file.")
        String _password() default "sejour";

        @AttributeDefinition(description = "The PKCS#11 library of the token that holds the key; then no file is read.")
        String pkcs11Library() default "";

        @AttributeDefinition(description = "The number of its slot; the first with a token when empty.")
        String pkcs11Slot() default "";

        @AttributeDefinition(description = "The PIN of that token.")
        String _pkcs11Pin() default "";

        @AttributeDefinition(
                description =
                        "The address of a time-stamp service (RFC 3161). Empty: the own authority stamps, if it also"
                                + " certifies the key; else nobody.")
        String timeStampAddress() default "";
    }

    @Activate
    public PadesSigner(BundleContext context, Config config, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("karaf.etc")).orElse("etc")),
                config.keyFile(),
                config._password(),
                config.pkcs11Library().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new KeyToken(
                                Path.of(config.pkcs11Library()), config.pkcs11Slot(), config._pkcs11Pin())),
                config.timeStampAddress(),
                clock);
        warmUp.setDaemon(true);
        warmUp.start();
    }

    /** @param token instead of the file */
    PadesSigner(
            Path etc, String keyFile, String password, Optional<KeyToken> token, String timeStampAddress, Clock clock) {
        boolean own = token.isEmpty() && keyFile.isEmpty();
        Path path = etc.resolve(own ? OwnAuthority.FILE : keyFile);
        this.authority = own ? Optional.of(new OwnAuthority(path, password, clock)) : Optional.empty();
        authority.ifPresent(PadesSigner::makeOnce);
        this.keys = token.isPresent()
                ? token.get()
                : authority.map(OwnAuthority::file).orElseGet(() -> new KeyFile(path, password, Optional.empty()));
        this.stamps = timeStampAddress.isEmpty()
                ? authority.map(it -> Stamps.of(it, clock)).orElseGet(Stamps::none)
                : Stamps.at(timeStampAddress);
        this.proofs = new Proofs(authority);
        this.pades = new Pades(!timeStampAddress.isEmpty());
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        warmUp.interrupt();
    }

    @Override
    public byte[] sign(byte[] page) {
        Instant now = clock.instant();
        SigningKey key = key(now);
        Optional<TSPSource> stamp = stamps.now();
        try {
            if (stamp.isPresent()) {
                try {
                    byte[] signed = pades.sign(page, key, now, stamp);
                    unstamped = false;
                    return signed;
                } catch (DSSException noStamp) {
                    LOG.debug("No time stamp: {}", noStamp.getMessage());
                    unstamped = true;
                }
            }
            return pades.sign(page, key, now, Optional.empty());
        } catch (GeneralSecurityException | ProviderException e) {
            keys.forget();
            throw unsigned(e);
        }
    }

    @Override
    public byte[] complete(byte[] signed) {
        byte[] page = signed;
        Level level = level(page);
        TSPSource stamp = stamps.now().orElse(NOBODY);
        try {
            if (level == Level.B) {
                page = pades.raise(page, SignatureLevel.PAdES_BASELINE_T, Proofs.none(), stamp);
                level = Level.T;
                unstamped = false;
            }
            if (level == Level.T) {
                List<X509Certificate> chain = key(clock.instant()).chain();
                page = pades.raise(page, SignatureLevel.PAdES_BASELINE_LT, proofs.ask(chain), stamp);
            }
        } catch (DSSException | AlertException | SigningUnavailable notNow) {
            LOG.debug("A signature stays as it is: {}", notNow.getMessage());
        }
        return page;
    }

    @Override
    public Level level(byte[] signed) {
        return pades.level(signed);
    }

    @Override
    public Optional<Authority> ownAuthority() {
        return authority.map(it -> new Authority(it.certificate(), revoked(it)));
    }

    private static Optional<X509CRL> revoked(OwnAuthority authority) {
        try {
            return Optional.of(authority.revoked());
        } catch (SigningUnavailable away) {
            LOG.debug("No list of what is revoked: {}", away.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "paper-signature";
    }

    @Override
    public Finding look() {
        try {
            key(clock.instant());
            return new Finding(
                    true,
                    unstamped
                            ? "Papers are signed, without a time stamp: the service does not answer. They are stamped when"
                                    + " it does."
                            : "Papers are signed.");
        } catch (SigningUnavailable toMend) {
            return new Finding(true, toMend.getMessage() + LATER);
        }
    }

    private SigningKey key(Instant now) {
        return keys.all().stream()
                .filter(it -> it.validAt(now))
                .findFirst()
                .orElseThrow(() -> new SigningUnavailable(
                        "The certificate of the key that signs papers is not valid today: put a valid one in place."));
    }

    private static SigningUnavailable unsigned(Exception e) {
        LOG.error("The key that signs papers does not sign: {}", e.getClass().getSimpleName());
        return new SigningUnavailable(
                "The key that signs papers does not sign: see whether it fits its certificate, and"
                        + " whether the token is in place.");
    }

    /** And reads it at once, so that it is known from its first start on. */
    private static void makeOnce(OwnAuthority authority) {
        try {
            authority.makeOnce();
            authority.file().all();
        } catch (SigningUnavailable toMend) {
            LOG.debug("Health says what to mend: {}", toMend.getMessage());
        } catch (IOException e) {
            LOG.error(
                    "The file {} of the key that signs papers cannot be made: {}",
                    authority.file(),
                    e.getClass().getSimpleName());
        }
    }

    /** The first signature takes a second, the others do not: it is made of an empty page while nobody waits. */
    private void warmUp() {
        try (PDDocument empty = new PDDocument();
                ByteArrayOutputStream page = new ByteArrayOutputStream()) {
            empty.addPage(new PDPage());
            empty.save(page);
            complete(sign(page.toByteArray()));
        } catch (SigningUnavailable toMend) {
            LOG.warn("{}{}", toMend.getMessage(), LATER);
        } catch (IOException e) {
            LOG.debug("An empty page cannot be made", e);
        }
    }
}
