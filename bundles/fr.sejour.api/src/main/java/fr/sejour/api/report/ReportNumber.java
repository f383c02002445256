package fr.sejour.api.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a report: {@code SI-} and twelve letters or digits of Crockford's base 32, in groups of four. */
public record ReportNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("SI(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** @throws IllegalArgumentException when it has another shape */
    public ReportNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The number of a report reads SI-XXXX-XXXX-XXXX");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
