package fr.sejour.portal.internal;

import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;

/** A mandate as its giver reads it. */
public record MandateView(
        String number,
        String name,
        String kind,
        List<String> allows,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean ends,
        String state,
        List<Done> done) {

    public MandateView {
        allows = List.copyOf(allows);
        done = List.copyOf(done);
    }

    /** One thing that was done. */
    public record Done(String caseNumber, String at, String what) {}

    static MandateView of(Words words, MandateFile file) {
        Mandate mandate = file.mandate();
        boolean ended = mandate.ended().isPresent();
        return new MandateView(
                mandate.number().value(),
                mandate.mandatary().name(),
                words.code("helpers.kind", mandate.mandatary().kind()),
                mandate.allows().stream()
                        .sorted()
                        .map(it -> words.code("helpers.allows", it))
                        .toList(),
                mandate.firstDay(),
                mandate.lastDay(),
                !ended,
                words.say(file.stands() ? "helpers.stands" : ended ? "helpers.ended" : "helpers.not-today"),
                file.done().stream()
                        .map(it -> new Done(
                                it.caseNumber().value(),
                                words.moment(it.at(), Prefecture.NATIONAL),
                                words.say("journal." + it.what())))
                        .toList());
    }
}
