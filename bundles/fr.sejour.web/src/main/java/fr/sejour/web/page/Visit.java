package fr.sejour.web.page;

import fr.sejour.api.access.Caller;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** One request to a page, as the page sees it. Belongs to the thread that answers. */
@ProviderType
public interface Visit {

    /** The words of the visitor's language. */
    Words words();

    /** Who is signed in. */
    Optional<Caller> caller();

    /** Who is signed in, on a page that only they may ask for. */
    default Caller signedIn() {
        return caller().orElseThrow(() -> new CaseException(ErrorCode.NOT_SIGNED_IN));
    }

    /** The instant of the request. */
    Instant now();

    /** The day of the request in mainland France. */
    LocalDate today();

    /** The day of the request in a zone: that of the préfecture in charge, for whatever the law counts in days. */
    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    /**
     * The segment of the address that stands at a name in braces.
     *
     * @throws CaseException {@code NOT_FOUND} when the reader refuses it
     */
    <T> T variable(String name, Function<String, T> reader);

    /** A value of the query; empty when it is absent or blank. */
    Optional<String> asked(String name);

    /**
     * What the page before has just done, to be said once on top of this one; empty when it did nothing that has words.
     *
     * @param prefix the beginning of its text keys
     */
    default Optional<String> done(String prefix) {
        return asked("done")
                .filter(code -> code.matches("[a-z-]{1,40}"))
                .flatMap(code -> words().ifSaid(prefix + "." + code));
    }

    /** What was posted, ready to be read and to be shown again. */
    Form form();

    /** A form with these values to begin with. */
    Form form(Map<String, List<String>> values);

    /** The file posted at that name; empty when none was chosen. */
    Optional<Upload> upload(String name);
}
