package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.RelatedCase.Likeness;
import fr.sejour.api.cases.RelatedCase.Link;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A link between two cases in words: the other number, the link, then the reasons, each behind a space. */
final class RelatedCaseText {

    private RelatedCaseText() {}

    static String of(RelatedCase related) {
        Stream<String> reasons = related.reasons().stream().sorted().map(Enum::name);
        return Stream.concat(Stream.of(related.number().value(), related.link().name()), reasons)
                .collect(Collectors.joining(" "));
    }

    static RelatedCase read(String text) {
        String[] words = text.split(" ", -1);
        return new RelatedCase(
                new CaseNumber(words[0]),
                Link.valueOf(words[1]),
                Arrays.stream(words).skip(2).map(Likeness::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
