package fr.sejour.api.operation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The certificate without which a PKCS#12 file keeps no private key (RFC 5280). Nobody has to trust it: the public key is what is
 * published, and the certificate only carries it.
 */
public final class SelfSigned {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0C;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xA0;

    /** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
    private static final byte[] ECDSA_WITH_SHA256 =
            der(SEQUENCE, new byte[] {0x06, 0x08, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x04, 0x03, 0x02});

    /** The attribute common name, 2.5.4.3. */
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};

    /** A certificate that does not end by itself (RFC 5280, 4.1.2.5). */
    private static final String NO_END = "99991231235959Z";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    private SelfSigned() {}

    /** @throws GeneralSecurityException when this Java does not sign with elliptic curves */
    public static Certificate of(KeyPair keys, String name, Instant from) throws GeneralSecurityException {
        byte[] who = der(
                SEQUENCE,
                der(SET, der(SEQUENCE, joined(COMMON_NAME, der(UTF8_STRING, name.getBytes(StandardCharsets.UTF_8))))));
        byte[] said = der(
                SEQUENCE,
                joined(
                        der(VERSION, der(INTEGER, new byte[] {2})),
                        der(INTEGER, BigInteger.valueOf(from.toEpochMilli()).toByteArray()),
                        ECDSA_WITH_SHA256,
                        who,
                        der(SEQUENCE, joined(time(TIME.format(from.atOffset(ZoneOffset.UTC))), time(NO_END))),
                        who,
                        keys.getPublic().getEncoded()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(said);
        byte[] whole =
                der(SEQUENCE, joined(said, ECDSA_WITH_SHA256, der(BIT_STRING, joined(new byte[1], signature.sign()))));
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] time(String written) {
        return der(GENERALIZED_TIME, written.getBytes(StandardCharsets.US_ASCII));
    }

    /** A value with its tag and length before it. */
    private static byte[] der(int tag, byte[] value) {
        byte[] length = value.length < 0x80
                ? new byte[] {(byte) value.length}
                : value.length < 0x100
                        ? new byte[] {(byte) 0x81, (byte) value.length}
                        : new byte[] {(byte) 0x82, (byte) (value.length >> 8), (byte) value.length};
        return joined(new byte[] {(byte) tag}, length, value);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
