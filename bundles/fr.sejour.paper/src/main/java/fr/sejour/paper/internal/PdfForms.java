package fr.sejour.paper.internal;

import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.PaperForms;
import fr.sejour.api.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints the form on two sheets: what to fill in on the first, where it goes and what goes with it on the second. */
@Component
public final class PdfForms implements PaperForms {

    private static final String FRENCH = "fr";
    private static final List<String> BLANKS = List.of(
            "field.family-name",
            "field.given-names",
            "field.birth-date",
            "field.nationality",
            "field.foreigner-number",
            "field.address",
            "field.phone",
            "field.email",
            "form-page.held",
            "form-page.entered");
    private static final List<String> TICKS =
            List.of("form-page.first", "form-page.renewal", "form-page.work-authorisation", "form-page.employed");

    private final Catalogue catalogue;
    private final Texts texts;

    @Activate
    public PdfForms(@Reference Catalogue catalogue, @Reference Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public byte[] print(PermitCode permit, FormSerial serial, LocalDate on, String language) {
        PermitEntry entry = catalogue.permits(on).stream()
                .filter(it -> it.code().equals(permit))
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        Print print = new Print(texts, texts.languages().contains(language) ? language : FRENCH, entry, on);
        try (Sheets sheets = new Sheets(print.say("form-page.heading") + " " + serial, print.language())) {
            toFillIn(sheets, print, serial);
            sheets.next();
            toBring(sheets, print);
            return sheets.bytes(serial.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void toFillIn(Sheets sheets, Print print, FormSerial serial) throws IOException {
        sheets.heading(1, print.say("form-page.heading"));
        sheets.paragraph(print.serial(serial));
        sheets.paragraph(print.permitInFrench(), FRENCH);
        if (!print.french()) {
            sheets.paragraph(print.permit());
        }
        sheets.heading(2, print.say("form-page.who"));
        for (String blank : BLANKS) {
            sheets.blank(print.say(blank));
        }
        sheets.heading(2, print.say("form-page.asked"));
        sheets.ticks(
                TICKS.stream().map(tick -> new Sheets.Tick(print.say(tick), "")).toList());
        sheets.heading(2, print.say("form-page.signed"));
        sheets.blank(print.say("form-page.day"));
        sheets.blank(print.say("form-page.signature"));
        sheets.blank(print.say("form-page.received"));
    }

    private static void toBring(Sheets sheets, Print print) throws IOException {
        sheets.heading(2, print.say("form-page.where"));
        sheets.paragraph(print.say("form-page.where.always"));
        sheets.paragraph(print.route());
        sheets.heading(2, print.say("form-page.counts.title"));
        sheets.paragraph(print.say("form-page.counts"));
        sheets.paragraph(print.say("form-page.counts.receipt"));
        sheets.heading(2, print.say("form-page.pieces"));
        sheets.paragraph(print.say("form-page.pieces.about") + " " + print.asOf());
        sheets.heading(3, print.say("form-page.first"));
        sheets.ticks(print.pieces(print.entry().firstPieces()));
        if (print.entry().renewable()) {
            sheets.heading(3, print.say("form-page.renewal"));
            sheets.ticks(print.pieces(print.entry().renewalPieces()));
        }
    }
}
