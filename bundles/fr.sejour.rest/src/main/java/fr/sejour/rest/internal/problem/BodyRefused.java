package fr.sejour.rest.internal.problem;

/** A body that was not read to its end: it was too large, or the connection gave nothing that can be read. */
public final class BodyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;

    public BodyRefused(ProblemKind kind) {
        super(kind.slug(), null, false, false);
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
