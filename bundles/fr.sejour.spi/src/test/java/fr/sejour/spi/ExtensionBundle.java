package fr.sejour.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The bundle that an extension's class is built into, as the build has just described it in its manifest. */
public final class ExtensionBundle {

    private final URI root;
    private final Manifest manifest;

    private ExtensionBundle(URI root, Manifest manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    /** The bundle of that class. */
    public static ExtensionBundle of(Class<?> type) {
        String place = type.getProtectionDomain().getCodeSource().getLocation().toString();
        URI root = URI.create(place.endsWith(".jar") ? "jar:" + place + "!/" : place);
        try (InputStream content = at(root, "META-INF/MANIFEST.MF").openStream()) {
            return new ExtensionBundle(root, new Manifest(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages that the bundle imports. */
    public List<String> imports() {
        return clauses("Import-Package").stream()
                .flatMap(clause -> Arrays.stream(clause.split(";", -1)))
                .filter(part -> !part.contains("="))
                .collect(Collectors.toList());
    }

    /** The packages that the bundle exports. */
    public List<String> exports() {
        return clauses("Export-Package").stream()
                .map(clause -> clause.split(";", 2)[0])
                .collect(Collectors.toList());
    }

    /** The value of a service property that the component of that class declares. */
    public Optional<String> serviceProperty(Class<?> component, String name) {
        return clauses("Service-Component").stream()
                .map(this::description)
                .filter(description ->
                        attributes(description, "implementation", "class").contains(component.getName()))
                .flatMap(description -> elements(description, "property").stream())
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    private List<String> clauses(String header) {
        String value = manifest.getMainAttributes().getValue(header);
        if (value == null) {
            return List.of();
        }
        String unquoted = value.replaceAll("\"[^\"]*\"", "");
        return Arrays.stream(unquoted.split(",", -1)).map(String::strip).collect(Collectors.toList());
    }

    private Document description(String entry) {
        try (InputStream content = at(root, entry).openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The component description " + entry + " cannot be read", e);
        }
    }

    private static List<String> attributes(Document description, String element, String attribute) {
        return elements(description, element).stream()
                .map(found -> found.getAttribute(attribute))
                .collect(Collectors.toList());
    }

    private static List<Element> elements(Document description, String name) {
        NodeList found = description.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static URL at(URI root, String entry) throws MalformedURLException {
        return new URL(root + entry);
    }
}
