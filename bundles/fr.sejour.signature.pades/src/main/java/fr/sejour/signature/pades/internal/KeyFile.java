package fr.sejour.signature.pades.internal;

import fr.sejour.api.operation.FreshFile;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Optional;

/** A PKCS#12 file; what is mended there is seen at the next signature. */
final class KeyFile implements Keys {

    private final Path path;
    private final char[] password;
    private final Optional<KnownAuthority> known;
    private final FreshFile<Content> content;

    /**
     * @param ofOwnAuthority the keys of an authority of ours, which everybody who kept a paper needs again: what is public of them is
     *     known beside the file; empty for a file that an operator names
     */
    KeyFile(Path path, String password, Optional<KnownAuthority> ofOwnAuthority) {
        this.path = path.toAbsolutePath();
        this.password = password.toCharArray();
        this.known = ofOwnAuthority;
        this.content = new FreshFile<>(this.path, file -> read());
    }

    @Override
    public List<SigningKey> all() {
        return content.get().signing();
    }

    @Override
    public void forget() {
        // the file is looked at each time
    }

    /** @throws SigningUnavailable when it cannot be read */
    KeyStore store() {
        return content.get().store();
    }

    char[] password() {
        return password.clone();
    }

    private Content read() {
        try (InputStream file = Files.newInputStream(path)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password);
            List<SigningKey> signing = SigningKey.of(keys, password, Optional.empty(), "The file " + this);
            if (known.isPresent()) {
                known.get().keep(keys, "The file " + this);
            }
            return new Content(keys, signing);
        } catch (NoSuchFileException e) {
            throw new SigningUnavailable("The file " + this
                    + " of the key that signs papers is missing: put it back in place."
                    + known.filter(KnownAuthority::stands)
                            .map(it ->
                                    " It was in use, and what it signed is verified with " + it + ": no other is made.")
                            .orElse(""));
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new SigningUnavailable("The password of the file " + this + " is wrong: set .password in etc/"
                            + PadesSigner.PID + ".cfg.")
                    : unreadable();
        } catch (GeneralSecurityException | ClassCastException e) {
            throw unreadable();
        }
    }

    private SigningUnavailable unreadable() {
        return new SigningUnavailable(
                "The file " + this + " is no PKCS#12 file that can be read: put the right one in place.");
    }

    /** @param signing those that sign documents */
    private record Content(KeyStore store, List<SigningKey> signing) {}

    /** Its name alone: sentences about it are read where nobody has to know the machine. */
    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
