package fr.sejour.rest.internal.resource;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.access.SignIn.Enrolment;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.rest.internal.answer.AccountAnswer;
import fr.sejour.rest.internal.answer.SessionAnswer;
import fr.sejour.rest.internal.body.AccessBody;
import fr.sejour.rest.internal.body.AccountBody;
import fr.sejour.rest.internal.body.Input;
import fr.sejour.rest.internal.body.MandataryBody;
import fr.sejour.rest.internal.request.Asking;
import fr.sejour.rest.internal.request.OpenToAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Opens accounts: of applicants for anybody, of agents, helpers and national services for one of the national services. */
@Component(service = AccountsResource.class)
@JakartarsResource
@Closed
@Path("accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {

    private final SignIn signIn;

    @Activate
    public AccountsResource(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @POST
    @OpenToAll
    public Response openAccount(@Context SecurityContext security, @Nullable AccountBody sent) {
        AccountBody body = Input.required("", sent);
        Role role = body.toRole();
        Login login = body.toLogin();
        String password = body.toPassword();
        AccountAnswer answer = role == Role.APPLICANT
                ? openForApplicant(body, login, password)
                : openForAgent(Asking.of(security), body, role, login, password);
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    @PUT
    @Path("own")
    public SessionAnswer changeAccess(@Context SecurityContext security, @Nullable AccessBody sent) {
        Asking asking = Asking.of(security);
        AccessBody body = Input.required("", sent);
        return SessionAnswer.of(
                signIn.changeAccess(asking.caller(), body.toPresent(), body.toLogin(), body.toPassword()));
    }

    private AccountAnswer openForApplicant(AccountBody body, Login login, String password) {
        body.toPrefectures(Role.APPLICANT);
        body.toHelper(Role.APPLICANT);
        Caller caller = signIn.register(login, password, body.toCivilStatus(), body.toContact());
        return AccountAnswer.of(login, caller);
    }

    private AccountAnswer openForAgent(Asking asking, AccountBody body, Role role, Login login, String password) {
        Caller by = asking.caller();
        if (by.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        body.speaksForNobody();
        Optional<MandataryBody> helper = body.toHelper(role);
        if (helper.isPresent()) {
            body.toPrefectures(role);
            return AccountAnswer.of(
                    login,
                    signIn.enrolHelper(
                            by,
                            login,
                            password,
                            helper.get().toName(),
                            helper.get().toKind()));
        }
        Enrolment enrolment = signIn.enrolAgent(by, login, password, body.toPrefectures(role));
        return AccountAnswer.of(login, enrolment);
    }
}
