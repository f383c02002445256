package fr.sejour.paper.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.PaperReasons.About;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import fr.sejour.api.text.Codes;
import fr.sejour.api.text.ReasonSentences;
import fr.sejour.api.text.RightSentences;
import fr.sejour.api.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands on one paper, in French and in the language of its second reading. */
record PaperWords(
        Texts texts,
        String language,
        PrintedPaper paper,
        Catalogue catalogue,
        Prefectures prefectures,
        String address) {

    static final String FRENCH = "fr";

    private static final String STATELESS = "XX";

    /** A line of the paper: what it tells, told, and the articles behind it. */
    record Row(Said name, Said told, String articles) {}

    Said title() {
        return say("paper." + Codes.of(paper.attestation().kind()));
    }

    Said prefecture() {
        Attestation attestation = paper.attestation();
        return say(
                "print.issued-by",
                Map.of(
                        "prefecture",
                        prefectures.prefecture(attestation.prefecture()).departement(),
                        "code",
                        attestation.prefecture().value(),
                        "day",
                        attestation
                                .issuedAt()
                                .atZone(attestation.validity().zone())
                                .toLocalDate()));
    }

    /** @param legible a name as the paper's fonts set it */
    List<Row> holder(Function<String, String> legible) {
        List<Row> rows = new ArrayList<>();
        rows.add(name("print.family-name", paper.holder().familyName(), legible));
        rows.add(name("print.given-names", paper.holder().givenNames(), legible));
        rows.add(row("print.birth-day", day(paper.holder().birthDate())));
        rows.add(row("print.nationality", nationality()));
        paper.foreignerNumber().ifPresent(number -> rows.add(row("print.foreigner-number", Said.once(number.value()))));
        return rows;
    }

    List<Row> request() {
        return List.of(
                row("print.case", Said.once(paper.attestation().caseNumber().value())),
                row("print.filed-on", day(paper.filedOn())),
                row("print.permit", Said.once(permit())));
    }

    Row validity() {
        Attestation attestation = paper.attestation();
        Validity validity = attestation.validity();
        Said told = validity.lastDay()
                .map(last -> say("paper.valid-between", Map.of("first", validity.firstDay(), "last", last)))
                .orElseGet(() -> say(
                        attestation.kind() == PaperKind.ATTESTATION_DE_DEPOT
                                ? "paper.proves-filing"
                                : "paper.valid-from",
                        Map.of("first", validity.firstDay())));
        return row("print.validity", told);
    }

    /** That the paper stopped before its last day; empty for one that did not. */
    Optional<Row> end() {
        return paper.attestation().end().map(end -> {
            LocalDate day =
                    end.at().atZone(paper.attestation().validity().zone()).toLocalDate();
            String reason = "paper.end." + end.reason();
            String known = texts.has(FRENCH, reason) ? reason : "paper.end.other";
            return row(
                    "paper.state.ended",
                    both(language -> texts.say(
                            language, "paper.ended", Map.of("day", day, "reason", texts.say(language, known)))));
        });
    }

    /**
     * Each right that the law settles, with its reason, an absent one as plainly as a present one. What it leaves open is not told:
     * that would grant or deny it.
     */
    List<Row> rights() {
        RightSentences sentences = new RightSentences(texts);
        Rights rights = paper.attestation().rights();
        List<Row> rows = new ArrayList<>();
        right(
                        About.STAY,
                        rights.stay(),
                        language -> sentences.stay(language, rights.stay().value()))
                .ifPresent(rows::add);
        right(
                        About.WORK,
                        rights.work(),
                        language -> sentences.work(language, rights.work().value()))
                .ifPresent(rows::add);
        right(
                        About.TRAVEL,
                        rights.travel(),
                        language -> sentences.travel(language, rights.travel().value()))
                .ifPresent(rows::add);
        right(
                        About.SOCIAL,
                        rights.social(),
                        language -> sentences.social(language, rights.social().value()))
                .ifPresent(rows::add);
        return rows;
    }

    /** Why the law gives this paper, and the articles by which it does. */
    Row because() {
        Attestation attestation = paper.attestation();
        Said told = both(language -> new ReasonSentences(texts).about(language, attestation.reasons(), About.PAPER));
        return new Row(say("print.why"), told, articles(attestation.basis()));
    }

    Said number() {
        return say("print.number", Map.of("number", paper.attestation().number().value()));
    }

    Said check() {
        return say("print.check", Map.of("code", paper.attestation().checkCode().printed()));
    }

    Said howToCheck() {
        return address.isEmpty() ? say("print.check.how") : say("print.check.where", Map.of("address", address));
    }

    Said seal() {
        return say("print.seal");
    }

    Said prevails() {
        return language.equals(FRENCH)
                ? Said.once("")
                : both(it -> texts.say(it, "print.prevails")
                        + (texts.reviewed(language) ? "" : " " + texts.say(it, "print.unreviewed")));
    }

    Said heading(String key) {
        return say(key);
    }

    private Row name(String key, String name, Function<String, String> legible) {
        String set = legible.apply(name);
        return row(
                key,
                set.equals(name)
                        ? Said.once(name)
                        : both(language -> texts.say(language, "print.transliterated", Map.of("name", set))));
    }

    private Said nationality() {
        String code = paper.holder().nationality();
        return both(language -> code.equals(STATELESS)
                ? texts.say(language, "print.stateless")
                : new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language)));
    }

    /** As an agent names it, in every language. */
    private String permit() {
        return catalogue.permits(paper.filedOn()).stream()
                .filter(entry -> entry.code().equals(paper.permit()))
                .map(PermitEntry::labelFr)
                .findFirst()
                .orElseGet(() -> paper.permit().value());
    }

    private Said day(LocalDate day) {
        return say("print.day", Map.of("day", day));
    }

    private <T> Optional<Row> right(About about, Right<T> right, Function<String, String> sentence) {
        PaperReasons reasons = paper.attestation().reasons();
        return right.value().ifSettled().map(settled -> {
            Said told = both(language -> (sentence.apply(language) + " "
                            + new ReasonSentences(texts).about(language, reasons, about))
                    .strip());
            return new Row(say("right.name." + Codes.of(about)), told, articles(right.basis()));
        });
    }

    private static String articles(List<Article> articles) {
        return articles.stream().map(Article::reference).collect(Collectors.joining(", "));
    }

    private Row row(String key, Said told) {
        return new Row(say(key), told, "");
    }

    private Said say(String key) {
        return say(key, Map.of());
    }

    private Said say(String key, Map<String, ?> places) {
        return both(language -> texts.say(language, key, places));
    }

    private Said both(Function<String, String> text) {
        String french = text.apply(FRENCH);
        String second = text.apply(language);
        return new Said(french, second.equals(french) ? "" : second);
    }
}
