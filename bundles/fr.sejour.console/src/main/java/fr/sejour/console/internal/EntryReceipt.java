package fr.sejour.console.internal;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The receipt that is printed for somebody who filed on paper: when it was received, by whom, what is missing, what silence will
 * mean and when (CRPA R. 112-5, L. 114-5).
 *
 * @param silence the day on which silence refuses; empty while the file is incomplete or the law sets none
 */
public record EntryReceipt(
        String casePath,
        String number,
        String name,
        String permit,
        String channel,
        LocalDate receivedOn,
        Optional<String> form,
        String service,
        List<Missing> missing,
        List<String> papers,
        Optional<LocalDate> silence) {

    public EntryReceipt {
        missing = List.copyOf(missing);
        papers = List.copyOf(papers);
    }

    /** A piece that has not come. */
    public record Missing(String label, boolean blocking) {}

    static EntryReceipt of(
            Words words,
            CatalogueWords labels,
            CaseFile file,
            String name,
            Prefecture prefecture,
            List<String> papers) {
        return new EntryReceipt(
                "/console/cases/" + file.number(),
                file.number().value(),
                name,
                labels.permit(file.permit()),
                words.code("channel", file.channel()),
                file.received().map(came -> came.on()).orElse(file.filedOn()),
                file.received().flatMap(came -> came.form()).map(FormSerial::value),
                prefecture.departement() + ", " + prefecture.city(),
                file.pieces().stream()
                        .filter(piece -> piece.need() != PieceFile.Need.AT_HAND_OVER)
                        .filter(piece -> piece.state() != PieceFile.State.GIVEN
                                && piece.state() != PieceFile.State.WAIVED
                                && file.received()
                                        .filter(came -> came.pieces().contains(piece.type()))
                                        .isEmpty())
                        .map(piece -> new Missing(
                                labels.piece(piece.type()),
                                piece.blocking().ifSettled().orElse(false)))
                        .toList(),
                papers,
                file.clocks().stream()
                        .filter(clock -> clock.kind().equals("silence") && clock.state() == ClockFile.State.RUNNING)
                        .flatMap(clock -> clock.endsOn().stream())
                        .findFirst());
    }
}
