package fr.sejour.core.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.signature.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signs by writing the statement down as it is, so that a test reads what was signed; knows again what it signed itself. */
public final class ReadableSignatures implements Signatures {

    private final Map<String, Map<String, String>> signed = new ConcurrentHashMap<>();
    private volatile boolean gone;

    /** The key is taken away, or comes back. */
    public void gone(boolean now) {
        gone = now;
    }

    @Override
    public String sign(String type, Map<String, String> statement) {
        requireKey();
        signed.put(type + statement, statement);
        return type + statement;
    }

    @Override
    public Optional<Map<String, String>> verify(String type, String statement) {
        return Optional.ofNullable(signed.get(statement)).filter(known -> statement.equals(type + known));
    }

    @Override
    public String token(String type, Map<String, ?> claims) {
        requireKey();
        return type + claims;
    }

    @Override
    public void requireKey() {
        if (gone) {
            throw new CaseException(ErrorCode.SIGNATURE_UNAVAILABLE);
        }
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return List.of();
    }
}
