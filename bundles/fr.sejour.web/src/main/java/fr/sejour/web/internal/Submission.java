package fr.sejour.web.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.web.page.Upload;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a request brings along: values of its query or its form, and files. Whatever cannot be read is the sender's to mend. */
final class Submission {

    /** Of a request that cannot be read. */
    static final Submission UNREAD = new Submission(Map.of(), Map.of());

    /** More text than any form of these pages asks for; what announces no length is bounded as it is read. */
    private static final long LARGEST_FORM = 200_000;

    /** How much of a body that is too large is read away, so that the browser gets to read why. */
    private static final long LARGEST_DRAINED = 64L * 1024 * 1024;

    private final Map<String, List<String>> values;
    private final Map<String, Upload> uploads;

    private Submission(Map<String, List<String>> values, Map<String, Upload> uploads) {
        this.values = values;
        this.uploads = uploads;
    }

    /**
     * @throws CaseException {@code MALFORMED_INPUT}, {@code PIECE_TOO_LARGE}, {@code TOO_BUSY}
     * @throws FormTooLongException when there is more text than any form asks for
     */
    static Submission of(HttpServletRequest request) {
        String type = request.getContentType();
        boolean files = type != null && type.startsWith("multipart/form-data");
        long largest = files ? PageHost.LARGEST_REQUEST : LARGEST_FORM;
        if (request.getMethod().equals("POST") && request.getContentLengthLong() > largest) {
            drain(request);
            throw tooLarge(files);
        }
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            return files ? ofParts(request) : ofParameters(request);
        } catch (CaseException busy) {
            throw busy;
        } catch (IOException | ServletException | RuntimeException e) {
            throw isTooLarge(e) ? tooLarge(files) : new CaseException(ErrorCode.MALFORMED_INPUT);
        }
    }

    private static RuntimeException tooLarge(boolean files) {
        return files
                ? new CaseException(ErrorCode.PIECE_TOO_LARGE, Map.of("maximumBytes", Upload.LARGEST))
                : new FormTooLongException();
    }

    Map<String, List<String>> values() {
        return values;
    }

    Optional<String> value(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    Optional<Upload> upload(String name) {
        return Optional.ofNullable(uploads.get(name));
    }

    /** What was asked for, as far as an attempt keeps it: codes and a digest. */
    Attempt.Subject subject(Map<String, String> variables) {
        return new Attempt.Subject(
                value("permit").flatMap(it -> valid(it, PermitCode::new)),
                Optional.ofNullable(variables.get("number")).flatMap(it -> valid(it, CaseNumber::new)),
                value("commune")
                        .flatMap(it -> valid(it, CommuneCode::new))
                        .flatMap(it -> valid(it, CommuneCode::prefecture)),
                Optional.of(digest()));
    }

    /** Under which mandate a helper asks: the addresses that they ask for say it. */
    static Optional<Attempt.Behalf> behalf(Map<String, String> variables) {
        return Optional.ofNullable(variables.get("mandate"))
                .flatMap(it -> valid(it, MandateNumber::new))
                .map(it -> new Attempt.Behalf(Optional.empty(), Optional.of(it)));
    }

    /** Over fields and files as they came; secrets are left out, for a digest of a short one can be guessed. */
    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(values).forEach((name, sent) -> {
                if (!name.contains("password") && !name.contains("code") && !name.equals(FormToken.FIELD)) {
                    digest.update((name + "=" + sent + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
            new TreeMap<>(uploads).values().forEach(upload -> digest.update(upload.bytes()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static <S, T> Optional<T> valid(S sent, Function<S, T> constructor) {
        try {
            return Optional.of(constructor.apply(sent));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Submission ofParameters(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, sent) -> values.put(name, List.of(sent)));
        return new Submission(values, Map.of());
    }

    private static Submission ofParts(HttpServletRequest request) throws IOException, ServletException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Upload> uploads = new LinkedHashMap<>();
        for (Part part : request.getParts()) {
            try (InputStream content = part.getInputStream()) {
                byte[] bytes = content.readAllBytes();
                if (part.getSubmittedFileName() == null) {
                    values.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                            .add(new String(bytes, StandardCharsets.UTF_8));
                } else if (bytes.length > 0) {
                    uploads.put(part.getName(), new Upload(part.getSubmittedFileName(), bytes));
                }
            }
        }
        return new Submission(values, uploads);
    }

    /**
     * Servlets have no exception for a part that is too large. Felix HTTP, where the platform runs, reads parts with Commons
     * FileUpload and wraps its exceptions; it imports the library for itself, so that only their names can be known here. Jetty
     * alone, where tests run, says it in a message.
     */
    private static boolean isTooLarge(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause.getClass().getName().endsWith("SizeLimitExceededException")
                    || message.startsWith("max file size exceeded")
                    || message.startsWith("max length exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static void drain(HttpServletRequest request) {
        try {
            InputStream body = request.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            long left = LARGEST_DRAINED;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(buffer);
            }
        } catch (IOException e) {
            // the sender has gone: nobody is left to tell
            return;
        }
    }
}
