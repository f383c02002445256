package fr.sejour.core.internal.desk;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which papers are taken back with one that was obtained by fraud: the next one is issued days ahead, rests on the same facts, and would
 * begin by itself before anybody has looked at them.
 */
final class Revocation {

    private static final Set<PaperKind> FOLLOW_ONE_ANOTHER =
            EnumSet.of(PaperKind.ATTESTATION_DE_PROLONGATION, PaperKind.RECEPISSE);

    private Revocation() {}

    /** The act, and for the same reasons one more for each paper of the case that has not begun; what a judge ordered stands. */
    static List<Act> withWhatFollows(Records records, CaseRecord record, Act act, Instant now) {
        if (!(act instanceof Act.RevokePaper revoke)) {
            return List.of(act);
        }
        Stream<Act> next = records
                .papers()
                .ofPerson(Upkeep.READS_ALL, record.filed().person())
                .stream()
                .filter(paper -> Duplicates.numbers(record).contains(paper.caseNumber()))
                .filter(paper -> FOLLOW_ONE_ANOTHER.contains(paper.kind()))
                .filter(paper ->
                        paper.end().isEmpty() && paper.validity().start().isAfter(now))
                .map(Attestation::number)
                .filter(number -> !number.equals(revoke.paper()) && !isOrdered(record, number))
                .map(number -> new Act.RevokePaper(number, revoke.reason(), revoke.delegation()));
        return Stream.concat(Stream.of(act), next).toList();
    }

    private static boolean isOrdered(CaseRecord record, AttestationNumber paper) {
        return record.orders().stream().map(CourtOrder::issued).anyMatch(Optional.of(paper)::equals);
    }

    /** The papers that these take back. */
    static Stream<AttestationNumber> of(List<Act> acts) {
        return acts.stream().filter(Act.RevokePaper.class::isInstance).map(act -> ((Act.RevokePaper) act).paper());
    }
}
