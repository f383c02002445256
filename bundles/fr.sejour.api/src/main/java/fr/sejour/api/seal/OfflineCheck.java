package fr.sejour.api.seal;

import fr.sejour.api.seal.OfflineAnswer.Altered;
import fr.sejour.api.seal.OfflineAnswer.ClockBehind;
import fr.sejour.api.seal.OfflineAnswer.Expired;
import fr.sejour.api.seal.OfflineAnswer.KeyNotValid;
import fr.sejour.api.seal.OfflineAnswer.ListForged;
import fr.sejour.api.seal.OfflineAnswer.ListTooOld;
import fr.sejour.api.seal.OfflineAnswer.NotASeal;
import fr.sejour.api.seal.OfflineAnswer.NotListed;
import fr.sejour.api.seal.OfflineAnswer.NotYetValid;
import fr.sejour.api.seal.OfflineAnswer.Replaced;
import fr.sejour.api.seal.OfflineAnswer.Revoked;
import fr.sejour.api.seal.OfflineAnswer.Suspended;
import fr.sejour.api.seal.OfflineAnswer.UnknownKey;
import fr.sejour.api.seal.OfflineAnswer.Unreadable;
import fr.sejour.api.seal.OfflineAnswer.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The check of a paper where there is no network: its seal, the published keys, the lists of states fetched before, and a clock. Pure;
 * asks for nothing but these. A day is that of the place where the paper is shown, which the zone of the clock says.
 *
 * @param keys of the seals
 * @param listKeys of the lists
 * @param lists as they were fetched, whoever signed them
 */
public record OfflineCheck(List<SealKey> keys, List<ListKey> listKeys, List<String> lists) {

    /** How far two clocks may be apart that are both right. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final int STANDS = 0;
    private static final int ENDED = 1;
    private static final int REPLACED = 3;

    public OfflineCheck {
        keys = List.copyOf(keys);
        listKeys = List.copyOf(listKeys);
        lists = List.copyOf(lists);
    }

    /**
     * Reads the two sets of keys as they are published (JWK sets, RFC 7517).
     *
     * @throws IllegalArgumentException when one of them is no such set
     */
    public static OfflineCheck of(String sealKeys, String listKeys, List<String> lists) {
        return new OfflineCheck(set(sealKeys, SealKey::of), set(listKeys, ListKey::of), lists);
    }

    /** @param seal as it was read or typed; see {@link Seal#typed} */
    public OfflineAnswer check(String seal, Clock clock) {
        String line = Seal.typed(seal);
        SealReading read = Seal.read(line, keys);
        if (read instanceof SealReading.Genuine genuine) {
            return judge(genuine.sealed(), clock);
        }
        if (read instanceof SealReading.Altered) {
            return new Altered();
        }
        if (read instanceof SealReading.UnknownKey unknown) {
            return new UnknownKey(unknown.key());
        }
        if (read instanceof SealReading.KeyNotValid key) {
            return new KeyNotValid(key.key(), key.sealedOn());
        }
        return Seal.begins(line) ? new Unreadable() : new NotASeal();
    }

    /** When that list was signed; empty when none of the keys signed it, or when it is no list. */
    public Optional<Instant> signedAt(String list) {
        return StatusList.read(list, listKeys).map(StatusList::signedAt);
    }

    /** A paper that was ended stays so: an old list is good enough to say it. Only a good one says that a paper stands. */
    private OfflineAnswer judge(SealedPaper paper, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        List<StatusList> read = new ArrayList<>();
        boolean forged = false;
        for (String token : lists) {
            Optional<StatusList> list = StatusList.read(token, listKeys);
            list.ifPresent(read::add);
            forged |= list.isEmpty();
        }
        Optional<StatusList> newest = read.stream()
                .filter(list -> list.covers(paper.status()))
                .max(Comparator.comparing(StatusList::signedAt));
        int state = newest.map(list -> list.state(paper.status())).orElse(STANDS);
        if (state == ENDED) {
            return new Revoked(paper);
        }
        if (state == REPLACED) {
            return new Replaced(paper);
        }
        // a seal names the day of the préfecture, which may be a day ahead of the day here
        if (paper.sealedOn().isAfter(today.plusDays(1))
                || newest.filter(list -> list.signedAt().isAfter(now.plus(APART)))
                        .isPresent()) {
            return new ClockBehind(paper);
        }
        if (paper.lastDay().filter(today::isAfter).isPresent()) {
            return new Expired(paper);
        }
        if (paper.firstDay().isAfter(today)) {
            return new NotYetValid(paper);
        }
        if (newest.isEmpty()) {
            return forged ? new ListForged(paper) : new NotListed(paper);
        }
        StatusList list = newest.get();
        if (!now.isBefore(list.goodUntil())) {
            return new ListTooOld(paper, list.goodUntil());
        }
        return state == STANDS ? new Valid(paper, list.signedAt()) : new Suspended(paper);
    }

    private static <T> List<T> set(String json, Function<Map<String, String>, T> key) {
        if (!(Json.object(json).get("keys") instanceof List<?> keys)) {
            throw new IllegalArgumentException("It is no set of keys");
        }
        List<T> read = new ArrayList<>();
        for (Object each : keys) {
            read.add(key.apply(Json.texts(Json.members(each))));
        }
        return read;
    }
}
