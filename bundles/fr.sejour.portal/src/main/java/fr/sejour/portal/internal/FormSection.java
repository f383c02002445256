package fr.sejour.portal.internal;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.portal.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
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

    @Activate
    public FormSection(@Reference EntryDesk entries, @Reference Catalogue catalogue) {
        this.entries = entries;
        this.catalogue = catalogue;
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
                Page.get("/form/{permit}", Audience.ANYONE, this::form));
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
                entries.drawForm().value(),
                labels.permit(code),
                permit.legalBasis().stream().map(Article::reference).toList(),
                pieces(labels, permit.firstPieces()),
                permit.renewable() ? pieces(labels, permit.renewalPieces()) : List.of());
        return Reply.page(visit.words().say("form-page.title"), TEMPLATES.paperForm(visit.words(), view));
    }

    private static List<PaperFormView.Piece> pieces(CatalogueWords labels, List<PieceRequirement> required) {
        return required.stream()
                .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                .map(piece -> new PaperFormView.Piece(
                        labels.piece(piece), piece.blocking().ifSettled().orElse(false), labels.when(piece)))
                .toList();
    }
}
