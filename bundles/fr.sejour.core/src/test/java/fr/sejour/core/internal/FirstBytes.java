package fr.sejour.core.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.PieceInspector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Tells files by their first bytes, which is all that a case needs to know of them here. */
public final class FirstBytes implements PieceInspector {

    private static final Map<String, String> STARTS = Map.of(
            "%PDF-", "application/pdf",
            "\u00FF\u00D8\u00FF", "image/jpeg",
            "\u0089PNG", "image/png");

    @Override
    public String inspect(InputStream content, long size, int mostPages) {
        try {
            String start = new String(content.readNBytes(8), StandardCharsets.ISO_8859_1);
            return STARTS.entrySet().stream()
                    .filter(known -> start.startsWith(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new CaseException(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
