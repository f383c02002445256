package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.UploadId;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.WrappedKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Uploads in memory, and of the files their names alone: nobody reads them back here. */
final class FilesHere implements PieceVault {

    private final Map<UploadId, byte[]> uploads = new ConcurrentHashMap<>();

    @Override
    public long arrived(UploadId upload) {
        return content(upload).length;
    }

    @Override
    public long append(UploadId upload, long offset, InputStream content, long most) {
        try {
            uploads.put(upload, content.readAllBytes());
            return arrived(upload);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public InputStream partial(UploadId upload) {
        return new ByteArrayInputStream(content(upload));
    }

    @Override
    public void discard(UploadId upload) {
        uploads.remove(upload);
    }

    @Override
    public WrappedKey freshKey() {
        return new WrappedKey(UUID.randomUUID().toString());
    }

    @Override
    public Kept keep(UploadId upload, WrappedKey key) {
        String digest = Secrets.digest(content(upload));
        return new Kept(Secrets.digest(key.value(), digest), arrived(upload), digest);
    }

    private byte[] content(UploadId upload) {
        return Optional.ofNullable(uploads.get(upload)).orElse(new byte[0]);
    }

    @Override
    public InputStream open(String name, WrappedKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sweep(Instant files, Instant before, UnaryOperator<Set<String>> known) {
        throw new UnsupportedOperationException();
    }
}
