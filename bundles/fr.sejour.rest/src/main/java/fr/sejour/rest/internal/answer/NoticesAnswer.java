package fr.sejour.rest.internal.answer;

import fr.sejour.api.notice.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's inbox, newest first. */
public record NoticesAnswer(List<NoticeAnswer> notices) {

    /** One message, in the words it was sent. */
    public record NoticeAnswer(
            String id,
            String kind,
            String caseNumber,
            String language,
            String subject,
            String body,
            Instant createdAt,
            @Nullable Instant seenAt) {}

    public static NoticesAnswer of(List<Notice> notices) {
        return new NoticesAnswer(notices.stream()
                .map(it -> new NoticeAnswer(
                        it.id(),
                        it.kind(),
                        it.caseNumber().value(),
                        it.language(),
                        it.subject(),
                        it.body(),
                        it.createdAt(),
                        it.seenAt().orElse(null)))
                .toList());
    }
}
