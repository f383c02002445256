package fr.sejour.persistence.internal;

import java.util.List;
import java.util.Map;

/**
 * A persistence unit as its bundle's {@code persistence.xml} describes it.
 *
 * @param dataSource the LDAP filter over service properties that its data source must match
 * @param classes the entities, embeddables and converters; nothing is scanned for
 */
record UnitDefinition(
        String name,
        String dataSource,
        List<String> classes,
        List<String> mappingFiles,
        Map<String, String> properties) {
    UnitDefinition {
        classes = List.copyOf(classes);
        mappingFiles = List.copyOf(mappingFiles);
        properties = Map.copyOf(properties);
    }
}
