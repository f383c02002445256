package fr.sejour.portal.internal;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.PaperForms;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.portal.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The form to print: with the national list of pieces and a serial number of its own, for anybody, in stock too. It asks nobody who
 * they are and needs no database, so that it can still be printed while the platform cannot take filings.
 */
@Component(service = Section.class)
public final class FormSection implements Section {

    private static final String NAME = "form";
    private static final Templates TEMPLATES = new StaticTemplates();

    private final EntryDesk entries;
    private final Catalogue catalogue;
    private final PaperForms prints;

    @Activate
    public FormSection(@Reference EntryDesk entries, @Reference Catalogue catalogue, @Reference PaperForms prints) {
        this.entries = entries;
        this.catalogue = catalogue;
        this.prints = prints;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("form-page.title");
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get("/form", Audience.ANYONE, this::permits),
                Page.get("/form/{permit}", Audience.ANYONE, this::form),
                Page.get("/form/{permit}/{serial}", Audience.ANYONE, this::print));
    }

    private Reply permits(Visit visit) {
        CatalogueWords labels = new CatalogueWords(visit.words(), catalogue.permits(visit.today()));
        return Reply.page(visit.words().say("form-page.title"), TEMPLATES.paperForms(visit.words(), labels.choices()));
    }

    private Reply form(Visit visit) {
        PermitCode code = visit.variable("permit", PermitCode::new);
        CatalogueWords labels = new CatalogueWords(visit.words(), catalogue.permits(visit.today()));
        PermitEntry permit = labels.entry(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        PaperFormView view = new PaperFormView(
                code.value(),
                entries.drawForm().value(),
                labels.permit(code),
                permit.legalBasis().stream().map(Article::reference).toList(),
                pieces(labels, permit.firstPieces()),
                permit.renewable() ? pieces(labels, permit.renewalPieces()) : List.of());
        return Reply.page(visit.words().say("form-page.title"), TEMPLATES.paperForm(visit.words(), view));
    }

    /** The same form with the same number, to be kept or printed as it is. */
    private Reply print(Visit visit) {
        FormSerial serial = visit.variable("serial", FormSerial::new);
        byte[] print = prints.print(
                visit.variable("permit", PermitCode::new),
                serial,
                visit.today(),
                visit.words().language());
        return new Reply.Attachment(
                PaperForms.MEDIA_TYPE, serial + ".pdf", print.length, new ByteArrayInputStream(print));
    }

    private static List<PaperFormView.Piece> pieces(CatalogueWords labels, List<PieceRequirement> required) {
        return required.stream()
                .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                .map(piece -> new PaperFormView.Piece(
                        labels.piece(piece), piece.blocking().ifSettled().orElse(false), labels.when(piece)))
                .toList();
    }
}
