package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.law.internal.text.FirstDelay.AfterBirthday;
import fr.sejour.law.internal.text.FirstDelay.AfterEntry;
import fr.sejour.law.internal.text.FirstDelay.BetweenBirthdays;
import fr.sejour.law.internal.text.FirstDelay.EveOfBirthday;
import fr.sejour.law.internal.text.FirstDelay.Unsettled;
import fr.sejour.law.internal.text.WindowsText.BeforeTheWindow;
import fr.sejour.law.internal.text.WindowsText.ByChannel;
import fr.sejour.law.internal.text.WindowsText.HeldWindow;
import fr.sejour.law.internal.text.WindowsText.Late;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads when to file. */
final class WindowReader {

    private WindowReader() {}

    static WindowsText read(Entry file) {
        Entry held = file.entry("renewal_windows", file.name());
        Entry outside = held.entry("not_subject_to_R431-5_1", named(file, "not_subject_to_R431-5_1"));
        outside.optionalText("note");
        Entry channel = file.entry("by_channel", named(file, "by_channel"));
        Entry first = file.entry("first_applications", named(file, "first_applications"));
        Entry own = first.entry("own", named(file, "own"));
        List<FirstDelay> owns = new ArrayList<>();
        for (String name : own.keys()) {
            owns.add(delay(name, own.entry(name, named(file, name))));
        }
        WindowsText windows = new WindowsText(
                heldWindow(held.entry("online_120_60", named(file, "online_120_60"))),
                heldWindow(held.entry("counter_2_months", named(file, "counter_2_months"))),
                delay("within_3_months_of_entry", held.entry("within_3_months_of_entry", named(file, "validation"))),
                outside.articles("basis"),
                new ByChannel(channel.articles("basis"), channel.text("question")),
                late(file.entry("late", named(file, "late"))),
                beforeTheWindow(file.entry("before_the_window", named(file, "before_the_window"))),
                delay("general", first.entry("general", named(file, "general"))),
                delay("young_adult_listed", first.entry("young_adult_listed", named(file, "young_adult_listed"))),
                delay("young_adult_other", first.entry("young_adult_other", named(file, "young_adult_other"))),
                owns);
        Entry notComputed = file.entry("not_computed", named(file, "not_computed"));
        notComputed.keys().forEach(notComputed::text);
        outside.done();
        channel.done();
        held.done();
        first.done();
        file.done();
        return windows;
    }

    private static String named(Entry file, String part) {
        return file.name() + ", " + part;
    }

    private static HeldWindow heldWindow(Entry entry) {
        HeldWindow window = new HeldWindow(
                entry.period("opens_before_expiry"), entry.period("closes_before_expiry"), entry.articles("basis"));
        entry.optionalText("note");
        entry.done();
        return window;
    }

    private static Late late(Entry entry) {
        Late late = new Late(entry.period("accepted_as_renewal_until"), entry.articles("basis"));
        entry.article("fee_basis");
        entry.optionalText("note");
        entry.optionalText("fee_note");
        entry.done();
        return late;
    }

    private static BeforeTheWindow beforeTheWindow(Entry entry) {
        BeforeTheWindow rule = new BeforeTheWindow(
                entry.word("held", Map.of("CSP", DocumentKind.CSP)),
                new HashSet<>(entry.articles("articles")),
                entry.articles("basis"),
                entry.text("question"));
        entry.done();
        return rule;
    }

    private static FirstDelay delay(String name, Entry entry) {
        FirstDelay delay = new FirstDelay(
                name,
                entry.has("permits") ? new HashSet<>(entry.permits("permits")) : Set.of(),
                new HashSet<>(entry.articlesOrNone("articles")),
                rule(entry),
                entry.articles("basis"));
        entry.done();
        return delay;
    }

    private static FirstDelay.Rule rule(Entry entry) {
        if (entry.has("unsettled")) {
            return new Unsettled(entry.text("unsettled"), entry.text("question"));
        }
        if (entry.has("closes_after_entry")) {
            return new AfterEntry(entry.period("closes_after_entry"));
        }
        if (entry.has("eve_of_birthday")) {
            return new EveOfBirthday(entry.number("eve_of_birthday"));
        }
        if (entry.has("after_birthday")) {
            return new AfterBirthday(entry.number("after_birthday"), entry.period("closes_after"));
        }
        return new BetweenBirthdays(entry.number("opens_on_birthday"), entry.number("closes_on_birthday"));
    }
}
