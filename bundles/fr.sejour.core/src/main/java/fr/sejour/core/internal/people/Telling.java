package fr.sejour.core.internal.people;

import fr.sejour.api.notice.Notice;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells people what concerns themselves and none of their cases. A notice stands with a case: it is their latest, and somebody
 * without any reads it on their own page.
 */
public final class Telling {

    private final NoticeWriter notices;
    private final CaseLaw law;

    public Telling(NoticeWriter notices, CaseLaw law) {
        this.notices = notices;
        this.law = law;
    }

    /** @param person as they are to be reached */
    public void tell(Records records, PersonRecord person, Told told, Instant now) {
        latest(records, person).ifPresent(record -> tell(records, person, record, told, now));
    }

    void tell(Records records, PersonRecord person, CaseRecord about, Told told, Instant now) {
        Edition edition = law.at(now);
        Notice notice = notices.write(told, person, about, edition, now);
        NoticeWriter.inTheirPlace(person, about, edition, now)
                .ifPresentOrElse(
                        to -> NoticeWriter.owe(records, person, about, notice, to, edition),
                        () -> records.notices().owe(person.id(), notice, person.contact()));
    }

    private static Optional<CaseRecord> latest(Records records, PersonRecord person) {
        return records.cases().ofPerson(Upkeep.READS_ALL, person.id()).stream().findFirst();
    }
}
