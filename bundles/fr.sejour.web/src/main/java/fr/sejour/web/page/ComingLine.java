package fr.sejour.web.page;

import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.ComingCoverage.Owed;
import fr.sejour.api.prefecture.PrefectureCode;
import gg.jte.Content;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What comes after the proofs of right in hand, in a sentence that a person and an agent read alike. */
public final class ComingLine {

    private ComingLine() {}

    /** @param name how a préfecture is called */
    public static Content of(
            Words words, CatalogueWords labels, ComingCoverage coming, Function<PrefectureCode, String> name) {
        return coming.paper()
                .map(paper -> words.html(
                        "coming.paper",
                        "paper",
                        words.code("paper", paper.kind()),
                        "first",
                        paper.firstDay(),
                        "issued",
                        paper.issuedOn()))
                .or(() -> coming.owed().map(owed -> owed(words, labels, coming, owed, name)))
                .orElseGet(() -> words.html("coming.none", "from", coming.from()));
    }

    private static Content owed(
            Words words,
            CatalogueWords labels,
            ComingCoverage coming,
            Owed owed,
            Function<PrefectureCode, String> name) {
        if (!owed.pieces().isEmpty()) {
            return words.html(
                    "coming.pieces",
                    "from",
                    coming.from(),
                    "pieces",
                    owed.pieces().stream().map(labels::piece).collect(Collectors.joining(", ")));
        }
        return words.html(
                "coming.owed",
                "from",
                coming.from(),
                "what",
                words.code("task", owed.what()),
                "owner",
                owed.owner().map(name).orElseGet(() -> words.say("coming.national")),
                "due",
                owed.dueOn());
    }
}
