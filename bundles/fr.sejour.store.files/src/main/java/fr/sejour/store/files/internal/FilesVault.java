package fr.sejour.store.files.internal;

import fr.sejour.api.cases.UploadId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.WrappedKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault on a file system. A file is written under another name, put on disk, and moved to its own name in one step; its
 * folder is put on disk too before anybody refers to it.
 */
@Component(
        service = {PieceVault.class, HealthCheck.class},
        configurationPid = FilesVault.PID)
@Designate(ocd = FilesVault.Config.class)
public final class FilesVault implements PieceVault, HealthCheck {

    /** The PID of the vault. */
    public static final String PID = "fr.sejour.store.files";

    private static final Logger LOG = LoggerFactory.getLogger(FilesVault.class);
    private static final int BUFFER = 64 * 1024;
    private static final int SWEPT_AT_ONCE = 500;
    private static final long MEGABYTE = 1024 * 1024;

    /** Where the files stand. */
    @ObjectClassDefinition(name = "Séjour: files of pieces")
    public @interface Config {

        @AttributeDefinition(
                name = "Folder of the files",
                description = "in the folder of Séjour, or absolute; not below data, which a clean start empties")
        String folder() default "pieces";

        @AttributeDefinition(name = "File of the master key", description = "empty: fr.sejour.store.files.key in etc")
        String masterKeyFile() default "";

        @AttributeDefinition(
                name = "Megabytes that stay free",
                description = "0 to 1000000: no file is taken once less is left")
        int keepFreeMegabytes() default 256;
    }

    private final Path whole;
    private final Path fresh;
    private final Uploads uploads;
    private final Keys keys;
    private final long keepFree;
    private final Set<UploadId> written = ConcurrentHashMap.newKeySet();

    @Activate
    public FilesVault(BundleContext bundle, Config config) {
        this(
                Path.of(bundle.getProperty("karaf.base")).resolve(config.folder()),
                config.masterKeyFile().isBlank()
                        ? Path.of(bundle.getProperty("karaf.etc"), PID + ".key")
                        : Path.of(config.masterKeyFile()),
                megabytes(config.keepFreeMegabytes()));
    }

    FilesVault(Path folder, Path masterKeyFile, long keepFree) {
        this.keys = new Keys(MasterKeyFile.readOrMake(masterKeyFile));
        this.whole = folder.resolve("whole");
        this.fresh = folder.resolve("fresh");
        this.uploads = new Uploads(folder.resolve("uploads"), keys);
        this.keepFree = keepFree;
        try {
            for (Path needed : List.of(whole, fresh, uploads.folder())) {
                Files.createDirectories(needed);
            }
        } catch (IOException unusable) {
            throw new IllegalStateException(PID + ": the folder of the files cannot be used", unusable);
        }
    }

    private static long megabytes(int configured) {
        if (configured < 0 || configured > 1_000_000) {
            throw new IllegalArgumentException(PID + ": keepFreeMegabytes is 0 to 1000000, not " + configured);
        }
        return configured * MEGABYTE;
    }

    @Override
    public long arrived(UploadId upload) {
        try {
            return uploads.arrived(upload.value());
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    @Override
    public long append(UploadId upload, long offset, InputStream content, long most) {
        if (!written.add(upload)) {
            throw elsewhere(offset);
        }
        try {
            refuseWhenFull();
            return write(upload, offset, content, most);
        } catch (IOException failed) {
            throw failed(failed);
        } finally {
            written.remove(upload);
        }
    }

    private long write(UploadId upload, long offset, InputStream content, long most) throws IOException {
        try (FileChannel channel = uploads.open(upload.value());
                FileLock mine = channel.tryLock()) {
            // another process over the same folder may be writing to it
            if (mine == null || channel.size() != offset) {
                throw elsewhere(channel.size());
            }
            channel.position(offset);
            Cipher cipher = uploads.from(upload.value(), offset);
            byte[] buffer = new byte[BUFFER];
            long arrived = offset;
            for (int got = read(content, buffer); got >= 0; got = read(content, buffer)) {
                if (arrived + got > most) {
                    throw new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("largestBytes", most));
                }
                ByteBuffer encrypted = ByteBuffer.wrap(cipher.update(buffer, 0, got));
                while (encrypted.hasRemaining()) {
                    channel.write(encrypted);
                }
                arrived += got;
            }
            return arrived;
        }
    }

    /** What the sender's stream throws is the sender's: it must not pass for a fault of the disk. */
    private static int read(InputStream content, byte[] buffer) {
        try {
            int got = content.read(buffer);
            return got == 0 ? read(content, buffer) : got;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public InputStream partial(UploadId upload) {
        try {
            return uploads.read(upload.value());
        } catch (NoSuchFileException gone) {
            throw elsewhere(0);
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    @Override
    public void discard(UploadId upload) {
        try {
            uploads.discard(upload.value());
        } catch (IOException left) {
            // the sweep finds it
            LOG.debug("An upload stays until the sweep: {}", left.getClass().getSimpleName());
        }
    }

    @Override
    public WrappedKey freshKey() {
        return keys.fresh();
    }

    @Override
    public Kept keep(UploadId upload, WrappedKey key) {
        Keys.PersonKeys person = keys.of(key);
        try {
            refuseWhenFull();
            Kept kept = named(upload, person);
            Path temporary = fresh.resolve(kept.name() + "-" + HexFormat.of().formatHex(Keys.random(6)));
            try {
                seal(upload, kept.name(), person, temporary);
                Path folder = folder(kept.name());
                if (Files.notExists(folder)) {
                    Files.createDirectories(folder);
                    Folders.force(whole);
                }
                Files.move(
                        temporary,
                        folder.resolve(kept.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                Folders.force(folder);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return kept;
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    private Kept named(UploadId upload, Keys.PersonKeys person) throws IOException {
        Mac name = Keys.mac(person.name());
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = partial(upload)) {
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                name.update(buffer, 0, got);
                digest.update(buffer, 0, got);
                size += got;
            }
        }
        return new Kept(
                HexFormat.of().formatHex(name.doFinal()), size, HexFormat.of().formatHex(digest.digest()));
    }

    private void seal(UploadId upload, String name, Keys.PersonKeys person, Path temporary) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                InputStream content = partial(upload)) {
            OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            Sealed.write(content, name, person.content(), file);
            file.flush();
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String name, WrappedKey key) {
        Keys.PersonKeys person = keys.of(key);
        try {
            InputStream file = Files.newInputStream(folder(name).resolve(name));
            try {
                return Sealed.read(file, name, person.content());
            } catch (IOException noFile) {
                file.close();
                throw noFile;
            }
        } catch (NoSuchFileException gone) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    @Override
    public int sweep(Instant files, Instant underWay, UnaryOperator<Set<String>> known) {
        try {
            int swept = sweepOld(uploads.folder(), underWay) + sweepOld(fresh, files);
            List<Path> folders = inside(whole);
            for (Path folder : folders) {
                swept += sweepUnknown(folder, files, known);
            }
            return swept;
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    private static int sweepOld(Path folder, Instant before) throws IOException {
        int swept = 0;
        for (Path file : inside(folder)) {
            swept += isOlder(file, before) && Files.deleteIfExists(file) ? 1 : 0;
        }
        return swept;
    }

    private static int sweepUnknown(Path folder, Instant before, UnaryOperator<Set<String>> known) throws IOException {
        Map<String, Path> old = new HashMap<>();
        int swept = 0;
        for (Path file : inside(folder)) {
            if (isOlder(file, before)) {
                old.put(file.getFileName().toString(), file);
            }
            if (old.size() == SWEPT_AT_ONCE) {
                swept += remove(old, before, known);
                old.clear();
            }
        }
        return swept + remove(old, before, known);
    }

    /** A file written again meanwhile is about to be referred to. */
    private static int remove(Map<String, Path> old, Instant before, UnaryOperator<Set<String>> known)
            throws IOException {
        old.keySet().removeAll(known.apply(Set.copyOf(old.keySet())));
        int swept = 0;
        for (Path file : old.values()) {
            swept += isOlder(file, before) && Files.deleteIfExists(file) ? 1 : 0;
        }
        return swept;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.toList());
        }
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Finding look() {
        try {
            long free = free();
            return free > keepFree && Files.isWritable(fresh)
                    ? new Finding(true, "The files of pieces can be kept; " + free / MEGABYTE + " MB are free.")
                    : new Finding(false, "No room for the files of pieces: " + free / MEGABYTE + " MB are free.");
        } catch (IOException unreachable) {
            return new Finding(
                    false, "The folder of the files of pieces cannot be reached: see " + PID + ".cfg in etc.");
        }
    }

    private long free() throws IOException {
        return Files.getFileStore(whole).getUsableSpace();
    }

    private void refuseWhenFull() throws IOException {
        if (free() < keepFree) {
            throw full();
        }
    }

    private Path folder(String name) {
        return whole.resolve(name.substring(0, 2));
    }

    private CaseException failed(IOException failed) {
        try {
            // no type of its own tells a full disk
            boolean isFull = String.valueOf(failed.getMessage()).contains("No space left")
                    || String.valueOf(failed.getMessage()).contains("quota exceeded")
                    || free() < Math.max(keepFree, BUFFER);
            return isFull ? full() : unreachable(failed);
        } catch (IOException unreachable) {
            return unreachable(unreachable);
        }
    }

    private static CaseException full() {
        LOG.warn("No file is taken any more: there is no room left; see keepFreeMegabytes in etc/{}.cfg", PID);
        return new CaseException(ErrorCode.STORAGE_FULL);
    }

    private static CaseException unreachable(IOException unreachable) {
        LOG.warn(
                "The files of pieces cannot be reached: {}",
                unreachable.getClass().getSimpleName());
        return new CaseException(ErrorCode.STORE_UNAVAILABLE);
    }

    private static CaseException elsewhere(long offset) {
        return new CaseException(ErrorCode.UPLOAD_ELSEWHERE, Map.of("offset", offset));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw Keys.missing(impossible);
        }
    }
}
