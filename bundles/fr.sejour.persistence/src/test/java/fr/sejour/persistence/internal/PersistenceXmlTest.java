package fr.sejour.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceXmlTest {
    @TempDir
    Path folder;

    @Test
    void a_unit_has_its_classes_properties_and_the_filter_of_its_data_source() {
        URL file = PersistenceXmlTest.class.getResource("/META-INF/persistence.xml");

        List<UnitDefinition> units = PersistenceXml.read(file);

        assertThat(units)
                .containsExactly(new UnitDefinition(
                        "notes",
                        "(dataSourceName=sejour)",
                        List.of("fr.sejour.persistence.internal.Note"),
                        List.of(),
                        Map.of("eclipselink.jdbc.batch-writing", "JDBC")));
    }

    @Test
    void a_data_source_that_is_no_service_is_refused_with_a_sentence() throws IOException {
        URL file = written("<persistence><persistence-unit name='u'><non-jta-data-source>jdbc/x</non-jta-data-source>"
                + "</persistence-unit></persistence>");

        assertThatThrownBy(() -> PersistenceXml.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names its data source as jdbc/x");
    }

    @Test
    void a_document_type_is_refused() throws IOException {
        URL file = written(
                "<!DOCTYPE persistence [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><persistence>&e;</persistence>");

        assertThatThrownBy(() -> PersistenceXml.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }

    private URL written(String content) throws IOException {
        return Files.writeString(folder.resolve("persistence.xml"), content)
                .toUri()
                .toURL();
    }
}
