package fr.sejour.law.internal.text;

/** An edition that contradicts itself is not loaded. The message is one sentence that names the entry to mend. */
public final class InconsistentEdition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InconsistentEdition(String entry, String fault) {
        super(entry + " " + fault + ".");
    }
}
