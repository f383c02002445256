package fr.sejour.api.prefecture;

/**
 * Who answered for a préfecture: a rules bundle, or the national rules.
 *
 * @param bundle the symbolic name of the bundle, {@code national} when none serves the préfecture
 * @param version the bundle's version, {@code 0.0.0} for the national rules
 */
public record RulesOrigin(String bundle, String version) {

    public static final RulesOrigin NATIONAL = new RulesOrigin("national", "0.0.0");
}
