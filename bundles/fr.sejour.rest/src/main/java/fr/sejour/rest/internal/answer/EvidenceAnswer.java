package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.Evidence;
import java.time.Instant;
import java.util.List;

/** The files that a person has given, newest first, each with every place it was given to. */
public record EvidenceAnswer(List<FileAnswer> files) {

    /** A file, kept once. */
    public record FileAnswer(
            String evidence,
            String mediaType,
            long size,
            String digest,
            String scan,
            Instant givenAt,
            List<UseAnswer> uses) {}

    /** A piece that was given by it. */
    public record UseAnswer(String caseNumber, String type, int version, boolean stands) {}

    public static EvidenceAnswer of(List<Evidence> files) {
        return new EvidenceAnswer(files.stream()
                .map(file -> new FileAnswer(
                        file.id().value(),
                        file.mediaType(),
                        file.size(),
                        file.digest(),
                        Codes.of(file.scan()),
                        file.givenAt(),
                        file.uses().stream()
                                .map(use -> new UseAnswer(
                                        use.caseNumber().value(), use.type().value(), use.version(), use.stands()))
                                .toList()))
                .toList());
    }
}
