package fr.sejour.api.seal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The fields of one seal, in letters. */
final class SealFields {

    /** Ends a field of no fixed length. */
    private static final char GROUP = 0x1D;

    /** Ends a field that says less than there is to say. */
    private static final char RECORD = 0x1E;

    private final Map<SealField, SealedText> fields = new EnumMap<>(SealField.class);
    private final StringBuilder written = new StringBuilder();

    /** @throws IllegalArgumentException when it is no row of known fields, each at most once */
    static SealFields read(String message) {
        SealFields read = new SealFields();
        int at = 0;
        while (at < message.length()) {
            int start = Math.min(at + 2, message.length());
            SealField field = SealField.of(message.substring(at, start))
                    .orElseThrow(() -> new IllegalArgumentException("No field of a seal has that name"));
            int end = field.fixed() ? start + field.most() : end(message, start);
            if (end > message.length() || end - start > field.most()) {
                throw new IllegalArgumentException("A field of a seal is shorter or longer than it may be");
            }
            boolean whole = field.fixed() || end == message.length() || message.charAt(end) == GROUP;
            SealedText text = new SealedText(message.substring(start, end).replace('/', ' '), whole);
            if (read.fields.put(field, text) != null) {
                throw new IllegalArgumentException("A field of a seal stands there twice");
            }
            at = field.fixed() ? end : end + 1;
        }
        return read;
    }

    SealFields with(SealField field, String letters) {
        return with(field, new SealedText(letters, true));
    }

    SealFields with(SealField field, SealedText text) {
        written.append(field.id()).append(text.letters());
        if (!field.fixed()) {
            written.append(text.whole() ? GROUP : RECORD);
        }
        return this;
    }

    /** @throws IllegalArgumentException when it does not stand there */
    SealedText get(SealField field) {
        return maybe(field).orElseThrow(() -> new IllegalArgumentException("A seal lacks a field that it must have"));
    }

    Optional<SealedText> maybe(SealField field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public String toString() {
        return written.toString();
    }

    private static int end(String message, int from) {
        int at = from;
        while (at < message.length() && message.charAt(at) != GROUP && message.charAt(at) != RECORD) {
            at++;
        }
        return at;
    }
}
