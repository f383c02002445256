package fr.sejour.console.internal;

import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Optional;

/** A correction as an agent reads it. */
public record CorrectionLine(
        String number,
        String path,
        String personPath,
        String name,
        boolean open,
        String state,
        String at,
        String due,
        String escalation,
        boolean late,
        String owner,
        boolean knownToRegister,
        boolean againstRegister,
        List<CivilStatusWords.Row> rows,
        boolean proven,
        Optional<String> proofPath,
        Optional<String> scan,
        List<Step> steps) {

    public CorrectionLine {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /** One thing that happened on it. */
    public record Step(String at, String by, String what, Optional<String> words) {}

    static CorrectionLine of(Words words, Correction correction) {
        String path = "/people/corrections/" + correction.number();
        Optional<ScanState> scan = correction.proof().map(Proof::scan);
        return new CorrectionLine(
                correction.number().value(),
                path,
                PeopleSection.path(correction.person()),
                correction.before().familyName() + " " + correction.before().givenNames(),
                correction.state() == Correction.State.PROPOSED,
                words.code("correction.state", correction.state()),
                words.moment(correction.at(), Prefecture.NATIONAL),
                words.day(correction.dueOn()),
                words.code("escalation", correction.escalation()),
                correction.escalation() != Task.Escalation.TEAM,
                correction.owner().map(it -> it.value()).orElseGet(() -> words.say("console.reports.national")),
                correction.register().isPresent(),
                correction.againstRegister(),
                CivilStatusWords.compare(words, correction.before(), correction.proposed(), correction.register()),
                scan.isPresent(),
                scan.filter(it -> it == ScanState.CLEAN || it == ScanState.NONE).map(it -> path + "/proof"),
                scan.filter(it -> it != ScanState.CLEAN).map(it -> words.code("scan", it)),
                correction.steps().stream()
                        .map(step -> new Step(
                                words.moment(step.at(), Prefecture.NATIONAL),
                                step.by().value(),
                                words.code("correction.state", step.what()),
                                step.words()))
                        .toList());
    }
}
