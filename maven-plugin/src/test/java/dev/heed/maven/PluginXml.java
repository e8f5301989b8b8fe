package dev.heed.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The plugin's descriptor, as the build writes it.
 *
 * @param goals by name
 * @param dependencies as {@code group:artifact}
 */
record PluginXml(Map<String, Goal> goals, List<String> dependencies) {

    /**
     * A goal.
     *
     * @param phase that it is bound to by default; may be empty
     * @param parameters by name, but those that nobody can set
     */
    record Goal(String name, String description, String phase, boolean threadSafe, Map<String, Parameter> parameters) {}

    /**
     * A parameter.
     *
     * @param property that sets it; may be empty
     * @param preset its default; may be empty
     */
    record Parameter(String name, String type, String property, String preset, String description) {}

    static PluginXml read(Path file) throws IOException {
        Element root;
        try {
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
        Map<String, Goal> goals = new LinkedHashMap<>();
        for (Element mojo : children(child(root, "mojos"))) {
            Goal goal = goal(mojo);
            goals.put(goal.name(), goal);
        }
        List<String> dependencies = new ArrayList<>();
        for (Element dependency : children(child(root, "dependencies"))) {
            dependencies.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
        }
        return new PluginXml(goals, dependencies);
    }

    private static Goal goal(Element mojo) {
        Element configuration = child(mojo, "configuration");
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Element parameter : children(child(mojo, "parameters"))) {
            String name = text(parameter, "name");
            if (text(parameter, "editable").equals("false")) {
                continue;
            }
            Element value = configuration == null ? null : child(configuration, name);
            String expression = value == null ? "" : value.getTextContent();
            parameters.put(
                    name,
                    new Parameter(
                            name,
                            text(parameter, "type"),
                            expression.replaceAll("[${}]", ""),
                            value == null ? "" : value.getAttribute("default-value"),
                            text(parameter, "description")));
        }
        return new Goal(
                text(mojo, "goal"),
                text(mojo, "description"),
                text(mojo, "phase"),
                text(mojo, "threadSafe").equals("true"),
                parameters);
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        for (Element child : children(parent)) {
            if (child.getTagName().equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
