package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.WorkRight;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A person's situation, told in the order in which a counter would hear it. Grenoble, online, thirty years old by default. */
final class Situation {

    static final Editions EDITIONS = new Editions();
    static final Edition BEFORE = EDITIONS.inForce(LocalDate.parse("2026-04-30"));
    static final Edition NOW = EDITIONS.inForce(LocalDate.parse("2026-05-01"));

    private final PermitCode asked;
    private Optional<Article> article = Optional.empty();
    private Optional<HeldDocument> held = Optional.empty();
    private FilingChannel channel = FilingChannel.ONLINE;
    private LocalDate filedOn = LocalDate.parse("2026-06-15");
    private LocalDate birthDate = LocalDate.parse("1996-03-10");
    private Optional<LocalDate> entryDate = Optional.empty();
    private boolean workAuthorisation;
    private boolean longStayVisa;
    private boolean blueCardOfAnotherState;
    private PrefectureCode prefecture = new PrefectureCode("38");

    private Situation(PermitCode asked) {
        this.asked = asked;
    }

    static Situation asking(String permit) {
        return new Situation(new PermitCode(permit));
    }

    /** Held: a student card of a year that ends on 30 September 2026; asked for: the next one, in the window. */
    static Situation aStudentRenewing() {
        return asking("etudiant")
                .holding("etudiant", "2025-10-01", "2026-09-30")
                .on("2026-06-15");
    }

    /** Held: an employee's one-year card that ends on 31 August 2026, at the counter. */
    static Situation anEmployeeRenewingAtTheCounter() {
        return asking("salarie")
                .holding("salarie", "2025-09-01", "2026-08-31")
                .on("2026-07-20")
                .by(FilingChannel.COUNTER);
    }

    static Situation aRecognisedRefugee() {
        return asking("refugie").on("2026-06-15").enteredOn("2024-02-01");
    }

    Situation under(String reference) {
        article = Optional.of(new Article(reference)).filter(it -> !reference.equals("-"));
        return this;
    }

    /** Holds a document of the catalogue's kind, with the catalogue's work right. */
    Situation holding(String permit, String from, String until) {
        return holding(permit, Optional.empty(), from, until);
    }

    Situation holding(String permit, DocumentKind kind, String from, String until) {
        return holding(permit, Optional.of(kind), from, until);
    }

    private Situation holding(String permit, Optional<DocumentKind> kind, String from, String until) {
        PermitCode code = new PermitCode(permit);
        Reading<WorkRight> work = Reading.settled(NOW.permit(code).orElseThrow().workRight());
        held = Optional.of(new HeldDocument(code, kind, LocalDate.parse(from), LocalDate.parse(until), work));
        return this;
    }

    Situation holdingTheRightTo(Reading<WorkRight> work) {
        HeldDocument document = held.orElseThrow();
        held = Optional.of(new HeldDocument(
                document.permit(), document.kind(), document.validFrom(), document.validUntil(), work));
        return this;
    }

    Situation on(String day) {
        filedOn = LocalDate.parse(day);
        return this;
    }

    Situation by(FilingChannel means) {
        channel = means;
        return this;
    }

    Situation bornOn(String day) {
        birthDate = LocalDate.parse(day);
        return this;
    }

    Situation enteredOn(String day) {
        entryDate = Optional.of(LocalDate.parse(day));
        return this;
    }

    Situation withWorkAuthorisation(boolean granted) {
        workAuthorisation = granted;
        return this;
    }

    Situation withLongStayVisa(boolean there) {
        longStayVisa = there;
        return this;
    }

    Situation withBlueCardOfAnotherState() {
        blueCardOfAnotherState = true;
        return this;
    }

    Situation in(String code) {
        prefecture = new PrefectureCode(code);
        return this;
    }

    FilingFacts facts() {
        ZoneId zone = NOW.prefecture(prefecture).orElseThrow().zone();
        return new FilingFacts(
                asked,
                article,
                held,
                channel,
                filedOn,
                birthDate,
                entryDate,
                workAuthorisation,
                longStayVisa,
                blueCardOfAnotherState,
                prefecture,
                zone);
    }
}
