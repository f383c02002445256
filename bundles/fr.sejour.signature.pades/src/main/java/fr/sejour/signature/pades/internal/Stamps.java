package fr.sejour.signature.pades.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Who stamps the time, if anybody. */
@FunctionalInterface
interface Stamps {

    /** How long a service may take to be reached, and to answer. */
    int PATIENCE_MILLIS = 2_000;

    /** Longer than any stamp with its certificates. */
    int LARGEST_STAMP = 100_000;

    /** An arc that anybody may use who has a UUID (ITU-T X.667): the policy of stamps that nobody has to trust. */
    String OWN_POLICY = "2.25.193748115098573221446098473351027466481";

    Optional<TSPSource> now();

    /** No one: signatures stay at the level B. */
    static Stamps none() {
        return Optional::empty;
    }

    /** A service that is asked over HTTP (RFC 3161). */
    static Stamps at(String address) {
        TSPSource service = new OnlineTSPSource(address, new StampQuery());
        TSPSource asked = (algorithm, digest) -> {
            try {
                return service.getTimeStampResponse(algorithm, digest);
            } catch (RuntimeException noStamp) {
                // what reads the answer fails in ways of its own, of an empty one by a null
                throw new DSSException("The time-stamp service gives no stamp", noStamp);
            }
        };
        return () -> Optional.of(asked);
    }

    /** The unit of the authority that the platform made for itself. */
    static Stamps of(OwnAuthority authority, Clock clock) {
        return () -> {
            SigningKey unit = authority.timeUnit();
            List<CertificateToken> chain =
                    unit.chain().stream().map(CertificateToken::new).toList();
            KeyEntityTSPSource source = new KeyEntityTSPSource(unit.key(), chain.get(0), chain);
            source.setTsaPolicy(OWN_POLICY);
            source.setDigestAlgorithm(DigestAlgorithm.SHA256);
            Instant now = clock.instant();
            source.setProductionTime(Date.from(now));
            return Optional.of(source);
        };
    }
}
