package fr.sejour.rest.internal.problem;

/** A request that the contract does not allow. It never carries what was sent. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldFault fault;

    public BadInput(String field, Rule rule) {
        super(rule.slug() + " at " + field, null, false, false);
        this.fault = new FieldFault(field, rule);
    }

    public FieldFault fault() {
        return fault;
    }
}
