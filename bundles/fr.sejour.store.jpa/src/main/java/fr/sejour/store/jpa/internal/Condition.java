package fr.sejour.store.jpa.internal;

import java.util.HashMap;
import java.util.Map;

/** A WHERE clause with its parameters, made of the conditions that were given and of no others. */
record Condition(String jpql, Map<String, Object> parameters) {

    static final Condition NONE = new Condition("", Map.of());

    Condition {
        parameters = Map.copyOf(parameters);
    }

    static Condition of(String jpql, String parameter, Object value) {
        return new Condition(jpql, Map.of(parameter, value));
    }

    Condition and(Condition other) {
        if (jpql.isEmpty()) {
            return other;
        }
        if (other.jpql.isEmpty()) {
            return this;
        }
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Condition(jpql + " AND " + other.jpql, both);
    }

    Condition and(String more, String parameter, Object value) {
        return and(of(more, parameter, value));
    }

    /** With its keyword, or nothing when there is no condition. */
    String where() {
        return jpql.isEmpty() ? "" : " WHERE " + jpql;
    }
}
