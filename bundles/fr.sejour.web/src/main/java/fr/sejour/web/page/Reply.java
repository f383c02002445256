package fr.sejour.web.page;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.cases.PieceReading;
import gg.jte.Content;
import java.io.InputStream;
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
    record Attachment(String mediaType, String fileName, long size, InputStream content) implements Reply {}

    static Reply page(String title, Content body) {
        return new Html(200, title, body);
    }

    /** A form shown again because what it held cannot be taken. */
    static Reply refused(String title, Content body) {
        return new Html(422, title, body);
    }

    /** A version of a piece as a file; the host reads and closes it. */
    static Reply piece(PieceReading reading) {
        return new Attachment(reading.mediaType(), reading.fileName(), reading.size(), reading.content());
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
