package fr.sejour.checker;

import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.seal.OfflineAnswer;
import fr.sejour.api.seal.SealedPaper;
import fr.sejour.api.seal.SealedText;
import fr.sejour.api.text.RightSentences;
import fr.sejour.api.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;

/** The answer in the words of one language, a fact a line. */
final class Report {

    private final Texts texts;
    private final String language;
    private final Clock clock;
    private final StringBuilder lines = new StringBuilder();

    Report(Texts texts, String language, Clock clock) {
        this.texts = texts;
        this.language = language;
        this.clock = clock;
    }

    void add(OfflineAnswer answer) {
        boolean filingOnly =
                answer instanceof OfflineAnswer.Valid valid && valid.sealed().kind() == PaperKind.ATTESTATION_DE_DEPOT;
        String code = filingOnly ? "filing-only" : answer.code();
        line(say("seal.answer." + code).toUpperCase(Locale.forLanguageTag(language)));
        line(say("seal.next." + code));
        line("");
        answer.paper().ifPresent(paper -> {
            add(paper);
            if (!answer.over()) {
                addRights(paper.rights().rights());
            }
        });
        if (answer instanceof OfflineAnswer.Valid valid) {
            add("seal.listed", moment(valid.listedAt().atZone(clock.getZone())) + ". " + say("seal.listed.about"));
        }
        if (answer instanceof OfflineAnswer.ListTooOld old) {
            add("seal.known.until", moment(old.goodUntil().atZone(clock.getZone())));
        }
        add("seal.clock", moment(ZonedDateTime.now(clock)));
    }

    void add(PageSignature signature) {
        line(say(signature.key()));
    }

    /** Whatever the seal says: what stands around it is not what was issued. */
    void refuse(String key) {
        line(say(key).toUpperCase(Locale.forLanguageTag(language)));
        line(say("seal.refused"));
    }

    void notFound() {
        line(say("seal.not-found"));
    }

    private void add(SealedPaper paper) {
        add("seal.paper", say("paper." + slug(paper.kind())));
        add("seal.number", paper.number().value());
        add("seal.holder", text(paper.givenNames()) + " " + text(paper.familyName()));
        add("seal.birth-date", day(paper.birthDate()));
        line(say("seal.compare"));
        add("seal.permit", text(paper.permit()));
        add("seal.first-day", day(paper.firstDay()));
        add("seal.last-day", paper.lastDay().map(this::day).orElseGet(() -> say("seal.open-end")));
        line("");
    }

    private void addRights(Rights allowed) {
        line(say("seal.rights"));
        rights(language, allowed);
        if (!language.equals("fr")) {
            line(say("seal.in-french"));
            rights("fr", allowed);
        }
        line("");
    }

    private void rights(String in, Rights rights) {
        RightSentences sentences = new RightSentences(texts);
        right(in, "work", sentences.work(in, rights.work().value()));
        right(in, "stay", sentences.stay(in, rights.stay().value()));
        right(in, "travel", sentences.travel(in, rights.travel().value()));
        right(in, "social", sentences.social(in, rights.social().value()));
    }

    private void right(String in, String about, String sentence) {
        line("- " + texts.say(in, "right.name." + about) + colon(in) + sentence);
    }

    private String text(SealedText text) {
        return text.letters() + (text.whole() ? "" : "… (" + say("seal.cut") + ")");
    }

    private String day(LocalDate day) {
        return texts.say(language, "print.day", Map.of("day", day));
    }

    private String moment(ZonedDateTime at) {
        return texts.say(language, "checker.moment", Map.of("at", at));
    }

    private void add(String key, String value) {
        line(say(key) + colon(language) + value);
    }

    private static String colon(String in) {
        return in.equals("fr") ? " : " : ": ";
    }

    private String say(String key) {
        return texts.say(language, key);
    }

    private void line(String text) {
        lines.append(text).append('\n');
    }

    private static String slug(PaperKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
