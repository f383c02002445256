package fr.sejour.web.page;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.HeldPermit;
import java.util.Optional;

/** The permit in somebody's hand, as forms ask for it. */
public final class HeldPermitWords {

    private HeldPermitWords() {}

    /**
     * The permit of a form with the fields {@code held-permit}, {@code held-number}, {@code held-from} and {@code held-until}; empty,
     * with the faults noted at them, when they hold none.
     */
    public static Optional<HeldPermit> read(Form form) {
        Optional<PermitCode> code = form.read("held-permit", PermitCode::new);
        Optional<String> number = form.inWords("held-number");
        Optional<Form.Span> days = form.span("held-from", "held-until", HeldPermit::requireDays);
        return form.together(
                "held-number",
                () -> new HeldPermit(
                        code.orElseThrow(),
                        number.orElseThrow(),
                        Optional.empty(),
                        days.orElseThrow().from(),
                        days.orElseThrow().until()));
    }
}
