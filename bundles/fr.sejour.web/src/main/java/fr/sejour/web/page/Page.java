package fr.sejour.web.page;

import fr.sejour.api.attempt.Attempt;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One address of a section with what answers there.
 *
 * @param path the address, for example {@code /portal/cases/{number}}: a segment in braces matches any one segment
 * @param attempted what a person attempts with a request to it: when it fails they are given a receipt
 * @param unread what they attempt with one that cannot be read, as far as anybody can tell
 * @param audience who may ask; anybody else is sent to the section's sign-in, or reads that there is no such page
 * @param powers what it may do in a browser that other pages may not
 */
public record Page(
        Method method,
        String path,
        Audience audience,
        Handler handler,
        Function<Visit, Optional<Attempt.Operation>> attempted,
        Optional<Attempt.Operation> unread,
        Set<Power> powers) {

    private static final Pattern SHAPE = Pattern.compile("(/([a-z0-9-]+|\\{[a-z]+}))+");

    /** What is done at the address. */
    public enum Method {
        /** Shows; changes nothing. */
        GET,
        /** Does something; the host has checked the form's token before. */
        POST
    }

    /** What the browser allows a page only when it is said. */
    public enum Power {
        /** Asks for the camera. */
        CAMERA,
        /** Compiles WebAssembly. */
        WEB_ASSEMBLY,
        /** Installs itself, and goes on where there is no network; its section offers {@link Asset#MANIFEST}. */
        NO_NETWORK
    }

    /** What answers. Called from request threads, many at a time. */
    @FunctionalInterface
    public interface Handler {

        /** @throws fr.sejour.api.fault.CaseException shown as a page of its own, in the words of the problem */
        Reply answer(Visit visit);
    }

    /** @throws IllegalArgumentException when the path is not one */
    public Page {
        if (!SHAPE.matcher(path).matches()) {
            throw new IllegalArgumentException("Not the path of a page: " + path);
        }
        powers = Set.copyOf(powers);
    }

    public static Page get(String path, Audience audience, Handler handler) {
        return new Page(Method.GET, path, audience, handler, visit -> Optional.empty(), Optional.empty(), Set.of());
    }

    public static Page post(String path, Audience audience, Handler handler) {
        return new Page(Method.POST, path, audience, handler, visit -> Optional.empty(), Optional.empty(), Set.of());
    }

    /** The same page, each request to which is such an act of a person. */
    public Page attempting(Attempt.Operation operation) {
        return attempting(operation, visit -> true);
    }

    /** The same page, some requests to which are such an act of a person; one that cannot be read is taken for one of these. */
    public Page attempting(Attempt.Operation operation, Predicate<Visit> which) {
        return new Page(
                method,
                path,
                audience,
                handler,
                visit -> Optional.of(operation).filter(it -> which.test(visit)),
                Optional.of(operation),
                powers);
    }

    /** The same page, with powers that others do not have. */
    public Page with(Power... more) {
        return new Page(method, path, audience, handler, attempted, unread, Set.of(more));
    }
}
