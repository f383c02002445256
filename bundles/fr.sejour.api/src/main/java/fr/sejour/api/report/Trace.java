package fr.sejour.api.report;

import fr.sejour.api.attempt.AttemptNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the person was and what the platform had told them. There is no picture of the screen: others may stand on it.
 *
 * @param page the address of the page, without its query; empty when the person did not come from one
 * @param problem the slug of the problem they read
 * @param attempt the number of the receipt they hold
 * @param request the opaque trace of the request that failed
 * @param browserLanguage the languages their browser asks for
 */
public record Trace(
        Optional<String> page,
        Optional<String> problem,
        Optional<AttemptNumber> attempt,
        Optional<String> request,
        Optional<String> browserLanguage) {

    public static final Trace NONE =
            new Trace(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern PAGE = Pattern.compile("/[A-Za-z0-9/._~%-]{0,199}");
    private static final Pattern PROBLEM = Pattern.compile("[a-z-]{1,60}");
    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9:._-]{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9,;=.* -]{1,200}");

    /** @throws IllegalArgumentException when a part is not what it should be */
    public Trace {
        require(page, PAGE, "A page is an address of this site without its query");
        require(problem, PROBLEM, "A problem is a code of this platform");
        require(request, REQUEST, "The trace of a request has 1 to 100 letters, digits or signs");
        require(browserLanguage, LANGUAGE, "Languages are written as a browser asks for them");
    }

    private static void require(Optional<String> part, Pattern shape, String otherwise) {
        if (part.isPresent() && !shape.matcher(part.get()).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
