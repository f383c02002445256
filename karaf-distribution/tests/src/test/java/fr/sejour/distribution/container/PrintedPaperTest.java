package fr.sejour.distribution.container;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.paper.PaperPress;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The press finds its fonts, its colours and its languages where its libraries are bundles. */
@InKaraf
class PrintedPaperTest {

    @Inject
    private PaperPress press;

    @Test
    @Inside
    void a_paper_is_printed_in_every_language() {
        assertThat(press.languages()).contains("ar", "zh", "uk");
        for (String language : press.languages()) {
            byte[] page = press.print(aPaper(), "DC04".repeat(60), language);

            assertThat(new String(page, StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-1.")
                    .contains("<pdfaid:conformance>A</pdfaid:conformance>");
        }
    }

    private static PrintedPaper aPaper() {
        Article basis = new Article("R. 431-15-1 al. 4");
        LocalDate day = LocalDate.of(2026, 6, 15);
        return new PrintedPaper(
                new Attestation(
                        new AttestationNumber("SJ-7K3M-9QXA-04TZ"),
                        PaperKind.ATTESTATION_DE_DECISION_FAVORABLE,
                        new PersonId("person-1"),
                        new CaseNumber("0380000000000000017"),
                        new PrefectureCode("38"),
                        Validity.from(day, ZoneId.of("Europe/Paris")),
                        new Rights(
                                Right.settled(StayRight.PROVEN, basis),
                                Right.settled(WorkRight.ANY, basis),
                                Right.settled(TravelRight.NONE, basis),
                                Right.settled(SocialRight.MAINTAINED, basis)),
                        List.of(basis),
                        List.of("favourable-decision"),
                        "2026-05-01",
                        Instant.parse("2026-06-15T08:30:00Z"),
                        new CheckCode("7K3M9QXA04TZ"),
                        Optional.empty()),
                new CivilStatus("Ադամյան", "آمنة", LocalDate.of(1990, 1, 1), "AM"),
                Optional.empty(),
                new PermitCode("etudiant"),
                day,
                new StatusIndex(17));
    }
}
