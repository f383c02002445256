package fr.sejour.core.internal;

import fr.sejour.api.cases.UploadId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.WrappedKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Files in memory, under names that follow key and content as the port promises. */
public final class VaultInMemory implements PieceVault {

    private final Map<UploadId, byte[]> uploads = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    /** The names of the files kept. */
    public synchronized Set<String> names() {
        return Set.copyOf(files.keySet());
    }

    /** The uploads that stand here, whole or not. */
    public synchronized Set<UploadId> uploads() {
        return Set.copyOf(uploads.keySet());
    }

    @Override
    public synchronized long arrived(UploadId upload) {
        return uploads.getOrDefault(upload, new byte[0]).length;
    }

    @Override
    public synchronized long append(UploadId upload, long offset, InputStream content, long most) {
        byte[] before = uploads.getOrDefault(upload, new byte[0]);
        if (before.length != offset) {
            throw new CaseException(ErrorCode.UPLOAD_ELSEWHERE, Map.of("offset", before.length));
        }
        byte[] more;
        try {
            more = content.readNBytes((int) (most - offset + 1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (offset + more.length > most) {
            throw new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", most));
        }
        byte[] all = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        uploads.put(upload, all);
        return all.length;
    }

    @Override
    public synchronized InputStream partial(UploadId upload) {
        return new ByteArrayInputStream(uploads.getOrDefault(upload, new byte[0]));
    }

    @Override
    public synchronized void discard(UploadId upload) {
        uploads.remove(upload);
    }

    @Override
    public WrappedKey freshKey() {
        return new WrappedKey(UUID.randomUUID().toString());
    }

    @Override
    public synchronized Kept keep(UploadId upload, WrappedKey key) {
        byte[] content = uploads.get(upload);
        String digest = Secrets.digest(content);
        String name = Secrets.digest(key.value(), digest);
        files.put(name, content);
        return new Kept(name, content.length, digest);
    }

    @Override
    public synchronized InputStream open(String name, WrappedKey key) {
        byte[] content = files.get(name);
        if (content == null
                || !Secrets.digest(key.value(), Secrets.digest(content)).equals(name)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public synchronized int sweep(Instant before, Instant uploadsBefore, UnaryOperator<Set<String>> known) {
        Set<String> left = new HashSet<>(files.keySet());
        left.removeAll(known.apply(Set.copyOf(files.keySet())));
        files.keySet().removeAll(left);
        return left.size();
    }
}
