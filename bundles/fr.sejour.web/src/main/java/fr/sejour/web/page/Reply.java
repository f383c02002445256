package fr.sejour.web.page;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.cases.PieceContent;
import fr.sejour.api.catalogue.PieceType;
import gg.jte.Content;
import java.util.Optional;

/** What a page answers. */
public sealed interface Reply {

    /**
     * A page of HTML. The host puts header, menu and footer around it.
     *
     * @param status the HTTP status
     * @param title what the page is about, without the name of the site
     * @param body what stands below the header, beginning with its {@code h1}
     */
    record Html(int status, String title, Content body) implements Reply {}

    /**
     * Another page to go to (303).
     *
     * @param to a path of this site, with its query
     * @param opens the session that begins here
     * @param closes whether the present session ends here
     */
    record Redirect(String to, Optional<SignIn.Session> opens, boolean closes) implements Reply {

        /** @throws IllegalArgumentException when it leads off the site */
        public Redirect {
            if (!to.startsWith("/") || to.startsWith("//") || to.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("A redirect stays on the site");
            }
        }
    }

    /** A file to keep. It is never shown inside the site. */
    @SuppressWarnings("ArrayRecordComponent") // bytes travel once from a page to the browser; nobody compares them
    record Attachment(String mediaType, String fileName, byte[] bytes) implements Reply {}

    static Reply page(String title, Content body) {
        return new Html(200, title, body);
    }

    /** A form shown again because what it held cannot be taken. */
    static Reply refused(String title, Content body) {
        return new Html(422, title, body);
    }

    /** A page shown instead of an act that the state of things forbids. */
    static Reply conflict(String title, Content body) {
        return new Html(409, title, body);
    }

    /** A piece as a file, named after its type. */
    static Reply piece(PieceType type, PieceContent content) {
        String ending = switch (content.mediaType()) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/heic" -> ".heic";
            default -> "";
        };
        return new Attachment(content.mediaType(), type + ending, content.bytes());
    }

    static Reply redirect(String to) {
        return new Redirect(to, Optional.empty(), false);
    }

    /** Opens a session and goes on. */
    static Reply signedIn(SignIn.Session session, String to) {
        return new Redirect(to, Optional.of(session), false);
    }

    /** Ends the session and goes on. */
    static Reply signedOut(String to) {
        return new Redirect(to, Optional.empty(), true);
    }
}
