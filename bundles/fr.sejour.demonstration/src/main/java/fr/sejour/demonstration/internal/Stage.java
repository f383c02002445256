package fr.sejour.demonstration.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where one story is played: the person's own caller, the agents', and the verbs of a scene.
 *
 * @param firstDay the first day of the demonstration: the days of the scenes count from it
 */
record Stage(
        String login,
        Caller person,
        Caller agent,
        LocalDate firstDay,
        FilingDesk desk,
        CaseReview review,
        PieceDesk pieces) {

    private static final byte[] A_PAGE = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    LocalDate day(int day) {
        return firstDay.plusDays(day);
    }

    /** Files online and gives every piece asked for, save some. */
    void file(String permit, String commune, String... without) {
        file(permit, Optional.empty(), Optional.empty(), commune, without);
    }

    void file(
            String permit, Optional<String> article, Optional<HeldPermit> declared, String commune, String... without) {
        Filing filing = FilingBuilder.builder()
                .person(person.person().orElseThrow())
                .channel(FilingChannel.ONLINE)
                .permit(new PermitCode(permit))
                .residence(new Residence("12 rue de l'Exemple", new CommuneCode(commune)))
                .workAuthorisation(false)
                .employed(false)
                .article(article.map(Article::new))
                .heldPermit(declared)
                .build();
        CaseFile file = desk.file(person, new IdempotencyKey("demonstration-" + login + "-" + permit), filing)
                .caseFile();
        List<String> kept = List.of(without);
        for (PieceRequirement piece : file.assessment().pieces()) {
            if (piece.phase() == PieceRequirement.Phase.FILING
                    && !kept.contains(piece.type().value())) {
                give(file.number(), piece.type());
            }
        }
    }

    void give(String piece) {
        give(latest().number(), new PieceType(piece));
    }

    void takeUp() {
        act(new Act.TakeUp());
    }

    void askFor(String piece, int answerByDay, String reason) {
        act(new Act.AskForPieces(Set.of(new PieceType(piece)), day(answerByDay), reason));
    }

    void grant(int fromDay, int untilDay) {
        act(new Act.Grant(day(fromDay), day(untilDay), "Délégation de signature, arrêté d'exemple"));
    }

    void act(Act act) {
        review.act(agent, latest().number(), OptionalLong.empty(), act);
    }

    private void give(CaseNumber number, PieceType piece) {
        pieces.give(person, number, piece, SentFile.of(new ByteArrayInputStream(A_PAGE)));
    }

    private CaseFile latest() {
        return review.ofPerson(person, person.person().orElseThrow()).stream()
                .max(Comparator.comparing(CaseFile::filedAt))
                .orElseThrow();
    }
}
