package fr.sejour.portal.internal;

import fr.sejour.api.cases.ScanState;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A correction as the person reads it. */
public record CorrectionView(
        String number,
        String path,
        boolean open,
        String state,
        String tone,
        String at,
        LocalDate due,
        List<CivilStatusWords.Row> rows,
        Optional<Proof> proof,
        List<Step> steps) {

    public CorrectionView {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /**
     * The file that came with it.
     *
     * @param path where it is opened; empty for a file that nobody is given any more
     * @param scan what the scanner says, when it is not what one hopes
     */
    public record Proof(Optional<String> path, Optional<String> scan) {}

    /** One thing that happened on it. */
    public record Step(String what, String at, Optional<String> words) {}

    static CorrectionView of(Words words, Correction correction) {
        String path = "/details/corrections/" + correction.number();
        return new CorrectionView(
                correction.number().value(),
                path,
                correction.state() == Correction.State.PROPOSED,
                words.code("correction.state", correction.state()),
                switch (correction.state()) {
                    case PROPOSED -> "open";
                    case APPROVED -> "yes";
                    case REFUSED -> "no";
                    case WITHDRAWN -> "plain";
                },
                words.moment(correction.at(), Prefecture.NATIONAL),
                correction.dueOn(),
                CivilStatusWords.compare(words, correction.before(), correction.proposed(), Optional.empty()),
                correction.proof().map(it -> proof(words, path, it.scan())),
                correction.steps().stream()
                        .map(step -> new Step(
                                words.code("correction.state", step.what()),
                                words.moment(step.at(), Prefecture.NATIONAL),
                                step.words()))
                        .toList());
    }

    private static Proof proof(Words words, String path, ScanState scan) {
        return new Proof(
                Optional.of(path + "/proof").filter(it -> scan != ScanState.INFECTED),
                Optional.of(scan)
                        .filter(it -> it == ScanState.WAITING || it == ScanState.INFECTED)
                        .map(it -> words.code("scan", it)));
    }
}
