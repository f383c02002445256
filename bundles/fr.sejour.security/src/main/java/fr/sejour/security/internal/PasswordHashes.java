package fr.sejour.security.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.types.Argon2;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id hashes as PHC strings, which carry their own parameters: an older hash still matches after the cost was raised.
 * Safe from any thread. No more hashes are computed at once than the machine has processors, because each takes its memory,
 * and only so many wait their turn: a flood of sign-ins is turned away before it keeps every thread of the server waiting.
 */
final class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Function cost;
    private final SecureRandom random;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Semaphore queue = new Semaphore(32 * Runtime.getRuntime().availableProcessors());
    private final String decoy;

    /** The memory of one hash, in KiB, and its passes and lanes, as OWASP recommends them at least. */
    static final int MEMORY_KIB = 19_456;

    static final int ITERATIONS = 2;
    static final int PARALLELISM = 1;

    /**
     * @param memoryKib the memory of one hash, in KiB
     * @param random where salts come from
     */
    PasswordHashes(int memoryKib, int iterations, int parallelism, SecureRandom random) {
        this.cost = Argon2Function.getInstance(memoryKib, iterations, parallelism, HASH_BYTES, Argon2.ID);
        this.random = random;
        this.decoy = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, iterations, parallelism, drawn(SALT_BYTES), drawn(HASH_BYTES));
    }

    /** Bytes of chance, in the alphabet of PHC strings. */
    private String drawn(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }

    /** @throws IllegalArgumentException when a cost is out of bounds, with a sentence that names the setting */
    static PasswordHashes at(LocalSignIn.Config config) {
        return new PasswordHashes(
                Setting.within("argon2MemoryKib", config.argon2MemoryKib(), MEMORY_KIB, 1_048_576),
                Setting.within("argon2Iterations", config.argon2Iterations(), ITERATIONS, 20),
                Setting.within("argon2Parallelism", config.argon2Parallelism(), PARALLELISM, 8),
                new SecureRandom());
    }

    static PasswordHashes atTheUsualCost() {
        return new PasswordHashes(MEMORY_KIB, ITERATIONS, PARALLELISM, new SecureRandom());
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> cost.hash(bytes(password), salt).getResult());
    }

    /** Whether the password is the one of that hash; {@code false} for a hash that nobody can read. */
    boolean matches(String password, String encoded) {
        return inTurn(() -> {
            try {
                return Argon2Function.getInstanceFromHash(encoded).check(bytes(password), encoded.getBytes(UTF_8));
            } catch (BadParametersException unreadable) {
                return false;
            }
        });
    }

    /** The same work as for a true account, so that the time of an answer does not tell whether a login exists. */
    void matchNobody(String password) {
        matches(password, decoy);
    }

    /** The hash of nobody: it has the shape and the cost of a true one, and no password gives it. */
    String decoy() {
        return decoy;
    }

    /** Whether the hash was made at another cost than the present one. */
    boolean outdated(String encoded) {
        return !Argon2Function.getInstanceFromHash(encoded).equals(cost);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!queue.tryAcquire()) {
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", 5L));
        }
        try {
            places.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                places.release();
            }
        } finally {
            queue.release();
        }
    }

    /** The same password typed on another keyboard gives the same bytes. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8);
    }
}
