package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person as they see themselves. */
public record PersonAnswer(
        String personId,
        CivilStatusAnswer civilStatus,
        ContactAnswer contact,
        @Nullable String foreignerNumber,
        List<HeldPermitFactAnswer> heldPermits,
        @Nullable String protection,
        @Nullable RepresentativeAnswer representative) {

    /** Who acts for the person until they are eighteen. */
    public record RepresentativeAnswer(String familyName, String givenNames, String quality, ContactAnswer contact) {

        static RepresentativeAnswer of(Representative named) {
            return new RepresentativeAnswer(
                    named.familyName(),
                    named.givenNames(),
                    Codes.of(named.quality()),
                    ContactAnswer.of(named.contact()));
        }
    }

    /** Who the person is, and how sure the platform is of it. */
    public record CivilStatusAnswer(
            String familyName, String givenNames, LocalDate birthDate, String nationality, String level) {}

    /** How the person is reached. */
    public record ContactAnswer(
            @Nullable String email, @Nullable String phone, String language) {

        static ContactAnswer of(Contact contact) {
            return new ContactAnswer(
                    contact.email().orElse(null), contact.phone().orElse(null), contact.language());
        }
    }

    /** A held permit, and how sure the platform is of it. */
    public record HeldPermitFactAnswer(String reference, HeldPermitAnswer permit, String level, Instant since) {}

    public static PersonAnswer of(PersonProfile person) {
        return new PersonAnswer(
                person.id().value(),
                new CivilStatusAnswer(
                        person.civilStatus().familyName(),
                        person.civilStatus().givenNames(),
                        person.civilStatus().birthDate(),
                        person.civilStatus().nationality(),
                        Codes.of(person.civilStatusLevel())),
                ContactAnswer.of(person.contact()),
                person.foreignerNumber().map(ForeignerNumber::value).orElse(null),
                person.heldPermits().stream()
                        .map(it -> new HeldPermitFactAnswer(
                                it.reference(), HeldPermitAnswer.of(it.permit()), Codes.of(it.level()), it.since()))
                        .toList(),
                person.protection().map(PermitCode::value).orElse(null),
                person.representative().map(RepresentativeAnswer::of).orElse(null));
    }
}
