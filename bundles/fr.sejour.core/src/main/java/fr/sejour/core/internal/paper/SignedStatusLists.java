package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.attestation.StatusLists;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.port.PaperRecords.Stopped;
import fr.sejour.core.port.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs the lists of states in the form of the Token Status List (IETF OAuth): two bits a paper, the first paper of a byte in its
 * lowest bits, compressed with zlib.
 */
@Component
public final class SignedStatusLists implements StatusLists {

    /** How long a list is good for: whoever has one needs no network for that long. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    /** How often it is worth asking for a fresh one. */
    private static final Duration WORTH_ASKING = Duration.ofHours(1);

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int BITS = 2;
    private static final int PER_BYTE = 8 / BITS;

    /** INVALID in the words of the standard. */
    private static final int ENDED = 1;

    /** Left to the application by the standard. */
    private static final int REPLACED = 3;

    private final Store store;
    private final Signatures signatures;
    private final Clock clock;
    private final Map<Integer, Issued> issued = new ConcurrentHashMap<>();

    @Activate
    public SignedStatusLists(@Reference Store store, @Reference Signatures signatures, @Reference Clock clock) {
        this.store = store;
        this.signatures = signatures;
        this.clock = clock;
    }

    @Override
    public String list(int number) {
        Instant now = clock.instant();
        return issued.compute(number, (it, before) -> before != null && before.isFresh(now) ? before : issue(it, now))
                .token();
    }

    @Override
    public int count() {
        long places = store.read(records -> records.papers().statusIndices());
        return (int) ((places + StatusIndex.PER_LIST - 1) / StatusIndex.PER_LIST);
    }

    private Issued issue(int number, Instant now) {
        if (number < 0 || number >= count()) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        // a paper is valid until 24:00 of its last day where it was issued: nowhere is that two days later in UTC
        LocalDate on = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(2);
        List<Stopped> stopped = store.read(records -> records.papers().stopped(number, on));
        byte[] states = new byte[StatusIndex.PER_LIST / PER_BYTE];
        for (Stopped paper : stopped) {
            if (!now.isBefore(paper.end().at())) {
                int place = paper.index().place();
                int state = PaperStates.isReplaced(paper.end()) ? REPLACED : ENDED;
                states[place / PER_BYTE] |= (byte) (state << (place % PER_BYTE * BITS));
            }
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", "/api/v1/status-lists/" + number);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        claims.put("ttl", WORTH_ASKING.toSeconds());
        claims.put("status_list", Map.of("bits", BITS, "lst", compressed(states)));
        return new Issued(signatures.token("statuslist+jwt", claims), now);
    }

    private static String compressed(byte[] states) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best)) {
            out.write(states);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not refuse bytes", e);
        } finally {
            best.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** A list as it was signed. */
    private record Issued(String token, Instant at) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(KEPT)) && !now.isBefore(at);
        }
    }
}
