package fr.sejour.signature.pades.internal;

import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hardware module or a card that speaks PKCS#11: the key never leaves it. */
final class KeyToken implements Keys {

    private static final String WHERE = "The PKCS#11 token";
    private static final String MEND = " in etc/" + PadesSigner.PID + ".cfg.";

    private final Path library;
    private final String slot;
    private final char[] pin;
    private @Nullable List<SigningKey> known;

    /** @param slot its number; the first that has a token when it is empty */
    KeyToken(Path library, String slot, String pin) {
        this.library = library;
        this.slot = slot;
        this.pin = pin.toCharArray();
    }

    @Override
    public synchronized List<SigningKey> all() {
        List<SigningKey> before = known;
        if (before != null) {
            return before;
        }
        List<SigningKey> now = open();
        known = now;
        return now;
    }

    @Override
    public synchronized void forget() {
        known = null;
    }

    private List<SigningKey> open() {
        if (!Files.isRegularFile(library)) {
            throw new SigningUnavailable("The PKCS#11 library is not there: set pkcs11Library" + MEND);
        }
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(settings());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return SigningKey.of(store, pin, Optional.of(provider), WHERE);
        } catch (IOException e) {
            throw new SigningUnavailable(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? WHERE + " refuses the PIN: set .pkcs11Pin" + MEND
                            : WHERE + " cannot be read: see whether it is in place.");
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            throw new SigningUnavailable(WHERE
                    + " does not answer: see whether it is in place, and set pkcs11Library and pkcs11Slot" + MEND);
        }
    }

    private String settings() {
        return "--name = Sejour\nlibrary = " + library + "\n"
                + (slot.isEmpty() ? "slotListIndex = 0" : "slot = " + slot) + "\n";
    }
}
