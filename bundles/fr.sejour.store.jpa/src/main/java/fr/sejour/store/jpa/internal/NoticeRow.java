package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message owed to a person. */
@Entity
@Table(name = "notice")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class NoticeRow {

    @Id
    @Column(name = "notice_id")
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "case_position")
    int position;

    String kind;

    String language;

    String subject;

    @Lob
    String body;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "seen_at")
    @Nullable
    Instant seenAt;

    @Column(name = "to_email")
    @Nullable
    String toEmail;

    @Column(name = "to_phone")
    @Nullable
    String toPhone;

    @Column(name = "to_language")
    @Nullable
    String toLanguage;

    @Column(name = "to_until")
    @Nullable
    Instant toUntil;

    static NoticeRow of(PersonId person, Notice notice, int position) {
        NoticeRow row = new NoticeRow();
        row.id = notice.id();
        row.personId = person.value();
        row.caseNumber = notice.caseNumber().value();
        row.position = position;
        row.kind = notice.kind();
        row.language = notice.language();
        row.subject = notice.subject();
        row.body = notice.body();
        row.createdAt = UtcInstants.kept(notice.createdAt());
        row.seenAt = notice.seenAt().map(UtcInstants::kept).orElse(null);
        return row;
    }

    void sendTo(Contact to) {
        toEmail = to.email().orElse(null);
        toPhone = to.phone().orElse(null);
        toLanguage = to.language();
    }

    void sendUntil(Instant until) {
        toUntil = UtcInstants.kept(until);
    }

    /** Where it goes at that instant, when that was said with it. */
    Optional<Contact> to(Instant now) {
        return Optional.ofNullable(toLanguage)
                .filter(said -> toUntil == null || now.isBefore(toUntil))
                .map(language -> new Contact(Optional.ofNullable(toEmail), Optional.ofNullable(toPhone), language));
    }

    Notice value() {
        return new Notice(
                id, kind, new CaseNumber(caseNumber), language, subject, body, createdAt, Optional.ofNullable(seenAt));
    }
}
