package fr.sejour.store.jpa.internal;

/** What the work had read was changed by somebody else before it wrote: it has to be run again. */
final class MeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MeanwhileException() {
        super("Somebody else was faster", null, false, false);
    }
}
