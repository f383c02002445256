package fr.sejour.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a {@code persistence.xml}: resource-local units over a data source that is an OSGi service. */
final class PersistenceXml {
    private static final String DATA_SOURCE_SERVICE = "osgi:service/javax.sql.DataSource/";

    private PersistenceXml() {}

    /**
     * The units of one file, in its order.
     *
     * @throws IllegalArgumentException with a sentence, when the file is none that we can serve
     */
    static List<UnitDefinition> read(URL file) {
        Document document;
        try (InputStream content = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document = factory.newDocumentBuilder().parse(content);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
        return elements(document.getDocumentElement(), "persistence-unit")
                .map(PersistenceXml::unit)
                .toList();
    }

    private static UnitDefinition unit(Element unit) {
        String name = unit.getAttribute("name");
        return new UnitDefinition(
                name,
                dataSource(name, unit),
                texts(unit, "class"),
                texts(unit, "mapping-file"),
                elements(unit, "property")
                        .collect(Collectors.toMap(
                                property -> property.getAttribute("name"),
                                property -> property.getAttribute("value"))));
    }

    private static String dataSource(String unit, Element element) {
        String source = texts(element, "non-jta-data-source").stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The persistence unit " + unit + " names no non-jta-data-source"));
        if (!source.startsWith(DATA_SOURCE_SERVICE + "(")) {
            throw new IllegalArgumentException("The persistence unit " + unit + " names its data source as " + source
                    + ", not as " + DATA_SOURCE_SERVICE + "(dataSourceName=…)");
        }
        return source.substring(DATA_SOURCE_SERVICE.length());
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name)
                .map(child -> child.getTextContent().strip())
                .toList();
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
