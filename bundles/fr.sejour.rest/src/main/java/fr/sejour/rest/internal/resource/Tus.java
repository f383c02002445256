package fr.sejour.rest.internal.resource;

import fr.sejour.api.cases.UploadFile;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.BodyRefused;
import fr.sejour.rest.internal.problem.ProblemKind;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.request.TusWords;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of the tus protocol 1.0. */
final class Tus {

    static final String VERSION = TusWords.VERSION;
    static final String VERSION_HEADER = TusWords.VERSION_HEADER;
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    static final String PART = "application/offset+octet-stream";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final String NAME_KEY = "filename ";

    private Tus() {}

    /** @throws BodyRefused when the client speaks another version, or does not say which */
    static void refuseOtherVersions(@Nullable String version) {
        if (!VERSION.equals(version)) {
            throw new BodyRefused(ProblemKind.UPLOAD_PROTOCOL);
        }
    }

    static long number(String header, @Nullable String sent) {
        if (sent == null || !NUMBER.matcher(sent).matches()) {
            throw new BadInput(header, sent == null ? Rule.REQUIRED : Rule.OFFSET);
        }
        return Long.parseLong(sent);
    }

    /** The name of the file, of what the client says about it: pairs of a key and a value in Base64. */
    static Optional<String> fileName(@Nullable String metadata) {
        if (metadata == null) {
            return Optional.empty();
        }
        try {
            return Arrays.stream(metadata.split(",", 20))
                    .map(String::strip)
                    .filter(pair -> pair.startsWith(NAME_KEY))
                    .map(pair -> Base64.getDecoder()
                            .decode(pair.substring(NAME_KEY.length()).strip()))
                    .map(name -> new String(name, StandardCharsets.UTF_8))
                    .findFirst();
        } catch (IllegalArgumentException noBase64) {
            throw new BadInput(METADATA, Rule.HEADER);
        }
    }

    static ResponseBuilder answer(ResponseBuilder answer, UploadFile upload) {
        return answer.header(VERSION_HEADER, VERSION)
                .header(OFFSET, upload.offset())
                .header(LENGTH, upload.length())
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
