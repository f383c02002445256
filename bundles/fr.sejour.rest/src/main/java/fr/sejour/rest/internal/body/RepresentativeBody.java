package fr.sejour.rest.internal.body;

import fr.sejour.api.person.Contact;
import fr.sejour.api.person.Representative;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who acts for a person under eighteen. */
public record RepresentativeBody(
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String quality,
        @Nullable ContactBody contact) {

    public Representative toRepresentative() {
        Representative.Quality why = Input.code("quality", quality, Representative.Quality.class);
        Contact reached = Optional.ofNullable(contact)
                .orElseGet(() -> new ContactBody(null, null, null))
                .toContact("contact");
        String family = Input.value(
                "familyName", Rule.NAME, familyName, it -> new Representative(it, it, why, reached).familyName());
        return Input.value("givenNames", Rule.NAME, givenNames, it -> new Representative(family, it, why, reached));
    }

    /** Never the person. */
    @Override
    public String toString() {
        return "RepresentativeBody[hidden]";
    }
}
