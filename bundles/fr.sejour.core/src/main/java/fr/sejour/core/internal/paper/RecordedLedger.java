package fr.sejour.core.internal.paper;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger of somebody as it is recorded.
 *
 * @param zone where its days count: of the préfectures that have served the person the one whose days end last
 */
public record RecordedLedger(CoverageLedger ledger, ZoneId zone) {

    public static RecordedLedger read(
            Records records, Caller caller, PersonRecord person, Edition edition, Instant at) {
        List<CaseRecord> cases = records.cases().ofPerson(caller, person.id());
        Set<ZoneId> zones = cases.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.filed().zone()),
                        edition.prefecture(one.standing().prefecture()).map(Prefecture::zone).stream()))
                .collect(Collectors.toSet());
        ZoneId zone = zones.isEmpty() ? Prefecture.NATIONAL : Ledger.lastToEnd(zones);
        List<Attestation> papers =
                new PaperDays(edition, cases).of(records.papers().ofPerson(caller, person.id()));
        return new RecordedLedger(Ledger.of(person, papers, edition, zone, at), zone);
    }
}
