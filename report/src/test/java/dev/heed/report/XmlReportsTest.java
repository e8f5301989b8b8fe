package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class XmlReportsTest {
    private static final List<Notification> TROUBLE = List.of(FakeFindings.broken(), FakeFindings.crash());

    @Test
    void junitHasASuiteForEachFileAndOneForTheScan() {
        String report = written(ReportFormat.JUNIT, FakeFindings.both(), TROUBLE);

        assertThatCode(() -> validate(report)).doesNotThrowAnyException();
        Document document = parsed(report);
        assertThat(attributes(document, "testsuite", "name"))
                .containsExactly("src/main/java/app/Pool.java", "src/main/java/app/Worker.java", "heed");
        assertThat(attributes(document, "testsuite", "failures")).containsExactly("1", "1", "0");
        assertThat(attributes(document, "testsuite", "errors")).containsExactly("0", "0", "2");
        assertThat(attributes(document, "testcase", "name"))
                .contains("swallowed-interrupt at 19:15", "incomplete-scan src/main/java/app/Broken.java:3:7");
        assertThat(document.getElementsByTagName("failure").item(1).getTextContent())
                .contains("1. src/main/java/app/Worker.java:17:27: 'take' delivers the interrupt\n")
                .contains("\nfix (safe): Restore the interrupt status and leave the loop\n");
    }

    @Test
    void junitPassesWhenClean() {
        String report = written(ReportFormat.JUNIT, List.of(), List.of());

        assertThatCode(() -> validate(report)).doesNotThrowAnyException();
        assertThat(attributes(parsed(report), "testcase", "name")).containsExactly("scan");
        assertThat(attributes(parsed(report), "testsuite", "tests")).containsExactly("1");
    }

    @Test
    void theSchemaRefusesWhatIsWrong() {
        String report = written(ReportFormat.JUNIT, FakeFindings.both(), List.of());

        assertThatCode(() -> validate(report.replace("tests=\"1\"", "tests=\"one\"")))
                .isInstanceOf(SAXException.class);
        assertThatCode(() -> validate(report.replace("classname", "class"))).isInstanceOf(SAXException.class);
    }

    @Test
    void checkstyleHasAFileForEachFile() {
        Document document = parsed(written(ReportFormat.CHECKSTYLE, FakeFindings.both(), TROUBLE));

        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("4.3");
        assertThat(attributes(document, "file", "name"))
                .containsExactly(
                        "src/main/java/app/Pool.java",
                        "src/main/java/app/Worker.java",
                        "src/main/java/app/Odd.java",
                        "src/main/java/app/Broken.java");
        assertThat(attributes(document, "error", "severity")).containsExactly("info", "warning", "error", "error");
        assertThat(attributes(document, "error", "source"))
                .containsExactly(
                        "heed.wrapped-without-restore",
                        "heed.swallowed-interrupt",
                        "heed.internal-error",
                        "heed.incomplete-scan");
        Element second = (Element) document.getElementsByTagName("error").item(1);
        assertThat(second.getAttribute("line")).isEqualTo("19");
        assertThat(second.getAttribute("column")).isEqualTo("15");
        assertThat(second.getAttribute("message"))
                .startsWith("The interrupt caught here")
                .endsWith("called 'run'.");
        assertThat(parsed(written(ReportFormat.CHECKSTYLE, List.of(), List.of()))
                        .getElementsByTagName("file")
                        .getLength())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"JUNIT", "CHECKSTYLE"})
    void hostileTextStaysText(ReportFormat format) {
        Finding finding = FakeFindings.plain(
                new FakeSource("a\"/><b>&amp;\u0000\n.java", "x"),
                new Span(1, 1, 1, 2),
                "]]> <!-- \u0008 \ufffe \ud83d \ud83d\ude00 \u202e & 'x'.");

        Document document = parsed(written(format, List.of(finding), List.of()));

        String element = format == ReportFormat.JUNIT ? "failure" : "error";
        assertThat(attributes(document, element, "message").get(0))
                .startsWith("]]> <!-- \u2408 \ufffd \ufffd \ud83d\ude00 \ufffd & 'x'.");
        String file = format == ReportFormat.JUNIT ? "testsuite" : "file";
        assertThat(attributes(document, file, "name").get(0)).isEqualTo("a\"/><b>&amp;\u2400 .java");
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
    }

    private static String written(ReportFormat format, List<Finding> findings, List<Notification> notifications) {
        return Written.by(format, FakeFindings.context().build(), findings, notifications);
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        List<String> values = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(element);
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(((Element) nodes.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(xml, e);
        }
    }

    private static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(XmlReportsTest.class.getResource("/schema/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }
}
