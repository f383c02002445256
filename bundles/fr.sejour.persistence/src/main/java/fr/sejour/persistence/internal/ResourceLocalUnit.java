package fr.sejour.persistence.internal;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/** A unit as EclipseLink wants to be told of it: resource-local, its classes listed, nothing woven, nothing shared. */
record ResourceLocalUnit(UnitDefinition definition, ClassLoader classes, URL root, DataSource source)
        implements PersistenceUnitInfo {

    /** Opens the unit; its mappings are checked here, not at first use. */
    EntityManagerFactory open(Database database, String session) {
        Map<String, Object> settings = new HashMap<>(definition.properties());
        settings.put("eclipselink.cache.shared.default", "false");
        settings.put("eclipselink.deploy-on-startup", "true");
        settings.put("eclipselink.logging.logger", "JavaLogger");
        settings.put("eclipselink.logging.parameters", "false");
        settings.put("eclipselink.session-name", session);
        settings.put("eclipselink.target-database", database.eclipseLinkPlatform());
        settings.put("eclipselink.weaving", "false");
        return new PersistenceProvider().createContainerEntityManagerFactory(this, settings);
    }

    @Override
    public String getPersistenceUnitName() {
        return definition.name();
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return definition.mappingFiles();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return root;
    }

    @Override
    public List<String> getManagedClassNames() {
        return definition.classes();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        properties.putAll(definition.properties());
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return classes;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        throw new IllegalStateException("Weaving is off, so nothing may transform the classes of " + definition.name());
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return classes;
    }
}
