package fr.sejour.api.seal;

import fr.sejour.api.attestation.StatusIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The states of many papers, as they were signed (Token Status List, IETF OAuth): two bits a paper. */
final class StatusList {

    private static final Pattern TOKEN =
            Pattern.compile("(([A-Za-z0-9_-]{1,2000})\\.([A-Za-z0-9_-]{1,2000000}))\\.([A-Za-z0-9_-]{86})");
    private static final Pattern SUBJECT = Pattern.compile("/api/v1/status-lists/(0|[1-9][0-9]{0,9})");
    private static final int BITS = 2;
    private static final int PER_BYTE = Byte.SIZE / BITS;
    private static final int BYTES = StatusIndex.PER_LIST / PER_BYTE;

    private final long number;
    private final Instant signedAt;
    private final Instant goodUntil;
    private final byte[] states;

    private StatusList(long number, Instant signedAt, Instant goodUntil, byte[] states) {
        this.number = number;
        this.signedAt = signedAt;
        this.goodUntil = goodUntil;
        this.states = states;
    }

    /** Empty when none of the keys signed it, or when it is no list. */
    static Optional<StatusList> read(String token, Collection<ListKey> keys) {
        Matcher parts = TOKEN.matcher(token.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Map<String, Object> header = Json.object(decoded(parts.group(2)));
            boolean ofThatKind = "statuslist+jwt".equals(header.get("typ")) && "ES256".equals(header.get("alg"));
            byte[] signature = Base64.getUrlDecoder().decode(parts.group(4));
            boolean signed = keys.stream()
                    .filter(key -> key.id().equals(header.get("kid")))
                    .anyMatch(key -> P256.verifies(key.key(), parts.group(1), signature));
            return ofThatKind && signed ? Optional.of(of(Json.object(decoded(parts.group(3))))) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | IOException noList) {
            return Optional.empty();
        }
    }

    private static StatusList of(Map<String, Object> claims) throws IOException {
        Matcher subject = SUBJECT.matcher(String.valueOf(claims.get("sub")));
        Map<String, Object> list = Json.members(claims.get("status_list"));
        if (!subject.matches() || number(list.get("bits")) != BITS || !(list.get("lst") instanceof String compressed)) {
            throw new IllegalArgumentException("It is no list of states");
        }
        return new StatusList(
                Long.parseLong(subject.group(1)),
                Instant.ofEpochSecond(number(claims.get("iat"))),
                Instant.ofEpochSecond(number(claims.get("exp"))),
                inflated(Base64.getUrlDecoder().decode(compressed)));
    }

    boolean covers(StatusIndex index) {
        return number == index.value() / StatusIndex.PER_LIST;
    }

    /** Two bits: 0 while the paper stands. */
    int state(StatusIndex index) {
        int place = (int) (index.value() % StatusIndex.PER_LIST);
        return states[place / PER_BYTE] >> (place % PER_BYTE * BITS) & 0b11;
    }

    Instant signedAt() {
        return signedAt;
    }

    Instant goodUntil() {
        return goodUntil;
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static long number(@Nullable Object claim) {
        if (claim instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("A number was expected");
    }

    /** A few kilobytes may grow to gigabytes: no more is read than a list has. */
    private static byte[] inflated(byte[] compressed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            byte[] states = in.readNBytes(BYTES + 1);
            if (states.length != BYTES) {
                throw new IllegalArgumentException("A list of states has another size");
            }
            return states;
        }
    }
}
