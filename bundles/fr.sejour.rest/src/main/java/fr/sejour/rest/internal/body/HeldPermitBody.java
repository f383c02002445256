package fr.sejour.rest.internal.body;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.rest.internal.problem.Rule;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The permit that a person says they hold. */
public record HeldPermitBody(
        @Nullable String permit,
        @Nullable String number,
        @Nullable String kind,
        @Nullable String validFrom,
        @Nullable String validUntil) {

    HeldPermit toHeldPermit(String part) {
        PermitCode code = Input.value(part + ".permit", Rule.PERMIT, permit, PermitCode::new);
        Optional<DocumentKind> printedAs = Input.optionalCode(part + ".kind", kind, DocumentKind.class);
        LocalDate first = Input.day(part + ".validFrom", validFrom);
        LocalDate last = Input.day(part + ".validUntil", validUntil);
        String printed = Input.value(
                part + ".number",
                Rule.PERMIT_NUMBER,
                number,
                it -> new HeldPermit(code, it, printedAs, first, first).number());
        return Input.value(
                part + ".validUntil",
                Rule.ENDS_BEFORE_IT_BEGINS,
                last,
                it -> new HeldPermit(code, printed, printedAs, first, it));
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "HeldPermitBody[hidden]";
    }
}
