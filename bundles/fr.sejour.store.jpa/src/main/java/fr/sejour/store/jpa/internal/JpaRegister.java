package fr.sejour.store.jpa.internal;

import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.RegisterRecords;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register's entries in their table. */
final class JpaRegister implements RegisterRecords {

    private final OpenTransaction transaction;

    JpaRegister(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<PersonId> keep(RegisterEntry entry) {
        @Nullable
        RegisterRow row =
                transaction.writer().find(RegisterRow.class, entry.number().value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            transaction.writer().persist(RegisterRow.of(entry));
            // a row that is only to be written is not found again under a lock
            transaction.writer().flush();
            return Optional.empty();
        }
        row.take(entry);
        return Optional.ofNullable(row.personId).map(PersonId::new);
    }

    @Override
    public Optional<RegisterEntry> find(ForeignerNumber number) {
        return row(number).map(RegisterRow::value);
    }

    @Override
    public RegisterEntry link(ForeignerNumber number, PersonId person) {
        @Nullable
        RegisterRow row = transaction.writer().find(RegisterRow.class, number.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new IllegalStateException("The register has no such entry");
        }
        if (row.personId != null && !row.personId.equals(person.value())) {
            throw new MeanwhileException();
        }
        row.personId = person.value();
        return row.value();
    }

    @Override
    public Optional<PersonId> linked(ForeignerNumber number) {
        return row(number).flatMap(row -> Optional.ofNullable(row.personId)).map(PersonId::new);
    }

    private Optional<RegisterRow> row(ForeignerNumber number) {
        return transaction
                .query(
                        RegisterRow.class,
                        "SELECT r FROM RegisterRow r WHERE r.number = :number",
                        Map.of("number", number.value()))
                .getResultStream()
                .findFirst();
    }
}
