package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonProfile;
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
        @Nullable String protection) {

    /** Who the person is, and how sure the platform is of it. */
    public record CivilStatusAnswer(
            String familyName, String givenNames, LocalDate birthDate, String nationality, String level) {}

    /** How the person is reached. */
    public record ContactAnswer(
            @Nullable String email, @Nullable String phone, String language) {}

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
                new ContactAnswer(
                        person.contact().email().orElse(null),
                        person.contact().phone().orElse(null),
                        person.contact().language()),
                person.foreignerNumber().map(ForeignerNumber::value).orElse(null),
                person.heldPermits().stream()
                        .map(it -> new HeldPermitFactAnswer(
                                it.reference(), HeldPermitAnswer.of(it.permit()), Codes.of(it.level()), it.since()))
                        .toList(),
                person.protection().map(PermitCode::value).orElse(null));
    }
}
