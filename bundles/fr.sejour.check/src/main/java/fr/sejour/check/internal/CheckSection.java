package fr.sejour.check.internal;

import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.ShareAnswer;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.check.internal.template.StaticTemplates;
import fr.sejour.check.internal.template.Templates;
import fr.sejour.web.page.Asset;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Door;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Page.Power;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where an employer, a bank or a landlord checks a paper, without an account. What they type never stands in an address. */
@Component(service = Section.class)
public final class CheckSection implements Section {

    static final String NAME = "check";

    private static final String PATH = "/check";
    private static final String PROOF = "/check/proof";
    private static final Templates TEMPLATES = new StaticTemplates();

    private final CheckDesk desk;

    @Activate
    public CheckSection(@Reference CheckDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("check.section");
    }

    @Override
    public Optional<Door> door() {
        return Optional.of(new Door(20, "check.door", "check.door.about"));
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get(PATH, Audience.ANYONE, this::ask),
                Page.post(PATH, Audience.ANYONE, this::answer),
                Page.get(PROOF, Audience.ANYONE, this::askProof),
                Page.post(PROOF, Audience.ANYONE, this::readProof),
                Page.get(OfflineFiles.PAGE, Audience.ANYONE, this::readSeals)
                        .with(Power.CAMERA, Power.WEB_ASSEMBLY, Power.NO_NETWORK));
    }

    @Override
    public Optional<Asset> asset(String name) {
        return OfflineFiles.find(name);
    }

    private Reply readSeals(Visit visit) {
        OfflineView view = OfflineView.of(visit.words(), visit.asked("in").orElse(""));
        return Reply.page(view.words().say("seal.title"), TEMPLATES.offline(view));
    }

    private Reply ask(Visit visit) {
        return form(visit.form(), 200);
    }

    private Reply answer(Visit visit) {
        Form form = visit.form();
        Optional<TypedCode> code = form.read("check-code", TypedCode::read);
        Optional<LocalDate> birthDate = form.day("birth-date");
        if (!form.stands()) {
            return form(form, 422);
        }
        try {
            return answered(form, code.orElseThrow(), birthDate.orElseThrow());
        } catch (CaseException e) {
            if (e.code() == ErrorCode.CHECK_REFUSED) {
                form.refuseAll("check.refused");
                return form(form, 422);
            }
            if (e.code() == ErrorCode.TOO_MANY_ATTEMPTS) {
                form.refuse(e);
                return form(form, 429);
            }
            throw e;
        }
    }

    private Reply answered(Form form, TypedCode code, LocalDate birthDate) {
        if (code instanceof TypedCode.OfPaper paper) {
            return page(form, desk.check(paper.code(), birthDate));
        }
        return page(form, desk.check(((TypedCode.Shared) code).code(), birthDate));
    }

    private Reply askProof(Visit visit) {
        return proofForm(visit.form(), 200);
    }

    private Reply readProof(Visit visit) {
        Form form = visit.form();
        Optional<String> proof = form.inWords("check-proof").map(it -> it.replaceAll("\\s", ""));
        if (!form.stands()) {
            return proofForm(form, 422);
        }
        Optional<Reply> read = proof.flatMap(it -> desk.paperProven(it)
                .map(paper -> page(form, paper))
                .or(() -> desk.shareProven(it).map(share -> page(form, share))));
        return read.orElseGet(() -> {
            form.refuse(new CaseException(ErrorCode.PROOF_REFUSED));
            return proofForm(form, 422);
        });
    }

    private static Reply page(Form form, CheckAnswer answer) {
        AnswerView view = AnswerView.of(form.words(), answer);
        return Reply.page(view.headline(), TEMPLATES.answer(form, view));
    }

    private static Reply page(Form form, ShareAnswer answer) {
        ShareView view = ShareView.of(form.words(), answer);
        return Reply.page(view.headline(), TEMPLATES.shared(form, view));
    }

    private static Reply proofForm(Form form, int status) {
        return new Reply.Html(status, form.words().say("check.proof.title"), TEMPLATES.proof(form));
    }

    private static Reply form(Form form, int status) {
        return new Reply.Html(status, form.words().say("check.title"), TEMPLATES.ask(form));
    }
}
