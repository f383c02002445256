package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Login;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedEdition.Step;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An edition of the law that arrived, without its file.
 *
 * @param trial how far its last rehearsal has come
 * @param waking whether the open cases have still to be told that the law has changed with it
 * @param version one more with each change
 */
@RecordBuilder
public record EditionRecord(
        EditionStamp stamp,
        String digest,
        String signer,
        Instant receivedAt,
        State state,
        List<Step> steps,
        Optional<Trial> trial,
        Optional<Waking> waking,
        long version)
        implements EditionRecordBuilder.With {

    public EditionRecord {
        steps = List.copyOf(steps);
    }

    /**
     * @param after how many changes of the law came before it began, see {@link #changesOfTheLaw}
     * @param to the last case looked at
     */
    public record Trial(Rehearsal found, long after, Optional<CaseNumber> to) {}

    /** @param to the last case told; empty before the first */
    public record Waking(Optional<CaseNumber> to) {}

    public String name() {
        return stamp.name();
    }

    /** The same edition in another state, by whom and when. */
    public EditionRecord moved(State to, AccountId by, Instant at) {
        return with().state(to)
                .steps(Stream.concat(steps.stream(), Stream.of(new Step(to, by, at)))
                        .toList())
                .build();
    }

    /** How often an edition has become the law or was taken back. It never falls: what was done twice counts twice. */
    public static long changesOfTheLaw(List<EditionRecord> all) {
        return all.stream()
                .flatMap(edition -> edition.steps().stream())
                .filter(step -> step.to() == State.APPLIES || step.to() == State.ROLLED_BACK)
                .count();
    }

    /** Whether its rehearsal has ended and is beside the law as it is. */
    public boolean isReady(long changesOfTheLaw) {
        return state == State.REHEARSED
                && trial.filter(it -> it.after() == changesOfTheLaw).isPresent();
    }

    /** @param logins of those who took a step with it */
    public ArrivedEdition value(Map<AccountId, Login> logins, long changesOfTheLaw) {
        return new ArrivedEdition(
                stamp, digest, signer, state, steps, logins, trial.map(Trial::found), isReady(changesOfTheLaw));
    }
}
