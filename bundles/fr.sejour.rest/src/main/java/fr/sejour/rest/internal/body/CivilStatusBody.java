package fr.sejour.rest.internal.body;

import fr.sejour.api.person.CivilStatus;
import fr.sejour.rest.internal.problem.Rule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who a person says they are. */
public record CivilStatusBody(
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String birthDate,
        @Nullable String nationality) {

    private static final String STATELESS = "XX";

    CivilStatus toCivilStatus(String part) {
        LocalDate born = Input.day(part + ".birthDate", birthDate);
        String family = Input.value(
                part + ".familyName",
                Rule.NAME,
                familyName,
                it -> new CivilStatus(it, it, born, STATELESS).familyName());
        String given = Input.value(
                part + ".givenNames",
                Rule.NAME,
                givenNames,
                it -> new CivilStatus(family, it, born, STATELESS).givenNames());
        return Input.value(
                part + ".nationality", Rule.NATIONALITY, nationality, it -> new CivilStatus(family, given, born, it));
    }

    /** Never the person. */
    @Override
    public String toString() {
        return "CivilStatusBody[hidden]";
    }
}
