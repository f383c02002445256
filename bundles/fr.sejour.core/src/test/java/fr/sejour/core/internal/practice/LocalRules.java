package fr.sejour.core.internal.practice;

import fr.sejour.spi.rules.ForPrefecture;
import fr.sejour.spi.rules.PrefectureRules;
import java.util.Map;

/** Lets a test bring local rules to the core and take them away, as the framework does. */
public final class LocalRules {

    private LocalRules() {}

    public static void arrive(Practices practices, String prefecture, PrefectureRules rules) {
        practices.bindRules(rules, Map.of(ForPrefecture.PROPERTY, prefecture));
    }

    public static void leave(Practices practices, PrefectureRules rules) {
        practices.unbindRules(rules);
    }
}
