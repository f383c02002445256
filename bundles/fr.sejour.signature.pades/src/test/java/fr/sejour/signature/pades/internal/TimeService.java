package fr.sejour.signature.pades.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp service on this machine (RFC 3161), with the key of a unit. */
final class TimeService implements AutoCloseable {

    private final HttpServer server;
    private final SigningKey unit;

    /** @param port zero for any */
    TimeService(int port, SigningKey unit) throws IOException {
        this.unit = unit;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/stamp", this::stamp);
        server.start();
    }

    static String address(int port) {
        return "http://127.0.0.1:" + port + "/stamp";
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void stamp(HttpExchange exchange) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        boolean query = "application/timestamp-query"
                .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(unit.algorithm(), unit.key(), unit.own()),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("2.25.1"));
            tokens.addCertificates(new JcaCertStore(unit.chain()));
            byte[] answer = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(asked), BigInteger.TEN, Date.from(Instant.now()))
                    .getEncoded();
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(query ? 200 : 415, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
