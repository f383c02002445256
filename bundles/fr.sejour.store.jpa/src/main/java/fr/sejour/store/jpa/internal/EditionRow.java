package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedEdition.Step;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.EditionRecord.Trial;
import fr.sejour.core.port.EditionRecord.Waking;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An edition of the law that arrived, without its file, which is read when somebody verifies it. */
@Entity
@Table(name = "edition")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class EditionRow {

    /** Of a rehearsal that began before changes of the law were counted: it is made again. */
    private static final long NOT_KNOWN = -1;

    @Id
    @Column(name = "edition_name")
    String name;

    @Column(name = "in_force_from")
    LocalDate inForceFrom;

    @Column(name = "recorded_on")
    LocalDate recordedOn;

    String digest;

    String signer;

    @Column(name = "received_at")
    Instant receivedAt;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "acts")
    String steps;

    @Column(name = "rehearsal_started_at")
    @Nullable
    Instant rehearsalStartedAt;

    @Column(name = "rehearsal_ended_at")
    @Nullable
    Instant rehearsalEndedAt;

    @Column(name = "rehearsed_after")
    @Nullable
    Long rehearsedAfter;

    @Column(name = "rehearsed_to")
    @Nullable
    String rehearsedTo;

    int looked;

    @Column(name = "more_rights")
    int more;

    @Column(name = "fewer_rights")
    int fewer;

    @Column(name = "other_change")
    int other;

    @Column(name = "woken_to")
    @Nullable
    String wokenTo;

    long version;

    /** All but the name, which never changes. */
    void take(EditionRecord record) {
        inForceFrom = record.stamp().inForceFrom();
        recordedOn = record.stamp().recordedOn();
        digest = record.digest();
        signer = record.signer();
        receivedAt = UtcInstants.kept(record.receivedAt());
        state = record.state();
        steps = String.join(
                "\n",
                record.steps().stream()
                        .map(step -> step.to() + " " + UtcInstants.kept(step.at()) + " "
                                + step.by().value())
                        .toList());
        Optional<Rehearsal> found = record.trial().map(Trial::found);
        rehearsalStartedAt =
                found.map(Rehearsal::startedAt).map(UtcInstants::kept).orElse(null);
        rehearsalEndedAt =
                found.flatMap(Rehearsal::endedAt).map(UtcInstants::kept).orElse(null);
        rehearsedAfter = record.trial().map(Trial::after).orElse(null);
        rehearsedTo = record.trial().flatMap(Trial::to).map(CaseNumber::value).orElse(null);
        looked = found.map(Rehearsal::looked).orElse(0);
        more = found.map(Rehearsal::more).orElse(0);
        fewer = found.map(Rehearsal::fewer).orElse(0);
        other = found.map(Rehearsal::other).orElse(0);
        wokenTo = record.waking()
                .map(it -> it.to().map(CaseNumber::value).orElse("-"))
                .orElse(null);
        version = record.version() + 1;
    }

    EditionRecord value() {
        Instant started = rehearsalStartedAt;
        String woken = wokenTo;
        return new EditionRecord(
                new EditionStamp(name, inForceFrom, recordedOn),
                digest,
                signer,
                receivedAt,
                state,
                steps.lines().map(EditionRow::step).toList(),
                started == null ? Optional.empty() : Optional.of(trial(started)),
                woken == null
                        ? Optional.empty()
                        : Optional.of(
                                new Waking(woken.equals("-") ? Optional.empty() : Optional.of(new CaseNumber(woken)))),
                version);
    }

    private Trial trial(Instant started) {
        Rehearsal found = new Rehearsal(started, Optional.ofNullable(rehearsalEndedAt), looked, more, fewer, other);
        return new Trial(
                found,
                rehearsedAfter == null ? NOT_KNOWN : rehearsedAfter,
                Optional.ofNullable(rehearsedTo).map(CaseNumber::new));
    }

    private static Step step(String line) {
        List<String> words = List.of(line.split(" ", 3));
        return new Step(State.valueOf(words.get(0)), new AccountId(words.get(2)), Instant.parse(words.get(1)));
    }
}
