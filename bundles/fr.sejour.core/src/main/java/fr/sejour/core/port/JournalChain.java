package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The chain that makes a change, a removal or a new order of the lines of a case's journal show. The store writes by it, the
 * verifier reads by it.
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
public final class JournalChain {

    /** The digest before the first line. */
    public static final String START = "0".repeat(64);

    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private JournalChain() {}

    /**
     * The digest of a line.
     *
     * @param previous the digest of the line before
     * @param at to the microsecond
     */
    public static String digest(
            String previous,
            CaseNumber number,
            long line,
            Instant at,
            String actor,
            String what,
            String detail,
            Optional<String> basis) {
        StringBuilder form = new StringBuilder();
        for (String field :
                List.of(previous, number.value(), Long.toString(line), sixDecimals(at), actor, what, detail)) {
            form.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append('\n');
        }
        form.append(basis.map(it -> it.getBytes(StandardCharsets.UTF_8).length + ":" + it + "\n")
                .orElse("-1:\n"));
        return sha256(form.toString());
    }

    private static String sixDecimals(Instant at) {
        return SIX_DECIMALS.format(at.atOffset(ZoneOffset.UTC));
    }

    private static String sha256(String form) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
