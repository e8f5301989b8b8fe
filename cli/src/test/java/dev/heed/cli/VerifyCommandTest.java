package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heed verify} on a small project: five bugs that show, and one that nobody reaches. */
class VerifyCommandTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void compile() throws IOException {
        Walkthrough.compiledIn(directory);
    }

    private TestConsole.Result verify(String... arguments) {
        List<String> all = new ArrayList<>(List.of("verify", "--no-cache"));
        all.addAll(List.of(arguments));
        return new TestConsole(directory).run(StandardParts.load(), all.toArray(String[]::new));
    }

    private static List<String> verdicts(String concise) {
        return concise.lines()
                .filter(line -> line.contains("["))
                .map(line -> line.replaceFirst(".*/(\\w+)\\.java:\\d+:\\d+: ([\\w ]+)\\[.*", "$1 $2"))
                .toList();
    }

    @Test
    void eachFindingGetsItsVerdictAndTwoRunsAgree() {
        TestConsole.Result first = verify(".", "--yes", "-f", "concise");
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        assertThat(verdicts(first.out()))
                .containsExactly(
                        "Courier unconfirmed",
                        "Dock confirmed",
                        "Gate confirmed",
                        "Orders confirmed",
                        "Prices confirmed",
                        "Shelf confirmed");
        assertThat(first.out()).endsWith("6 findings: 5 confirmed, 0 not reproduced, 1 unconfirmed.\n");
        assertThat(first.err()).contains("This runs the code in").contains("There is no sandbox.");
        TestConsole.Result second = verify(".", "--yes", "-f", "concise", "--forks", "2");
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void reportsHaveVerdictsAndWitnesses() throws IOException {
        TestConsole.Result result = verify(".", "--yes", "--exit-zero", "-f", "json", "--report", "sarif:heed.sarif");
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode json = new JsonMapper().readTree(result.out());
        assertThat(json.path("summary").path("confirmed").asInt()).isEqualTo(5);
        assertThat(json.path("findings").path(0).path("obstacle").asText()).isEqualTo("not-reached");
        assertThat(json.path("findings")
                        .path(3)
                        .path("witness")
                        .path("property")
                        .asText())
                .isEqualTo("SWALLOWED");
        JsonNode results = new JsonMapper()
                .readTree(directory.resolve("heed.sarif").toFile())
                .path("runs")
                .path(0)
                .path("results");
        JsonNode orders = results.path(3);
        assertThat(orders.path("properties").path("verify").path("verdict").asText())
                .isEqualTo("confirmed");
        assertThat(orders.path("codeFlows")).hasSize(2);
        JsonNode steps =
                orders.path("codeFlows").path(1).path("threadFlows").path(0).path("locations");
        assertThat(steps).hasSize(3);
        JsonNode delivery = steps.path(0).path("location");
        assertThat(delivery.path("message").path("text").asText())
                .isEqualTo("interrupt delivered in BlockingQueue.put");
        assertThat(delivery.path("physicalLocation")
                        .path("artifactLocation")
                        .path("uri")
                        .asText())
                .isEqualTo("src/main/java/depot/Orders.java");
        assertThat(results.path(0).path("codeFlows")).hasSize(1);
    }

    @Test
    void thePageHasTheWitness() throws IOException {
        TestConsole.Result result = verify(".", "--yes", "--exit-zero", "-f", "concise", "--report", "html:heed.html");
        assertThat(result.code()).as(result.err()).isZero();
        String page = Files.readString(directory.resolve("heed.html"));
        assertThat(page)
                .contains(
                        "<p class=\"sub\">Ran the code of 6 findings: 5 confirmed, 0 not reproduced, 1 unconfirmed.</p>")
                .contains(
                        "<span class=\"confirmed\">confirmed</span> SWALLOWED: The interrupt delivered at Orders.java:15")
                .contains("    Orders.java:17  caught: java.lang.InterruptedException\n")
                .contains(
                        "<span class=\"unconfirmed\">unconfirmed</span> Called with made-up values, Courier.next(String)");
        assertThat(page.split("<div class=\"ran\">", -1)).hasSize(7);
        assertThat(verify(".", "--yes", "--exit-zero", "-f", "html").out()).isEqualTo(page);
        assertError("leave out --findings", "--findings", "heed.sarif", "-f", "html");
        assertError("heed verify writes text, concise, json, sarif, html, not junit.", ".", "-f", "junit");
    }

    @Test
    void whatTheBaselineKnowsIsNotRun() throws IOException {
        Files.writeString(directory.resolve("heed.toml"), "baseline = \"heed-baseline.json\"\n");
        new TestConsole(directory)
                .run(StandardParts.load(), "baseline", "create", ".", "--no-cache", "--select", "reraise,cleanup");
        TestConsole.Result result = verify(".", "--yes", "-f", "concise");
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        assertThat(result.err()).contains("4 findings are in the baseline, and left out.");
        assertThat(verdicts(result.out())).containsExactly("Courier unconfirmed", "Orders confirmed");
    }

    @Test
    void helpListsTheFormatsThatItWrites() {
        TestConsole.Result result = new TestConsole(directory).run(StandardParts.load(), "verify", "--help");
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("How verdicts are written: text, concise, json, sarif, html.")
                .doesNotContain("checkstyle")
                .doesNotContain("--baseline");
    }

    @Test
    void findingsOfAnEarlierScanAreChecked() throws IOException {
        TestConsole.Result scan = new TestConsole(directory)
                .run(StandardParts.load(), "scan", "src", "--no-cache", "--report", "sarif:old.sarif", "-q");
        assertThat(scan.code()).isEqualTo(1);
        TestConsole.Result result = verify(
                "--findings",
                "old.sarif",
                "--classes",
                "target/classes",
                "--yes",
                "-f",
                "concise",
                "--select",
                "cleanup");
        assertThat(verdicts(result.out())).containsExactly("Dock confirmed", "Shelf confirmed");
    }

    @Test
    void nothingRunsWithoutConsent() {
        TestConsole.Result piped = verify(".");
        assertThat(piped.code()).isEqualTo(2);
        assertThat(piped.err()).contains("Say --yes if it may.");
        TestConsole.Result no = new TestConsole(directory)
                .terminal()
                .input("n\n")
                .run(StandardParts.load(), "verify", ".", "--no-cache");
        assertThat(no.code()).isEqualTo(2);
        assertThat(no.err()).contains("Run it? [y/N]").contains("Nothing was run.");
        assertThat(no.out()).isEmpty();
        TestConsole.Result yes = new TestConsole(directory)
                .terminal()
                .input("y\n")
                .environment(java.util.Map.of("NO_COLOR", "1"))
                .run(StandardParts.load(), "verify", ".", "--no-cache", "--select", "acquire-inside-try");
        assertThat(yes.code()).isEqualTo(1);
        assertThat(yes.out()).startsWith("confirmed[acquire-inside-try]");
    }

    @Test
    void classesOfSomethingElseAreTold() throws IOException {
        Path other = Files.createDirectories(directory.resolve("other"));
        TestConsole.Result result = verify("src", "--classes", other.toString(), "--yes", "-f", "concise");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("unconfirmed[swallowed-interrupt] None of the classes was compiled from Orders.java.");
    }

    @Test
    void changedSourcesAreTold() throws IOException {
        Path source = directory.resolve("src/main/java/depot/Orders.java");
        Files.writeString(source, "// Lines\n// that\n// came later.\n" + "\n".repeat(30) + Files.readString(source));
        TestConsole.Result result = verify(".", "--yes", "-f", "concise", "--select", "swallowed-interrupt");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("The classes of Orders.java were not compiled from this source: the lines differ.");
    }

    @Test
    void damagedClassFilesAreTold() throws IOException {
        Files.write(directory.resolve("target/classes/depot/Orders.class"), new byte[] {1, 2, 3});
        TestConsole.Result result = verify(".", "--yes", "-f", "concise", "--select", "swallowed-interrupt");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("The class file depot/Orders.class cannot be read.");
    }

    @Test
    void whatCannotBeDrivenGetsATestThatCompiles() throws IOException {
        TestConsole.Result result = verify(".", "--yes", "-q", "--exit-zero", "--scenario", "tests");
        assertThat(result.code()).as(result.err()).isZero();
        Path test = directory.resolve("tests/depot/CourierCancellationTest.java");
        assertThat(test).content().contains("@CancellationTest").contains("theCourier.next(argument1);");
        Path classes = directory.resolve("target/classes");
        Walkthrough.compile(
                directory.resolve("tests"),
                directory.resolve("test-classes"),
                classes + java.io.File.pathSeparator + System.getProperty("java.class.path"));
        Files.writeString(test, "mine");
        assertThat(verify(".", "--yes", "--exit-zero", "--scenario", "tests").err())
                .contains("is there already, and stays as it is.");
        assertThat(test).content().isEqualTo("mine");
    }

    @Test
    void whatCannotBeCarriedOutIsTold() throws IOException {
        Files.writeString(directory.resolve("broken.sarif"), "{\"runs\": [{\"results\": [{");
        Files.writeString(directory.resolve("list.sarif"), "[1, 2]");
        assertError("is no SARIF log", "--findings", "broken.sarif");
        assertError("it has no runs", "--findings", "list.sarif");
        assertError("does not exist", "--findings", "none.sarif");
        assertError("--classes: nowhere does not exist", "src", "--classes", "nowhere");
        assertError("There are no compiled classes to run", "src");
        assertError("There is no java command at", ".", "--java", "nowhere");
        assertError("--timeout must be from 1", ".", "--timeout", "0");
        Files.writeString(directory.resolve("pom.xml"), "<project><");
        assertError("is no POM that can be read", ".");
    }

    private void assertError(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--yes");
        TestConsole.Result result = verify(all.toArray(String[]::new));
        assertThat(result.err()).contains(message);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void resultsWithoutAPlaceStayAsTheyAre() throws IOException {
        String log = "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{},\"results\":[{\"message\":{\"text\":\"hello\"}},"
                + "{\"ruleId\":\"swallowed-interrupt\",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
                + "{\"uri\":\"Orders.java\"},\"region\":{\"startLine\":16}}}]}]}]}";
        Files.writeString(directory.resolve("odd.sarif"), log);
        TestConsole.Result result = verify("--findings", "odd.sarif", "--yes", "-f", "sarif");
        assertThat(result.err()).contains("1 results have no rule or no place");
        JsonNode results =
                new JsonMapper().readTree(result.out()).path("runs").path(0).path("results");
        assertThat(results.path(0)).hasToString("{\"message\":{\"text\":\"hello\"}}");
        assertThat(results.path(1)
                        .path("properties")
                        .path("verify")
                        .path("verdict")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void examplesOfRulesAreRun() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent().resolve("testdata");
        Path some = directory.resolve("testdata");
        for (String folder : new String[] {"stubs", "acquire-inside-try"}) {
            copy(root.resolve(folder), some.resolve(folder));
        }
        Files.copy(root.resolve("verify.txt"), some.resolve("verify.txt"));
        TestConsole.Result result = verify("--testdata", "testdata", "--yes");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).containsPattern("acquire-inside-try +(\\d+)/\\1 +(\\d+)/\\2 .*LOCK_LEAK");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
