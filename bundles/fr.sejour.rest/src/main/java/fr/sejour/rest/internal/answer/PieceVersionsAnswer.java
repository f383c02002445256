package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.PieceVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every version of every piece ever given to a case, by piece, oldest first. */
public record PieceVersionsAnswer(List<VersionAnswer> versions) {

    /** @param ended when and how it stopped standing; absent for the one that stands */
    public record VersionAnswer(
            String type,
            int version,
            String evidence,
            String mediaType,
            long size,
            String digest,
            String scan,
            Instant givenAt,
            String by,
            @Nullable EndAnswer ended) {}

    /** How a version stopped standing. */
    public record EndAnswer(Instant at, String how) {}

    public static PieceVersionsAnswer of(List<PieceVersion> versions) {
        return new PieceVersionsAnswer(versions.stream()
                .map(it -> new VersionAnswer(
                        it.type().value(),
                        it.version(),
                        it.evidence().value(),
                        it.mediaType(),
                        it.size(),
                        it.digest(),
                        Codes.of(it.scan()),
                        it.givenAt(),
                        it.by().value(),
                        it.end()
                                .map(end -> new EndAnswer(end.at(), Codes.of(end.how())))
                                .orElse(null)))
                .toList());
    }
}
