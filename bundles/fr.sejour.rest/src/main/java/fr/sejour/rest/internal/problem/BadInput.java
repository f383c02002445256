package fr.sejour.rest.internal.problem;

import java.util.List;

/** A request that the contract does not allow. It never carries what was sent. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldFault fault;

    public BadInput(String field, Rule rule) {
        this(field, rule, List.of());
    }

    /** @param allowed the values that are taken */
    public BadInput(String field, Rule rule, List<String> allowed) {
        super(rule.slug() + " at " + field, null, false, false);
        this.fault = new FieldFault(field, rule, allowed);
    }

    public FieldFault fault() {
        return fault;
    }
}
