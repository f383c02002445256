package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.EvidenceRecords;
import fr.sejour.core.port.UploadRecord;
import fr.sejour.core.port.WrappedKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of people in their tables. */
final class JpaEvidence implements EvidenceRecords {

    private final OpenTransaction transaction;

    JpaEvidence(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<WrappedKey> key(PersonId person) {
        return transaction
                .query(
                        String.class,
                        "SELECT k.wrappedKey FROM PersonKeyRow k WHERE k.personId = :person",
                        Map.of("person", person.value()))
                .getResultStream()
                .map(WrappedKey::new)
                .findFirst();
    }

    @Override
    public void keepKey(PersonId person, WrappedKey key) {
        PersonKeyRow row = new PersonKeyRow();
        row.personId = person.value();
        row.wrappedKey = key.value();
        transaction.writer().persist(row);
        transaction.writer().flush();
    }

    @Override
    public void add(EvidenceRecord fresh) {
        transaction.writer().persist(EvidenceRow.of(fresh));
        transaction.writer().flush();
    }

    @Override
    public Optional<EvidenceRecord> find(EvidenceId id) {
        return rows("e.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    @Override
    public Optional<EvidenceRecord> named(PersonId person, String name) {
        return rows("e.personId = :person AND e.name = :name", Map.of("person", person.value(), "name", name)).stream()
                .findFirst();
    }

    @Override
    public List<EvidenceRecord> ofPerson(PersonId person) {
        return rows("e.personId = :person", Map.of("person", person.value()));
    }

    @Override
    public List<EvidenceRecord> waiting(int limit) {
        return transaction
                .query(
                        EvidenceRow.class,
                        "SELECT e FROM EvidenceRow e WHERE e.scan = :waiting ORDER BY e.keptAt, e.id",
                        Map.of("waiting", ScanState.WAITING))
                .setMaxResults(limit)
                .getResultStream()
                .map(EvidenceRow::value)
                .toList();
    }

    private List<EvidenceRecord> rows(String condition, Map<String, ?> parameters) {
        return transaction
                .query(
                        EvidenceRow.class,
                        "SELECT e FROM EvidenceRow e WHERE " + condition + " ORDER BY e.keptAt, e.id",
                        parameters)
                .getResultStream()
                .map(EvidenceRow::value)
                .toList();
    }

    @Override
    public void judge(EvidenceId id, ScanState scan) {
        Map<String, Object> said = Map.of("scan", scan, "id", id.value());
        transaction.update("UPDATE EvidenceRow e SET e.scan = :scan WHERE e.id = :id", said);
        transaction.update("UPDATE PieceRow p SET p.scan = :scan WHERE p.evidence = :id", said);
    }

    @Override
    public void addVersion(CaseNumber number, PieceVersion fresh) {
        transaction.writer().persist(PieceVersionRow.of(number.value(), fresh));
        transaction.writer().flush();
    }

    @Override
    public void endVersion(CaseNumber number, PieceType type, int version, PieceVersion.End end) {
        transaction.update(
                "UPDATE PieceVersionRow v SET v.endedAt = :at, v.endedHow = :how"
                        + " WHERE v.caseNumber = :number AND v.type = :type AND v.version = :version",
                Map.of(
                        "at", UtcInstants.kept(end.at()),
                        "how", end.how(),
                        "number", number.value(),
                        "type", type.value(),
                        "version", version));
    }

    @Override
    public List<PieceVersion> versions(CaseNumber number) {
        List<PieceVersionRow> rows = transaction
                .query(
                        PieceVersionRow.class,
                        "SELECT v FROM PieceVersionRow v WHERE v.caseNumber = :number ORDER BY v.type, v.version",
                        Map.of("number", number.value()))
                .setHint("eclipselink.refresh", "true")
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, EvidenceRow> files = transaction
                .query(
                        EvidenceRow.class,
                        "SELECT e FROM EvidenceRow e WHERE e.id IN :ids",
                        Map.of("ids", rows.stream().map(row -> row.evidence).collect(Collectors.toSet())))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        return rows.stream()
                .map(row -> row.of(Optional.ofNullable(files.get(row.evidence)).orElseThrow()))
                .toList();
    }

    @Override
    public List<CaseNumber> uses(EvidenceId id) {
        return transaction
                .query(
                        String.class,
                        "SELECT DISTINCT v.caseNumber FROM PieceVersionRow v WHERE v.evidence = :id ORDER BY v.caseNumber",
                        Map.of("id", id.value()))
                .getResultStream()
                .map(CaseNumber::new)
                .toList();
    }

    @Override
    public Set<String> known(Set<String> names) {
        return names.isEmpty()
                ? Set.of()
                : transaction
                        .query(
                                String.class,
                                "SELECT e.name FROM EvidenceRow e WHERE e.name IN :names",
                                Map.of("names", names))
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    @Override
    public void begin(UploadRecord fresh) {
        transaction.writer().persist(UploadRow.of(fresh));
    }

    @Override
    public Optional<UploadRecord> upload(UploadId id) {
        return transaction
                .query(UploadRow.class, "SELECT u FROM UploadRow u WHERE u.id = :id", Map.of("id", id.value()))
                .getResultStream()
                .map(UploadRow::value)
                .findFirst();
    }

    @Override
    public void finish(UploadId id) {
        transaction.update("UPDATE UploadRow u SET u.finished = true WHERE u.id = :id", Map.of("id", id.value()));
    }

    @Override
    public void forget(UploadId id) {
        transaction.update("DELETE FROM UploadRow u WHERE u.id = :id", Map.of("id", id.value()));
    }

    @Override
    public void sweepUploads(Instant before) {
        transaction.update("DELETE FROM UploadRow u WHERE u.expiresAt < :before", Map.of("before", before));
    }
}
