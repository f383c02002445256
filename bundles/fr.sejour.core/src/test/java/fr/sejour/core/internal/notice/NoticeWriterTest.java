package fr.sejour.core.internal.notice;

import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.notice.NoticeWriter.Effect;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import fr.sejour.text.internal.PropertiesTexts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told, in the platform's own words. */
class NoticeWriterTest {

    private static final NoticeWriter WRITER = new NoticeWriter(PropertiesTexts.onClassPath());
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Edition EDITION = new Editions().inForce(LocalDate.of(2026, 6, 1));
    private static final List<Reading<WorkRight>> WORK = Stream.concat(
                    EDITION.permits().stream()
                            .map(PermitEntry::workRight)
                            .distinct()
                            .map(Reading::settled),
                    Stream.of(
                            Reading.settled(WorkRight.NONE),
                            Reading.settled(WorkRight.WITH_AUTHORISATION),
                            Reading.<WorkRight>undetermined("unknown", "May its holder work?")))
            .distinct()
            .toList();

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");
    private final PersonId student = platform.aStudent();
    private final CaseNumber number =
            platform.file(student, "etudiant", GRENOBLE).caseFile().number();

    static Stream<Arguments> everythingInEveryLanguage() {
        List<Told> told = new ArrayList<>();
        told.add(NoticeWriter.filed("Isère (38)", DAY));
        for (PaperKind kind : PaperKind.values()) {
            for (Reading<WorkRight> work : WORK) {
                told.add(NoticeWriter.paperIssued(paper(kind, Optional.of(DAY.plusMonths(3)), work)));
                told.add(NoticeWriter.paperIssued(paper(kind, Optional.empty(), work)));
            }
        }
        PieceType passport = new PieceType("nationalite");
        for (Effect effect : Effect.values()) {
            for (boolean incomplete : List.of(true, false)) {
                told.add(NoticeWriter.piecesAsked(
                        Map.of(passport, "illisible", new PieceType("contrat_travail"), "manque"),
                        DAY,
                        effect,
                        incomplete));
            }
        }
        told.add(NoticeWriter.pieceRefused(passport, "illisible"));
        told.add(NoticeWriter.pieceWaived(passport, "vu au guichet"));
        told.add(NoticeWriter.pieceInfected(passport));
        told.add(NoticeWriter.registrationRefused(List.of(passport), "toujours absent", DAY));
        for (Outcome outcome : Outcome.values()) {
            told.add(NoticeWriter.decided(outcome, "", DAY));
            told.add(NoticeWriter.decided(outcome, "l'étudiant n'a {pas} l'âge <b> # '", DAY));
        }
        for (String why : List.of("WITHDRAWN", "DEATH", "FRENCH_NATIONALITY", "PERMIT_OVER")) {
            told.add(NoticeWriter.closed(why, "l'étudiant n'a {pas} l'âge <b> # '", DAY));
        }
        told.add(NoticeWriter.granted(true, DAY));
        told.add(NoticeWriter.granted(false, DAY));
        told.add(NoticeWriter.delivered(DAY));
        told.add(NoticeWriter.permitOver(DAY));
        told.add(NoticeWriter.reopened("une erreur", DAY));
        told.add(NoticeWriter.receiptRefused("elle est au guichet", DAY));
        told.add(NoticeWriter.withdrawnAsAsked("lettre", DAY, "elle part", DAY));
        told.add(NoticeWriter.absorbed(new CaseNumber("0000000000000000018"), DAY, DAY));
        told.add(NoticeWriter.reasons("l'assiduité n'est pas prouvée", DAY, DAY.plusMonths(2)));
        for (Ordered what : Ordered.values()) {
            told.add(NoticeWriter.courtOrder(
                    new Act.RecordCourtOrder(
                            "Tribunal administratif de Grenoble",
                            DAY,
                            DAY.plusDays(15),
                            what,
                            Optional.of(new OrderedPaper(PaperKind.RECEPISSE, DAY.plusMonths(3), true)),
                            "référé"),
                    DAY));
        }
        told.add(NoticeWriter.cardReady(Practice.NATIONAL));
        told.add(NoticeWriter.cardReady(walkIn()));
        PrefectureCode isere = new PrefectureCode("38");
        PrefectureCode rhone = new PrefectureCode("69");
        told.add(NoticeWriter.transferOffered(EDITION, isere, rhone, DAY, Optional.empty()));
        told.add(NoticeWriter.reRouted(EDITION, isere, rhone, DAY));
        for (Practice practice : List.of(Practice.NATIONAL, walkIn())) {
            told.add(NoticeWriter.transferOffered(EDITION, isere, rhone, DAY, Optional.of(practice)));
            told.add(NoticeWriter.transferCompleted(EDITION, isere, rhone, practice));
            told.add(NoticeWriter.transferRecalled(EDITION, rhone, isere, practice));
            told.add(NoticeWriter.servicePointChanged(EDITION, isere, practice));
        }
        return told.stream().flatMap(it -> Stream.of("fr", "en").map(language -> Arguments.of(it, language)));
    }

    @ParameterizedTest
    @MethodSource("everythingInEveryLanguage")
    void every_notice_is_whole_in_every_language(Told told, String language) {
        Notice notice = write(told, language);

        assertThat(notice.language()).isEqualTo(language);
        assertThat(notice.kind()).isEqualTo(told.kind());
        assertThat(notice.subject()).contains(number.value()).doesNotContain("{", "}", "null", "notice.");
        assertThat(notice.body().replace("{pas}", ""))
                .contains(number.value())
                .doesNotContain("{", "}", "null", "notice.", "Optional", "select,", "right.work", "paper.att");
    }

    @Test
    void the_reason_of_a_refusal_stands_as_it_was_written() {
        String reason = "l'étudiant n'a {pas} l'âge <b> # '";

        assertThat(write(NoticeWriter.decided(Outcome.REFUSED, reason, DAY), "fr")
                        .body())
                .contains(reason);
    }

    @Test
    void somebody_whose_language_we_have_no_words_in_is_told_in_french() {
        assertThat(write(NoticeWriter.filed("Isère (38)", DAY), "ar").language())
                .isEqualTo("fr");
    }

    @Test
    void the_permit_and_the_pieces_have_their_names_in_the_language_of_the_person() {
        Told asked = askedFor("nationalite", "illisible");

        String french = write(asked, "fr").body();
        String english = write(asked, "en").body();

        assertThat(french)
                .contains(
                        EDITION.permit(new PermitCode("etudiant")).orElseThrow().labelFr());
        assertThat(english)
                .contains(
                        EDITION.permit(new PermitCode("etudiant")).orElseThrow().labelEn());
        assertThat(french)
                .contains(EDITION.pieceType(new PieceType("nationalite"))
                        .orElseThrow()
                        .labelFr());
        assertThat(english)
                .contains(EDITION.pieceType(new PieceType("nationalite"))
                        .orElseThrow()
                        .labelEn());
    }

    @Test
    void a_piece_that_the_permit_does_not_ask_for_has_its_name_too() {
        Told asked = askedFor("contrat_travail", "manque");

        assertThat(write(asked, "fr").body())
                .contains(EDITION.pieceType(new PieceType("contrat_travail"))
                        .orElseThrow()
                        .labelFr())
                .doesNotContain("contrat_travail");
    }

    @Test
    void each_piece_asked_for_stands_with_its_own_reason() {
        Told asked = NoticeWriter.piecesAsked(
                Map.of(new PieceType("nationalite"), "illisible", new PieceType("domicile"), "trop ancien"),
                DAY,
                Effect.NONE,
                false);

        assertThat(write(asked, "fr").body().lines().filter(line -> line.startsWith("- ")))
                .containsExactlyInAnyOrder(
                        "- "
                                + EDITION.pieceType(new PieceType("nationalite"))
                                        .orElseThrow()
                                        .labelFr()
                                + ": illisible",
                        "- "
                                + EDITION.pieceType(new PieceType("domicile"))
                                        .orElseThrow()
                                        .labelFr()
                                + ": trop ancien");
    }

    @Test
    void whoever_is_asked_for_a_piece_reads_what_happens_to_the_delay_and_no_threat_that_cannot_be_carried_out() {
        Map<PieceType, String> passport = Map.of(new PieceType("nationalite"), "illisible");

        assertThat(write(NoticeWriter.piecesAsked(passport, DAY, Effect.OPEN, true), "fr")
                        .body())
                .contains("ne court plus", "en entier à partir du jour", "peut refuser d'enregistrer");
        assertThat(write(NoticeWriter.piecesAsked(passport, DAY, Effect.NONE, false), "fr")
                        .body())
                .contains("ne peut pas refuser de l'enregistrer")
                .doesNotContain("peut refuser d'enregistrer");
    }

    private static Told askedFor(String piece, String reason) {
        return NoticeWriter.piecesAsked(Map.of(new PieceType(piece), reason), DAY, Effect.NONE, false);
    }

    @Test
    void no_right_to_work_is_said_as_plainly_as_a_right_to_work() {
        String none = write(
                        NoticeWriter.paperIssued(paper(
                                PaperKind.ATTESTATION_DE_PROLONGATION,
                                Optional.of(DAY.plusMonths(3)),
                                Reading.settled(WorkRight.NONE))),
                        "fr")
                .body();

        assertThat(none).contains("n'autorise pas");
    }

    @Test
    void a_card_without_appointment_says_where_and_when() {
        assertThat(write(NoticeWriter.cardReady(walkIn()), "fr").body())
                .contains("Préfecture de l'Isère, 12 place de Verdun", "lundi 9 h à 12 h", "mardi 9 h à 12 h");
    }

    private Notice write(Told told, String language) {
        return platform.store.read(records -> {
            CaseRecord record = records.cases().find(NATIONAL, number).orElseThrow();
            PersonRecord person = records.people().find(NATIONAL, student).orElseThrow();
            PersonRecord reader = PersonRecordBuilder.builder()
                    .id(person.id())
                    .civilStatus(person.civilStatus())
                    .civilStatusLevel(person.civilStatusLevel())
                    .contact(new Contact(Optional.empty(), Optional.empty(), language))
                    .foreignerNumber(person.foreignerNumber())
                    .protection(person.protection())
                    .heldPermits(person.heldPermits())
                    .build();
            return WRITER.write(told, reader, record, EDITION, platform.clock.instant());
        });
    }

    private static Practice walkIn() {
        return new Practice(
                Optional.of(new ServicePoint(
                        "grenoble",
                        "Préfecture de l'Isère",
                        "12 place de Verdun",
                        List.of("lundi 9 h à 12 h", "mardi 9 h à 12 h"))),
                CollectionMode.WALK_IN,
                0,
                new RulesOrigin("fr.sejour.rules.isere", "1.0.0"));
    }

    private static Attestation paper(PaperKind kind, Optional<LocalDate> lastDay, Reading<WorkRight> work) {
        Article basis = new Article("R. 431-15-1 al. 2");
        return new Attestation(
                new AttestationNumber("SJ-0000-0000-0001"),
                kind,
                new PersonId("person-one"),
                new CaseNumber("0000000000000000018"),
                new PrefectureCode("38"),
                new Validity(DAY, lastDay, ZoneId.of("Europe/Paris")),
                new Rights(
                        Right.settled(StayRight.PROVEN, basis),
                        new Right<>(work, List.of(basis)),
                        Right.settled(TravelRight.NONE, basis),
                        Right.settled(SocialRight.NONE, basis)),
                List.of(basis),
                List.of(),
                "2026-05-01",
                DAY.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant(),
                new CheckCode("0000-0000-0001"),
                Optional.empty());
    }
}
