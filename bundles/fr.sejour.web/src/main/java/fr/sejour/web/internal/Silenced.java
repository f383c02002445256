package fr.sejour.web.internal;

import fr.sejour.api.fault.CaseException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the log may show it: its types and its places in the code. Its words are left out, because those of a
 * database or a library may repeat what a person wrote; ours never do.
 */
final class Silenced extends Exception {

    private static final long serialVersionUID = 1L;

    private Silenced(Throwable thrown, @Nullable Throwable cause) {
        super(said(thrown), cause, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    static Silenced of(Throwable thrown) {
        return of(thrown, new IdentityHashMap<>());
    }

    private static Silenced of(Throwable thrown, Map<Throwable, Boolean> seen) {
        seen.put(thrown, true);
        Throwable cause = thrown.getCause();
        return new Silenced(thrown, cause == null || seen.containsKey(cause) ? null : of(cause, seen));
    }

    private static String said(Throwable thrown) {
        boolean ours = thrown instanceof CaseException || thrown instanceof NullPointerException;
        return ours ? thrown.toString() : thrown.getClass().getName();
    }
}
