package fr.sejour.rest.internal.body;

import fr.sejour.api.mandate.Mandatary;
import fr.sejour.rest.internal.problem.Rule;
import org.jspecify.annotations.Nullable;

/** Who an account of an association or a lawyer is opened for. */
public record MandataryBody(@Nullable String name, @Nullable String kind) {

    public String toName() {
        return Input.value("helper.name", Rule.NAME, name, Mandatary::name);
    }

    public Mandatary.Kind toKind() {
        return Input.code("helper.kind", kind, Mandatary.Kind.class);
    }
}
