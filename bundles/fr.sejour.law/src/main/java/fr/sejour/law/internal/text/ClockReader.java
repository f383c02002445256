package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.law.AskingEffect;
import fr.sejour.law.internal.text.ClocksText.Appeal;
import fr.sejour.law.internal.text.ClocksText.Asking;
import fr.sejour.law.internal.text.ClocksText.PiecesAnswered;
import fr.sejour.law.internal.text.ClocksText.PublicHolidays;
import fr.sejour.law.internal.text.ClocksText.Reasons;
import fr.sejour.law.internal.text.ClocksText.ResidenceDuty;
import fr.sejour.law.internal.text.ClocksText.WorkingDays;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the legal delays. */
final class ClockReader {

    private ClockReader() {}

    static ClocksText read(Entry file, Sources sources) {
        Entry silence = file.entry("silence", "Clock silence");
        ClocksText clocks = new ClocksText(
                workingDays(file.entry("receipt", "Clock receipt")),
                workingDays(file.entry("acknowledgement", "Clock acknowledgement")),
                silence.articles("basis"),
                appeal(file.entry("appeal", "Clock appeal"), sources),
                reasons(file.entry("reasons", "Clock reasons"), sources),
                workingDays(file.entry("declared_fact", "Clock declared_fact")),
                workingDays(file.entry("report_that_blocks", "Clock report_that_blocks")),
                workingDays(file.entry("report", "Clock report")),
                workingDays(file.entry("attempt_to_confirm", "Clock attempt_to_confirm")),
                workingDays(file.entry("correction", "Clock correction")),
                piecesAnswered(file.entry("pieces_answered", "Clock pieces_answered")),
                residence(file.entry("residence", "Clock residence")),
                file.flag("ends_move_to_a_working_day"),
                holidays(file.entry("public_holidays", "Public holidays")),
                asking(file.entry("asking", "Clock asking"), sources));
        silence.done();
        file.done();
        return clocks;
    }

    private static WorkingDays workingDays(Entry entry) {
        List<Article> basis = entry.articlesOrNone("basis");
        entry.optionalText("source");
        entry.optionalText("note");
        WorkingDays delay = new WorkingDays(entry.number("working_days"), basis);
        entry.done();
        return delay;
    }

    private static Appeal appeal(Entry entry, Sources sources) {
        sources.cited(entry, entry.text("source"));
        entry.optionalText("note");
        entry.word("with_obligation_to_leave", Map.of("unknown", true));
        Appeal appeal = new Appeal(
                entry.period("after"), entry.articles("basis"), entry.text("with_obligation_to_leave_question"));
        entry.done();
        return appeal;
    }

    /** What no text gives says so itself. */
    private static PiecesAnswered piecesAnswered(Entry entry) {
        entry.word("kind", Map.of("practice", true));
        entry.text("source");
        entry.text("note");
        PiecesAnswered answered = new PiecesAnswered(entry.number("at_least_days"), entry.articles("basis"));
        entry.done();
        return answered;
    }

    private static ResidenceDuty residence(Entry entry) {
        entry.optionalText("note");
        ResidenceDuty duty =
                new ResidenceDuty(entry.period("within"), entry.period("permits_longer_than"), entry.articles("basis"));
        entry.done();
        return duty;
    }

    private static Asking asking(Entry entry, Sources sources) {
        sources.cited(entry, entry.text("source"));
        String question = entry.text("question");
        Map<String, Reading<AskingEffect>> effects = Map.of(
                "suspends", Reading.settled(AskingEffect.SUSPENDS),
                "unknown", Reading.undetermined("unknown", question));
        Map<FilingChannel, Reading<AskingEffect>> byChannel = new EnumMap<>(FilingChannel.class);
        for (FilingChannel channel : FilingChannel.values()) {
            byChannel.put(channel, entry.word(channel.name().toLowerCase(Locale.ROOT), effects));
        }
        Asking asking = new Asking(byChannel, entry.articles("basis"), entry.articles("otherwise_basis"));
        entry.done();
        return asking;
    }

    private static Reasons reasons(Entry entry, Sources sources) {
        sources.cited(entry, entry.text("source"));
        entry.optionalText("note");
        Reasons reasons =
                new Reasons(entry.period("after"), entry.period("appeal_goes_on_for"), entry.articles("basis"));
        entry.done();
        return reasons;
    }

    private static PublicHolidays holidays(Entry entry) {
        Set<MonthDay> fixed = new HashSet<>();
        for (String day : entry.texts("fixed")) {
            try {
                fixed.add(MonthDay.parse("--" + day));
            } catch (DateTimeException malformed) {
                throw entry.refuse("have the fixed day " + day + ", which is not a month and a day");
            }
        }
        List<Integer> afterEaster = new ArrayList<>();
        for (String days : entry.texts("days_after_easter")) {
            try {
                afterEaster.add(Integer.valueOf(days));
            } catch (NumberFormatException malformed) {
                throw entry.refuse("have the day " + days + " after Easter, which is not a whole number");
            }
        }
        entry.article("basis");
        entry.optionalText("note");
        entry.done();
        return new PublicHolidays(fixed, afterEaster);
    }
}
