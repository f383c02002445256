package fr.sejour.web.preview;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.PersonId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The mandates of the sample person to one invented association. */
public final class SampleMandates implements Mandates {

    public static final AccountId HELPER = new AccountId("a-4");
    public static final MandateNumber NUMBER = new MandateNumber("MA-0000-0000-0001");
    public static final Mandatary ASSOCIATION =
            new Mandatary(HELPER, new MandataryCode("A1DE-0001"), "Les Voisins inventés", Mandatary.Kind.ASSOCIATION);

    private final List<Mandate> given = new ArrayList<>();
    private int perPage = HelpedPage.ROWS;

    /** From now on one mandate stands, which allows that. */
    public void allow(Set<Permission> permissions) {
        given.clear();
        add(permissions, Optional.empty());
    }

    /** From now on two stand, and a page holds one. */
    public void fillMoreThanAPage() {
        allow(EnumSet.allOf(Permission.class));
        add(EnumSet.of(Permission.READ), Optional.empty());
        perPage = 1;
    }

    private Mandate add(Set<Permission> permissions, Optional<String> document) {
        Mandate mandate = new Mandate(
                new MandateNumber("MA-0000-0000-000" + (given.size() + 1)),
                Platform.PERSON,
                ASSOCIATION,
                permissions,
                Platform.TODAY,
                Platform.TODAY.plusMonths(6),
                new Mandate.Given(Platform.NOW, HELPER, document),
                Optional.empty());
        given.add(mandate);
        return mandate;
    }

    @Override
    public MandateFile give(Caller caller, PersonId person, NewMandate said) {
        if (!said.mandatary().equals(ASSOCIATION.code())) {
            throw new CaseException(ErrorCode.UNKNOWN_MANDATARY);
        }
        return file(add(said.allows(), said.document()));
    }

    @Override
    public List<MandateFile> ofPerson(Caller caller, PersonId person) {
        return given.stream().map(SampleMandates::file).toList();
    }

    private static MandateFile file(Mandate mandate) {
        return new MandateFile(mandate, mandate.standsOn(Platform.TODAY), List.of());
    }

    @Override
    public void end(Caller caller, PersonId person, MandateNumber number) {
        given.replaceAll(it -> it.number().equals(number) ? it.endedBy(caller.account(), Platform.NOW) : it);
    }

    @Override
    public void close(Caller caller, MandataryCode code) {
        throw new UnsupportedOperationException("the API's own");
    }

    @Override
    public HelpedPage own(Caller caller, Optional<MandateNumber> after) {
        if (caller.role() != Role.HELPER) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        List<Helped> standing = given.stream()
                .filter(it -> it.standsOn(Platform.TODAY))
                .filter(it -> after.map(key -> it.number().value().compareTo(key.value()) > 0)
                        .orElse(true))
                .map(it -> new Helped(it, "Ben Ali", "Amina"))
                .toList();
        return new HelpedPage(
                standing.stream().limit(perPage).toList(),
                standing.size() > perPage
                        ? Optional.of(standing.get(perPage - 1).mandate().number())
                        : Optional.empty());
    }

    @Override
    public Helped own(Caller caller, MandateNumber number) {
        return own(caller, Optional.empty()).people().stream()
                .filter(it -> it.mandate().number().equals(number))
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }
}
