package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedEdition.Step;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
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
     * @param beside the names of the editions that applied when it began
     * @param to the last case looked at
     */
    public record Trial(Rehearsal found, List<String> beside, Optional<CaseNumber> to) {

        public Trial {
            beside = List.copyOf(beside);
        }
    }

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

    public ArrivedEdition value() {
        return new ArrivedEdition(stamp, digest, signer, state, steps, trial.map(Trial::found));
    }
}
