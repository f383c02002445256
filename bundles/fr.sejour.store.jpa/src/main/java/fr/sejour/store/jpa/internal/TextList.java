package fr.sejour.store.jpa.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several values in one column that people read: joined by {@code "; "}, each semicolon and backslash behind a backslash. */
final class TextList {

    private TextList() {}

    /** The column's text; null for no values. */
    static @Nullable String joined(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        return values.stream()
                .map(value -> value.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining("; "));
    }

    static List<String> split(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\') {
                i++;
                value.append(text.charAt(i));
            } else if (sign == ';') {
                i++;
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(sign);
            }
        }
        values.add(value.toString());
        return values;
    }
}
