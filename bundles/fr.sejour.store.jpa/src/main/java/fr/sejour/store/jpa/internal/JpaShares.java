package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.ShareRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes by which people share what they may do, in their table. */
final class JpaShares implements ShareRecords {

    private final OpenTransaction transaction;

    JpaShares(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Share fresh) {
        transaction.writer().persist(ShareRow.of(fresh));
        transaction.writer().flush();
    }

    @Override
    public void end(Share ended) {
        ShareRow row = transaction.writer().find(ShareRow.class, ended.code().value());
        row.endedAt = ended.endedAt().map(UtcInstants::kept).orElseThrow();
        transaction.writer().flush();
    }

    @Override
    public Optional<Share> find(ShareCode code) {
        return read("s.code = :code", Map.of("code", code.value())).findFirst();
    }

    @Override
    public List<Share> ofPerson(PersonId person) {
        return read("s.personId = :person AND s.endedAt IS NULL", Map.of("person", person.value()))
                .toList();
    }

    private Stream<Share> read(String condition, Map<String, Object> parameters) {
        return transaction
                .query(
                        ShareRow.class,
                        "SELECT s FROM ShareRow s WHERE " + condition + " ORDER BY s.givenAt DESC, s.code",
                        parameters)
                .getResultStream()
                .map(ShareRow::value);
    }
}
