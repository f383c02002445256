package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionEffect.Next;
import fr.sejour.api.right.RightsCode;
import fr.sejour.core.internal.paper.RightsChange;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.law.Editions;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Puts a case before the law as it is and as it would be, and writes nothing. */
public final class EditionTrial {

    private final CaseLaw before;
    private final CaseLaw after;
    private final Instant at;

    /** @param candidate an edition that is not in force yet is tried on its first day */
    public EditionTrial(Editions before, Editions after, EditionStamp candidate, Instant now) {
        this.before = new CaseLaw(before);
        this.after = new CaseLaw(after);
        // in Paris that day has begun, and nearly everywhere
        Instant first = candidate.inForceFrom().atTime(12, 0).toInstant(ZoneOffset.UTC);
        this.at = first.isAfter(now) ? first : now;
    }

    /** What would change for the case; empty when nothing would. */
    public Optional<EditionEffect> of(Records records, CaseRecord record) {
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, record.filed().person()).orElseThrow();
        List<Attestation> papers = records.papers().ofPerson(Upkeep.READS_ALL, person.id());
        CaseToday is = new CaseToday(before, Lead.USUAL, record, person, papers, at);
        CaseToday would = new CaseToday(after, Lead.USUAL, record, person, papers, at);
        return effect(record, next(is), next(would)).or(() -> effect(record, is.extension(), would.extension()));
    }

    private static Optional<EditionEffect> effect(
            CaseRecord record, Optional<PaperGrant> is, Optional<PaperGrant> would) {
        return change(is, would)
                .map(change -> new EditionEffect(
                        record.number(),
                        record.standing().prefecture(),
                        change,
                        is.map(EditionTrial::said),
                        would.map(EditionTrial::said)));
    }

    private static Optional<PaperGrant> next(CaseToday today) {
        return today.chainGoesOn() ? today.continuing() : today.favourable();
    }

    private static Optional<Change> change(Optional<PaperGrant> is, Optional<PaperGrant> would) {
        if (is.isEmpty() || would.isEmpty()) {
            return is.isEmpty() && would.isEmpty()
                    ? Optional.empty()
                    : Optional.of(is.isEmpty() ? Change.MORE : Change.FEWER);
        }
        return RightsChange.between(is.get().rights(), would.get().rights())
                .or(() -> said(is.get()).equals(said(would.get())) ? Optional.empty() : Optional.of(Change.OTHER));
    }

    private static Next said(PaperGrant grant) {
        return new Next(
                grant.kind(), RightsCode.of(grant.rights()), grant.validity().lastDay());
    }
}
