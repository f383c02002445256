package fr.sejour.web.page;

import fr.sejour.web.internal.template.StaticTemplates;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A day something is due, in words, colour and sign: far, near, today, past. */
public final class Due implements Content {

    private static final int NEAR_IN_DAYS = 7;

    private final Words words;
    private final LocalDate day;
    private final long days;
    private final String sentence;

    /** A day by which something has to be done. */
    public Due(Words words, LocalDate day, LocalDate today) {
        this(words, day, today, "word.due");
    }

    private Due(Words words, LocalDate day, LocalDate today, String sentence) {
        this.sentence = sentence;
        this.words = words;
        this.day = day;
        this.days = ChronoUnit.DAYS.between(today, day);
    }

    /** The last day of something. */
    public static Due end(Words words, LocalDate lastDay, LocalDate today) {
        return new Due(words, lastDay, today, "word.ends");
    }

    /** As the style sheet calls it: {@code far}, {@code near} or {@code past}. */
    public String tone() {
        return days < 0 ? "past" : days <= NEAR_IN_DAYS ? "near" : "far";
    }

    /** How long until then, in words. */
    public String distance() {
        return words.say(sentence, "days", days, "late", days < 0 ? "yes" : "no", "size", Math.abs(days));
    }

    public Icon icon() {
        return days <= NEAR_IN_DAYS ? Icon.WARNING : Icon.CLOCK;
    }

    public Words words() {
        return words;
    }

    public LocalDate day() {
        return day;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().due(this).writeTo(output);
    }
}
