package fr.sejour.inspection.worker;

import java.util.Map;
import org.apache.tika.Tika;

/** Tells what a file is by its content, and looks into it as far as it takes to say whether an agent can read it. */
final class Look {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String HEIC = "image/heic";

    /** The types that a préfecture can read, by the names that Tika has for them. */
    private static final Map<String, String> ACCEPTED = Map.of(
            PDF,
            PDF,
            JPEG,
            JPEG,
            PNG,
            PNG,
            HEIC,
            HEIC,
            "image/heif",
            HEIC,
            "image/heic-sequence",
            HEIC,
            "image/heif-sequence",
            HEIC);

    private final Tika tika = new Tika();

    /** The media type; or a code and a bang. */
    String at(byte[] file, int mostPages) {
        try {
            String type = ACCEPTED.get(tika.detect(file));
            if (type == null) {
                throw new Refused(Refused.NOT_ACCEPTED);
            }
            switch (type) {
                case PDF -> PdfLook.at(file, mostPages);
                case JPEG -> ImageLook.atJpeg(file);
                case PNG -> ImageLook.atPng(file);
                default -> ImageLook.atHeic(file);
            }
            return type;
        } catch (Refused refused) {
            return refused.code() + "!";
        } catch (RuntimeException | StackOverflowError confused) {
            return Refused.UNREADABLE + "!";
        }
    }
}
