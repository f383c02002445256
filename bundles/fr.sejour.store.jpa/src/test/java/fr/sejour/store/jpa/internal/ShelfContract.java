package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;

import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One shelf of a contract: the store it is tried on, which is empty before each test. */
abstract class ShelfContract {

    final StoreContract contract;
    final WatchedSource watched;
    final OpenStore open;
    final RawDatabase raw;
    final Store store;

    ShelfContract(StoreContract contract) {
        this.contract = contract;
        this.watched = contract.watched();
        this.open = contract.open();
        this.raw = contract.raw();
        this.store = open.store();
    }

    void write(Consumer<Records> work) {
        Object unused = store.write(records -> {
            work.accept(records);
            return true;
        });
    }

    void keep(CaseRecord... cases) {
        write(records -> {
            Stream.of(cases)
                    .map(it -> it.filed().person())
                    .distinct()
                    .forEach(person -> records.people()
                            .add(aPerson(Integer.parseInt(person.value().substring(7)))));
            Stream.of(cases).forEach(records.cases()::add);
        });
    }

    CaseRecord found(long number) {
        return store.read(records -> records.cases().find(NATIONAL, caseNumber(number)))
                .orElseThrow();
    }
}
