package fr.sejour.core.port;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way to the records. The work is given the records of one open transaction and must not keep them: what it returns is
 * a value. It reads, decides and writes; it calls no extension and does no other input or output.
 */
@ProviderType
public interface Store {

    /**
     * Runs the work in one transaction: all of it is kept, on disk, or nothing is. An exception of the work rolls everything
     * back and comes out unchanged. Work that met a deadlock or a serialisation fault, or kept what somebody else had kept
     * meanwhile under the same key, is run again, at most three times, so it must have no effect of its own.
     *
     * @throws fr.sejour.api.fault.CaseException {@code CASE_CHANGED} when a case was changed by somebody else meanwhile;
     *     {@code STORE_UNAVAILABLE} when the database cannot be reached, or the fault is still met the last time; whether the
     *     work was kept is then not known
     */
    <T> T write(Function<Records, T> work);

    /**
     * Runs work that reads only.
     *
     * @throws fr.sejour.api.fault.CaseException {@code STORE_UNAVAILABLE} when the database cannot be reached
     */
    <T> T read(Function<Records, T> work);
}
