package fr.sejour.rest.internal.body;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account to open.
 *
 * @param role an applicant's account when it is absent
 * @param civilStatus of an applicant, and of nobody else
 * @param prefectures whom an agent serves; of an agent, and of nobody else
 * @param helper which association or lawyer; of a helper, and of nobody else
 */
public record AccountBody(
        @Nullable String role,
        @Nullable String login,
        @Nullable String password,
        @Nullable CivilStatusBody civilStatus,
        @Nullable ContactBody contact,
        @Nullable List<@Nullable String> prefectures,
        @Nullable MandataryBody helper) {

    private static final int MOST_PREFECTURES = 110;

    public Role toRole() {
        return Input.optionalCode("role", role, Role.class).orElse(Role.APPLICANT);
    }

    public Login toLogin() {
        return Input.value("login", Rule.LOGIN, login, Login::new);
    }

    public String toPassword() {
        return Input.required("password", password);
    }

    public CivilStatus toCivilStatus() {
        return Input.required("civilStatus", civilStatus).toCivilStatus("civilStatus");
    }

    public Contact toContact() {
        ContactBody given = contact == null ? new ContactBody(null, null, null) : contact;
        return given.toContact("contact");
    }

    /** @throws BadInput when the préfectures do not fit the role */
    public Set<PrefectureCode> toPrefectures(Role opened) {
        List<@Nullable String> named = prefectures == null ? List.of() : prefectures;
        if (named.isEmpty() == (opened == Role.AGENT)) {
            throw new BadInput("prefectures", opened == Role.AGENT ? Rule.REQUIRED : Rule.NOT_FOR_THIS_ROLE);
        }
        if (named.size() > MOST_PREFECTURES) {
            throw new BadInput("prefectures", Rule.TOO_LONG);
        }
        return named.stream()
                .map(it -> Input.value("prefectures", Rule.PREFECTURE, it, PrefectureCode::new))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws BadInput when it does not fit the role */
    public Optional<MandataryBody> toHelper(Role opened) {
        if ((helper == null) == (opened == Role.HELPER)) {
            throw new BadInput("helper", opened == Role.HELPER ? Rule.REQUIRED : Rule.NOT_FOR_THIS_ROLE);
        }
        return Optional.ofNullable(helper);
    }

    /** @throws BadInput when an agent's account comes with a person */
    public void speaksForNobody() {
        if (civilStatus != null) {
            throw new BadInput("civilStatus", Rule.NOT_FOR_THIS_ROLE);
        }
        if (contact != null) {
            throw new BadInput("contact", Rule.NOT_FOR_THIS_ROLE);
        }
    }

    /** Never the password, never the person. */
    @Override
    public String toString() {
        return "AccountBody[hidden]";
    }
}
