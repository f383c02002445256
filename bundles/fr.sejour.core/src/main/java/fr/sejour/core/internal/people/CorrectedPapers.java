package fr.sejour.core.internal.people;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.paper.PaperDays;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PaperRecords;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts papers with who the person is in the place of those that say who they were taken for. */
public final class CorrectedPapers {

    /** Why a paper ended whose holder was taken for somebody they are not. */
    public static final String REASON = "corrected";

    private final Numbers numbers = new Numbers();
    private final Telling telling;
    private final CaseLaw law;

    CorrectedPapers(Telling telling, CaseLaw law) {
        this.telling = telling;
        this.law = law;
    }

    /**
     * Ends each paper in the person's hand and issues the same rights until the same day in the same instant.
     *
     * @param now known with their new civil status
     * @return how many were replaced
     */
    int replace(Records records, CivilStatus before, PersonRecord person, Instant now) {
        if (printed(before).equals(printed(person.civilStatus()))) {
            return 0;
        }
        PaperDays days = new PaperDays(law.at(now), records.cases().ofPerson(Upkeep.READS_ALL, person.id()));
        List<Attestation> held = records.papers().ofPerson(Upkeep.READS_ALL, person.id()).stream()
                .filter(paper -> paper.end().isEmpty())
                .filter(paper ->
                        days.of(paper).validity().end().map(now::isBefore).orElse(true))
                .toList();
        firstDays(held, days, now).forEach((paper, first) -> replace(records, paper, first, person, now));
        return held.size();
    }

    /**
     * The day on which each fresh paper begins: today, or its own when the old one begins later or proves the day of the filing, which
     * no correction moves. The store keeps one paper of a kind and a source for a day of a case: of two that judges ordered, the one
     * that began before the other begins on its old day.
     */
    private static Map<Attestation, LocalDate> firstDays(List<Attestation> held, PaperDays days, Instant now) {
        Map<Attestation, LocalDate> first = new LinkedHashMap<>();
        Set<List<Object>> taken = new HashSet<>();
        held.stream().sorted(PaperRecords.ORDER.reversed()).forEach(paper -> {
            LocalDate own = paper.validity().firstDay();
            LocalDate today = now.atZone(days.of(paper).validity().endZone()).toLocalDate();
            boolean moves = paper.kind() != PaperKind.ATTESTATION_DE_DEPOT && own.isBefore(today);
            LocalDate day = moves && !taken.contains(slot(paper, today)) ? today : own;
            taken.add(slot(paper, day));
            first.put(paper, day);
        });
        return first;
    }

    private static List<Object> slot(Attestation paper, LocalDate first) {
        return List.of(paper.caseNumber(), paper.kind(), paper.isOfTheCommission(), paper.isOrdered(), first);
    }

    /** What of a civil status stands on a paper. */
    private static List<Object> printed(CivilStatus person) {
        return List.of(person.familyName(), person.givenNames(), person.birthDate());
    }

    private void replace(Records records, Attestation paper, LocalDate first, PersonRecord person, Instant now) {
        Attestation fresh = paper.again(numbers.attestationNumber(), numbers.checkCode(), first, now, REASON);
        records.papers().end(paper.number(), new Attestation.End(now, REASON));
        records.papers().add(fresh);
        servedBy(records, paper.number(), fresh);
        note(records, paper, "paper-ended", paper.number() + " " + REASON, now);
        note(records, paper, "paper-issued", fresh.number() + " " + fresh.kind(), now);
        CaseRecord about =
                records.cases().find(Upkeep.READS_ALL, paper.caseNumber()).orElseThrow();
        telling.tell(records, person, about, NoticeWriter.paperIssued(fresh), now);
    }

    /** What a judge ordered stays ordered: the order is served by the paper that stands now, and lasts as long as the judge said. */
    private static void servedBy(Records records, AttestationNumber before, Attestation fresh) {
        for (CaseRecord record : records.cases().ofPerson(Upkeep.READS_ALL, fresh.person())) {
            List<CourtOrder> orders = record.orders().stream()
                    .map(order -> order.issued().equals(Optional.of(before)) ? order.issuedAs(fresh.number()) : order)
                    .toList();
            if (!orders.equals(record.orders())) {
                records.cases().change(record.withOrders(orders));
            }
        }
    }

    private static void note(Records records, Attestation paper, String what, String detail, Instant now) {
        records.cases()
                .write(
                        paper.caseNumber(),
                        new JournalEntry(now, Upkeep.PLATFORM, what, detail, Optional.of(paper.edition())));
    }
}
