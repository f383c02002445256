package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain that makes a change, a removal or a new order of the lines of a case's journal show.
 *
 * <p>The digest of a line is the SHA-256, in lower-case hexadecimal, of its canonical form in UTF-8: eight fields, each written
 * as the number of its bytes in decimal, a colon, the field, and a line feed.
 *
 * <ol>
 *   <li>the digest of the line before; sixty-four zeros for the first line
 *   <li>the number of the case
 *   <li>the number of the line, from 1
 *   <li>the instant in UTC with six decimals, for example {@code 2026-03-29T02:30:00.123456Z}
 *   <li>the actor
 *   <li>what happened
 *   <li>the detail
 *   <li>the basis; when there is none, the field is empty and its number is {@code -1}
 * </ol>
 *
 * <p>The case's row holds the number of lines and the last digest, so that a cut tail shows too.
 */
final class JournalChain {

    /** The digest before the first line. */
    static final String START = "0".repeat(64);

    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private JournalChain() {}

    /** The line that follows a case's last one. */
    static JournalLine next(CaseNumber number, long lastLine, String lastDigest, JournalEntry entry) {
        long line = lastLine + 1;
        Instant at = UtcInstants.kept(entry.at());
        StringBuilder form = new StringBuilder();
        for (String field : List.of(
                lastDigest,
                number.value(),
                Long.toString(line),
                sixDecimals(at),
                entry.actor(),
                entry.what(),
                entry.detail())) {
            form.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append('\n');
        }
        form.append(entry.basis()
                .map(basis -> basis.getBytes(StandardCharsets.UTF_8).length + ":" + basis + "\n")
                .orElse("-1:\n"));
        return new JournalLine(
                line,
                at,
                entry.actor(),
                entry.what(),
                entry.detail(),
                entry.basis(),
                sha256(form.toString()),
                entry.statement().map(Statement::words));
    }

    private static String sixDecimals(Instant at) {
        return SIX_DECIMALS.format(at.atOffset(ZoneOffset.UTC));
    }

    private static String sha256(String form) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
