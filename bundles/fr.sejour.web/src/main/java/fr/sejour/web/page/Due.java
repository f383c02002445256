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

    public Due(Words words, LocalDate day, LocalDate today) {
        this.words = words;
        this.day = day;
        this.days = ChronoUnit.DAYS.between(today, day);
    }

    /** As the style sheet calls it: {@code far}, {@code near} or {@code past}. */
    public String tone() {
        return days < 0 ? "past" : days <= NEAR_IN_DAYS ? "near" : "far";
    }

    /** How long until then, in words. */
    public String distance() {
        return words.say("word.due", "days", days, "late", days < 0 ? "yes" : "no", "size", Math.abs(days));
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
