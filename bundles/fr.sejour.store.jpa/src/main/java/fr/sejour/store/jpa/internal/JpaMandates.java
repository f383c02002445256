package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates.Helped;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.MandateRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mandates and whom they are given to, in their tables. */
final class JpaMandates implements MandateRecords {

    private final OpenTransaction transaction;

    JpaMandates(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Mandatary fresh) {
        transaction.writer().persist(MandataryRow.of(fresh));
        transaction.writer().flush();
    }

    @Override
    public Optional<Mandatary> mandatary(MandataryCode code) {
        return transaction
                .query(
                        MandataryRow.class,
                        "SELECT m FROM MandataryRow m WHERE m.code = :code",
                        Map.of("code", code.value()))
                .getResultStream()
                .findFirst()
                .map(MandataryRow::value);
    }

    @Override
    public void add(Mandate fresh) {
        transaction.writer().persist(MandateRow.of(fresh));
        transaction.writer().flush();
    }

    @Override
    public void end(Mandate ended) {
        transaction.writer().find(MandateRow.class, ended.number().value()).take(ended.ended());
        transaction.writer().flush();
    }

    @Override
    public List<Mandate> ofPerson(PersonId person) {
        return read("m.personId = :person", Map.of("person", person.value()));
    }

    @Override
    public List<Mandate> ofMandatary(AccountId account) {
        return read("m.accountId = :account AND m.endedAt IS NULL", Map.of("account", account.value()));
    }

    @Override
    public Optional<Mandate> find(MandateNumber number) {
        return read("m.number = :number", Map.of("number", number.value())).stream()
                .findFirst();
    }

    @Override
    public List<Mandate> between(AccountId account, PersonId person) {
        return read(
                "m.accountId = :account AND m.personId = :person AND m.endedAt IS NULL",
                Map.of("account", account.value(), "person", person.value()));
    }

    @Override
    public List<Helped> helped(AccountId account, LocalDate day, Optional<Helped> after, int limit) {
        Condition standing = new Condition(
                "m.accountId = :account AND m.endedAt IS NULL AND m.firstDay <= :day AND m.lastDay >= :day",
                Map.of("account", account.value(), "day", day));
        Condition condition = standing.and(after.map(JpaMandates::following).orElse(Condition.NONE));
        return transaction
                .query(
                        Object[].class,
                        "SELECT m, t, p.civilStatus.familyName, p.civilStatus.givenNames FROM MandateRow m"
                                + " JOIN MandataryRow t ON t.accountId = m.accountId"
                                + " JOIN PersonRow p ON p.id = m.personId"
                                + condition.where()
                                + " ORDER BY p.civilStatus.familyName, p.civilStatus.givenNames, m.number",
                        condition.parameters())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Helped(
                        ((MandateRow) row[0]).value(((MandataryRow) row[1]).value()), (String) row[2], (String) row[3]))
                .toList();
    }

    private static Condition following(Helped last) {
        return new Condition(
                "(p.civilStatus.familyName > :family OR (p.civilStatus.familyName = :family AND"
                        + " (p.civilStatus.givenNames > :given OR (p.civilStatus.givenNames = :given AND m.number > :last))))",
                Map.of(
                        "family", last.familyName(),
                        "given", last.givenNames(),
                        "last", last.mandate().number().value()));
    }

    private List<Mandate> read(String condition, Map<String, Object> parameters) {
        return transaction
                .query(
                        Object[].class,
                        "SELECT m, t FROM MandateRow m JOIN MandataryRow t ON t.accountId = m.accountId WHERE "
                                + condition + " ORDER BY m.givenAt DESC, m.number",
                        parameters)
                .getResultStream()
                .map(pair -> ((MandateRow) pair[0]).value(((MandataryRow) pair[1]).value()))
                .toList();
    }
}
