package fr.sejour.rest.internal.body;

import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.rest.internal.problem.Rule;
import org.jspecify.annotations.Nullable;

/** Where a person says they live. */
public record ResidenceBody(
        @Nullable String address, @Nullable String commune) {

    Residence toResidence(String part) {
        return read(part + ".");
    }

    /** The residence when it is all that was sent. */
    public Residence toResidence() {
        return read("");
    }

    private Residence read(String before) {
        CommuneCode code = Input.value(before + "commune", Rule.COMMUNE, commune, CommuneCode::new);
        return Input.value(before + "address", Rule.ADDRESS, address, it -> new Residence(it, code));
    }

    /** Never the address. */
    @Override
    public String toString() {
        return "ResidenceBody[hidden]";
    }
}
