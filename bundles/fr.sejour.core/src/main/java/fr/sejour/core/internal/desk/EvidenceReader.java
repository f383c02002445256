package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Evidence;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceReading;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.WrappedKey;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows what was given, to whoever may read that very case; an agent's or a helper's reading leaves a line in its journal. */
final class EvidenceReader {

    /** What the journal calls the line of somebody who read a piece. */
    static final String PIECE_READ = "piece-read";

    private final Store store;
    private final PieceVault vault;
    private final Clock clock;
    private final Reach reach;

    EvidenceReader(Store store, PieceVault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        this.reach = new Reach(clock);
    }

    List<PieceVersion> versions(Caller caller, CaseNumber number) {
        return store.read(records -> {
            known(records, reach.to(records, caller, number, Permission.READ), number);
            return records.evidence().versions(number);
        });
    }

    PieceReading read(Caller caller, CaseNumber number, PieceType type, Optional<Integer> version) {
        boolean noted = caller.isStaff() || caller.role() == Role.HELPER;
        Opened opened = noted
                ? store.write(records -> {
                    records.people().hold(number);
                    Opened found = opened(records, caller, number, type, version);
                    records.cases()
                            .write(
                                    number,
                                    new JournalEntry(
                                            clock.instant(),
                                            caller.account().value(),
                                            PIECE_READ,
                                            type + " version " + found.version().version()
                                                    + Reach.trace(found.reader()),
                                            Optional.empty()));
                    return found;
                })
                : store.read(records -> opened(records, caller, number, type, version));
        PieceVersion found = opened.version();
        return new PieceReading(
                type, found.version(), found.mediaType(), found.size(), vault.open(opened.name(), opened.key()));
    }

    private record Opened(PieceVersion version, String name, WrappedKey key, Caller reader) {}

    private Opened opened(
            Records records, Caller caller, CaseNumber number, PieceType type, Optional<Integer> version) {
        Caller reader = reach.to(records, caller, number, Permission.READ);
        CaseRecord record = known(records, reader, number);
        PieceVersion found = records.evidence().versions(number).stream()
                .filter(it -> it.type().equals(type))
                .filter(it -> version.isPresent()
                        ? version.get() == it.version()
                        : it.end().isEmpty())
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        if (found.scan() == ScanState.INFECTED) {
            throw new CaseException(ErrorCode.FILE_INFECTED);
        }
        if (found.scan() == ScanState.WAITING && caller.isStaff()) {
            throw new CaseException(ErrorCode.PIECE_NOT_SCANNED);
        }
        EvidenceRecord kept = records.evidence().find(found.evidence()).orElseThrow();
        WrappedKey key = records.evidence()
                .key(record.filed().person())
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        return new Opened(found, kept.name(), key, reader);
    }

    List<Evidence> evidence(Caller caller, PersonId person) {
        return store.read(records -> {
            Caller reader = reach.to(records, caller, person, Permission.READ);
            PersonId known = records.people()
                    .find(reader, person)
                    .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND))
                    .id();
            List<Use> uses = uses(records, reader, known);
            return records.evidence().ofPerson(known).stream()
                    .map(kept -> new Evidence(
                            kept.id(),
                            kept.mediaType(),
                            kept.size(),
                            kept.digest(),
                            kept.scan(),
                            kept.keptAt(),
                            uses.stream()
                                    .filter(use -> use.version().evidence().equals(kept.id()))
                                    .sorted(Comparator.comparing(
                                            use -> use.version().givenAt()))
                                    .map(use -> new Evidence.Use(
                                            use.number(),
                                            use.version().type(),
                                            use.version().version(),
                                            use.version().end().isEmpty()))
                                    .toList()))
                    .filter(file -> !file.uses().isEmpty())
                    .sorted(Comparator.comparing(Evidence::givenAt).reversed())
                    .toList();
        });
    }

    private record Use(CaseNumber number, PieceVersion version) {}

    /** What the person gave to the cases that the caller may read. */
    private static List<Use> uses(Records records, Caller caller, PersonId person) {
        return records.cases().ofPerson(caller, person).stream()
                .flatMap(record -> records.evidence().versions(record.number()).stream()
                        .map(version -> new Use(record.number(), version)))
                .toList();
    }

    /** A file that the person gave to a case that the caller may read. */
    static EvidenceRecord readable(Records records, Caller caller, PersonId person, EvidenceId evidence) {
        return uses(records, caller, person).stream()
                .filter(use -> use.version().evidence().equals(evidence))
                .findFirst()
                .flatMap(use -> records.evidence().find(evidence))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    /** A case that the caller may read. */
    static CaseRecord known(Records records, Caller caller, CaseNumber number) {
        return records.cases().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }
}
