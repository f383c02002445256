package fr.sejour.core.internal;

import fr.sejour.api.signature.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs by writing the statement down as it is, so that a test reads what was signed. */
public final class ReadableSignatures implements Signatures {

    @Override
    public String sign(String type, Map<String, String> statement) {
        return type + statement;
    }

    @Override
    public Optional<Map<String, String>> verify(String type, String signed) {
        return Optional.empty();
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return List.of();
    }
}
