package fr.sejour.core.internal.pieces;

import fr.sejour.api.cases.UploadId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.WrappedKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** The files of a person in the vault, under a key of theirs. Outside any transaction; one that refers to what is kept has to follow. */
public final class PersonFiles {

    private final Store store;
    private final PieceVault vault;

    public PersonFiles(Store store, PieceVault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Keeps a whole upload. */
    PieceVault.Kept keep(PersonId person, UploadId whole) {
        return vault.keep(whole, keyOf(person));
    }

    /** Keeps what the platform itself made. */
    public PieceVault.Kept keep(PersonId person, byte[] content) {
        UploadId staged = FileIntake.freshUpload();
        try {
            vault.append(staged, 0, new ByteArrayInputStream(content), content.length);
            return keep(person, staged);
        } finally {
            vault.discard(staged);
        }
    }

    /**
     * Opens a file; closed by the caller.
     *
     * @throws CaseException {@code NOT_FOUND} when there is none, or the key of the person was erased
     */
    public InputStream open(PersonId person, String name) {
        return vault.open(name, key(person).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND)));
    }

    private Optional<WrappedKey> key(PersonId person) {
        return store.read(records -> records.evidence().key(person));
    }

    /** The key of a person, made when their first file comes. */
    private WrappedKey keyOf(PersonId person) {
        return key(person).orElseGet(() -> {
            WrappedKey fresh = vault.freshKey();
            return store.write(records -> {
                records.people().hold(person);
                return records.evidence().key(person).orElseGet(() -> {
                    records.evidence().keepKey(person, fresh);
                    return fresh;
                });
            });
        });
    }
}
