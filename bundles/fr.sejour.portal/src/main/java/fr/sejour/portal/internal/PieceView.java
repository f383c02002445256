package fr.sejour.portal.internal;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.mandate.Permission;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of a case as its person sees it.
 *
 * @param tone as the style sheet calls where it stands
 * @param when in which situation it is asked for; empty means always
 * @param toGive whether it is still theirs to give
 * @param changeable whether the case still takes it
 */
public record PieceView(
        String label,
        String state,
        String tone,
        boolean toGive,
        boolean blocking,
        boolean atCollection,
        Optional<String> when,
        Optional<Integer> maxAgeMonths,
        Optional<String> reason,
        Optional<String> givenAt,
        boolean changeable,
        boolean removable,
        Optional<String> scan,
        String uploadPath,
        String path,
        String casePath,
        List<Earlier> history,
        List<Choice> reusable) {

    public PieceView {
        history = List.copyOf(history);
        reusable = List.copyOf(reusable);
    }

    /**
     * A version that was given.
     *
     * @param ended how it stopped standing; empty for the one that stands
     */
    public record Earlier(String label, Optional<String> ended, String path) {}

    /** Where the script stands that sends files in parts. */
    public String script() {
        return PortalSection.uploadScript();
    }

    PieceView withHistory(List<Earlier> given, List<Choice> before) {
        return new PieceView(
                label,
                state,
                tone,
                toGive,
                blocking,
                atCollection,
                when,
                maxAgeMonths,
                reason,
                givenAt,
                changeable,
                removable,
                scan,
                uploadPath,
                path,
                casePath,
                given,
                before);
    }

    /** After a decision no piece is taken any more. */
    private static final Set<CaseStatus> TAKING =
            Set.of(CaseStatus.FILED, CaseStatus.AWAITING_PIECES, CaseStatus.UNDER_REVIEW, CaseStatus.SILENTLY_REFUSED);

    /** Whether it is theirs to give or to bring, or was given: what nobody waits for any more is left out. */
    boolean stillMatters(boolean open) {
        return toGive || givenAt.isPresent() || (atCollection && open);
    }

    static PieceView of(
            Words words, CatalogueWords labels, CaseFile file, PieceFile piece, Behalf behalf, ZoneId zone) {
        Optional<PieceRequirement> requirement = file.assessment().pieces().stream()
                .filter(it -> it.type().equals(piece.type()))
                .findFirst();
        boolean collection = piece.need() == PieceFile.Need.AT_HAND_OVER;
        String casePath = behalf.path(file.number());
        boolean taken = TAKING.contains(file.status()) && behalf.allows(Permission.COMPLETE);
        return new PieceView(
                requirement.map(labels::piece).orElseGet(() -> labels.piece(piece.type())),
                piece.state() == PieceFile.State.REFUSED && !TAKING.contains(file.status())
                        ? words.say("piece.was-refused")
                        : words.code("piece", piece.state()),
                switch (piece.state()) {
                    case GIVEN -> "yes";
                    case REFUSED -> "no";
                    case ASKED -> "open";
                    case MISSING, WAIVED -> "plain";
                },
                piece.state() != PieceFile.State.GIVEN
                        && piece.state() != PieceFile.State.WAIVED
                        && !collection
                        && TAKING.contains(file.status()),
                requirement.flatMap(it -> it.blocking().ifSettled()).orElse(false),
                collection,
                requirement.flatMap(labels::when),
                requirement.flatMap(PieceRequirement::maxAgeMonths),
                piece.reason(),
                piece.givenAt().map(at -> words.moment(at, zone)),
                taken && !collection,
                // what was given under a mandate the person alone takes back
                taken && behalf.isOwn() && piece.given().isPresent(),
                piece.given()
                        .map(PieceFile.Given::scan)
                        .filter(scan -> scan == ScanState.WAITING || scan == ScanState.INFECTED)
                        .map(scan -> words.code("scan", scan)),
                "/api/v1/cases/" + file.number() + "/pieces/" + piece.type() + "/uploads",
                casePath + "/pieces/" + piece.type(),
                casePath,
                List.of(),
                List.of());
    }
}
