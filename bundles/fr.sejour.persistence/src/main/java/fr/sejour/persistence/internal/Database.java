package fr.sejour.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;

/** The databases that Séjour runs on, and the words in which they differ. */
public enum Database {
    DERBY("Apache Derby", "org.eclipse.persistence.platform.database.DerbyPlatform", "BLOB", "CLOB", "TIMESTAMP", ""),
    POSTGRESQL(
            "PostgreSQL",
            "org.eclipse.persistence.platform.database.PostgreSQL10Platform",
            "BYTEA",
            "TEXT",
            "TIMESTAMP(6)",
            " COLLATE \"C\"");

    private final String product;
    private final String platform;
    private final String blob;
    private final String text;
    private final String instant;
    private final String byCharacter;

    Database(String product, String platform, String blob, String text, String instant, String byCharacter) {
        this.product = product;
        this.platform = platform;
        this.blob = blob;
        this.text = text;
        this.instant = instant;
        this.byCharacter = byCharacter;
    }

    /**
     * Asks the database what it is.
     *
     * @throws SQLException when it does not answer, or is none that Séjour runs on
     */
    public static Database behind(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return Arrays.stream(values())
                    .filter(database -> database.product.equals(product))
                    .findAny()
                    .orElseThrow(() -> new SQLException(
                            "Séjour runs on Apache Derby and on PostgreSQL; this database is " + product));
        }
    }

    /** What a migration writes as <code>${blob}</code>, <code>${text}</code>, <code>${instant}</code> or <code>${by_character}</code>: texts that are
     * ordered sign by sign, in no country's way. */
    Map<String, String> placeholders() {
        return Map.of("blob", blob, "text", text, "instant", instant, "by_character", byCharacter);
    }

    String eclipseLinkPlatform() {
        return platform;
    }

    /** The folder, beside the scripts for every database, of those for this one only. */
    String folder() {
        return this == DERBY ? "derby" : "postgresql";
    }

    @Override
    public String toString() {
        return product;
    }
}
