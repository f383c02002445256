package fr.sejour.signature.pades.internal;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** Asks a time-stamp service over HTTP (RFC 3161, 3.4), within a time limit. */
final class StampQuery implements DataLoader {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] post(String address, byte[] query) {
        try {
            HttpURLConnection service =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            service.setConnectTimeout(Stamps.PATIENCE_MILLIS);
            service.setReadTimeout(Stamps.PATIENCE_MILLIS);
            service.setInstanceFollowRedirects(false);
            service.setDoOutput(true);
            service.setRequestProperty("Content-Type", "application/timestamp-query");
            service.setRequestProperty("Accept", "application/timestamp-reply");
            try (OutputStream asked = service.getOutputStream()) {
                asked.write(query);
            }
            try (InputStream answer = service.getInputStream()) {
                return answer.readNBytes(Stamps.LARGEST_STAMP);
            }
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new DSSException("The time-stamp service does not answer", e);
        }
    }

    @Override
    public byte[] get(String address) {
        throw new UnsupportedOperationException("A time-stamp service is asked by POST");
    }

    @Override
    public DataAndUrl get(List<String> addresses) {
        throw new UnsupportedOperationException("A time-stamp service is asked by POST");
    }

    @Override
    public void setContentType(String type) {
        throw new UnsupportedOperationException("A time-stamp service is asked in one type");
    }
}
