package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.Parts;
import dev.heed.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanCommandTest {

    @TempDir
    Path root;

    @BeforeEach
    void prepare() throws IOException {
        file("Clean.java", "class Clean {}\n");
        file("Warning.java", "// FIND warning\n");
        file("Note.java", "// FIND note\n");
        file("Error.java", "// FIND error\n");
    }

    private void file(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }

    private TestConsole.Result heed(String... arguments) {
        return new TestConsole(root).run(FakeParts.parts(), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "Clean.java, note, 0",
        "Note.java, note, 1",
        "Note.java, warning, 0",
        "Warning.java, note, 1",
        "Warning.java, warning, 1",
        "Warning.java, error, 0",
        "Error.java, error, 1",
        "Error.java, never, 0",
        "nosuch.java, never, 3",
    })
    void exitCodeFollowsTheWorstFinding(String file, String failOn, int code) {
        assertThat(heed("scan", file, "--fail-on", failOn).code()).isEqualTo(code);
    }

    @Test
    void exitZeroIsForFindingsOnly() {
        assertThat(heed("scan", "--exit-zero", "Error.java").code()).isZero();
        assertThat(heed("scan", "--exit-zero", "Error.java", "nosuch").code()).isEqualTo(3);
    }

    @Test
    void missingInputDoesNotKeepOthersFromBeingScanned() {
        TestConsole.Result result = heed("scan", "nosuch", "Warning.java");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("warning[lost-thing]")
                .contains("nosuch: There is no such file or directory.")
                .contains("The scan is incomplete: 1 input was not fully analyzed.");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whatIsNoTextIsToldInOneLine() throws IOException {
        Files.write(root.resolve("Binary.java"), new byte[] {1, 0, 2});
        TestConsole.Result result = heed("scan", "--format", "concise", "Binary.java", "Warning.java");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("Binary.java: The file is binary, not source text.")
                .contains("Warning.java:1:1");
    }

    @Test
    void problemsGoToStandardErrorWhereTheReportIsForMachines() throws IOException {
        TestConsole.Result result = heed("scan", "--format", "json", "nosuch", "Warning.java");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().lines())
                .containsExactly(
                        "heed: nosuch: There is no such file or directory. Check its spelling and the working directory.",
                        "heed: 1 finding in 1 file; the scan is incomplete.");
        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(json.toString()).contains("lost-thing").contains("nosuch");
    }

    @Test
    void quietSaysOnlyWhatWasFound() {
        TestConsole.Result result = heed("scan", "-q", "--format", "concise", "Clean.java");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void writesSeveralReports() throws IOException {
        TestConsole.Result result = heed(
                "scan",
                "Warning.java",
                "-f",
                "sarif",
                "-o",
                "a.sarif",
                "--report",
                "json:b.json",
                "--report",
                "text:c.txt");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("heed: 1 finding in 1 file." + System.lineSeparator());
        JsonNode sarif = new ObjectMapper().readTree(root.resolve("a.sarif").toFile());
        assertThat(sarif.at("/runs/0/results/0/ruleId").asText()).isEqualTo("lost-thing");
        assertThat(sarif.at("/runs/0/invocations/0/exitCode").asInt()).isEqualTo(1);
        assertThat(root.resolve("b.json")).content().contains("lost-thing");
        assertThat(root.resolve("c.txt")).content().contains("warning[lost-thing]");
    }

    /** What another format says is tested beside the formats; here, that an option reaches them all. */
    @Test
    void everyFormatCanBeChosen() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("scan", "Warning.java"));
        for (String format : ReportFormat.ids()) {
            assertThat(heed("scan", "--help").out()).contains(format);
            TestConsole.Result result = heed("scan", "-f", format, "Warning.java");
            assertThat(result.code()).as(format).isEqualTo(1);
            assertThat(result.out()).as(format).contains("lost-thing");
            assertThat(heed("scan", "-f", format, "Clean.java").code())
                    .as(format)
                    .isZero();
            arguments.addAll(List.of("--report", format + ":out." + format));
        }

        assertThat(heed(arguments.toArray(String[]::new)).code()).isEqualTo(1);
        for (String format : ReportFormat.ids()) {
            assertThat(root.resolve("out." + format)).content().contains("lost-thing");
        }
        assertThat(heed("generate-completion").out()).contains("\"json-lines\"", "\"github\"", "\"html\"");
    }

    @Test
    void reportsLinkToTheCommitInCi() {
        TestConsole console = new TestConsole(root);
        console.environment(Map.of(
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_REPOSITORY", "acme/app",
                "GITHUB_SHA", "0123456789abcdef",
                "GITHUB_WORKSPACE", root.toString()));

        assertThat(console.run(FakeParts.parts(), "scan", "-f", "markdown", "Warning.java")
                        .out())
                .contains("https://github.com/acme/app/blob/0123456789abcdef/Warning.java#L1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scan --select los-thing . | heed: --select: there is no rule \"los-thing\"; did you mean lost-thing?",
                "scan --ignore xyz . | heed: --ignore: there is no rule \"xyz\"; \"heed rules\" lists them.",
                "scan --select cleanup --ignore late-thing . | heed: No rule is left: --ignore takes away all that --select names.",
                "scan --format jsn . | heed: --format: there is no format \"jsn\"; did you mean json?",
                "scan --report sarif . | heed: --report is written FORMAT:FILE, such as sarif:heed.sarif, not \"sarif\".",
                "scan --report srif:x . | heed: --report: there is no format \"srif\"; did you mean sarif?",
                "scan --report sarif:x --report json:./x . | heed: Two reports go to ./x; give each its own file.",
                "scan -o x --report json:x . | heed: Two reports go to x; give each its own file.",
                "scan --threads 0x . | heed: Invalid value for option '--threads': '0x' is not an int. See \"heed scan --help\".",
                "scan --threads -2 . | heed: --threads must be from 1 to 1024.",
                "scan --selct x | heed: There is no option \"--selct\"; did you mean --select? See \"heed scan --help\".",
                "scna | heed: There is no command \"scna\"; did you mean scan? See \"heed --help\".",
                "explain | heed: Missing required parameter: 'RULE'. See \"heed explain --help\".",
                "explain lost-thingy | heed: There is no rule \"lost-thingy\"; did you mean lost-thing?",
                "explain cleanup | heed: \"cleanup\" is a family of rules; name one of them: late-thing, slow-thing.",
                "rules --format xml | heed: Invalid value for option '--format': there is no \"xml\"; there are text, json. See \"heed rules --help\".",
                "demo nosuch | heed: NAME: there is no demo \"nosuch\"; there are shutdown, nested, chain, lost-cancel. See \"heed demo --help\".",
                "verify nosuch --yes | heed: nosuch: There is no such file or directory. Check its spelling and the working directory.",
                "version 1 | heed: There is one argument too many: \"1\". See \"heed version --help\".",
                "scan --classpath-file nosuch . | heed: The class path file ROOT/nosuch does not exist.",
                "scan --max-file-size 1G . | heed: Invalid value for option '--max-file-size': \"1G\" is no size; write 5000000, 64K or 10M. See \"heed scan --help\".",
                "scan --encoding nosuch . | heed: Invalid value for option '--encoding': there is no charset \"nosuch\". See \"heed scan --help\".",
            })
    void wrongUsageIsOneLineWithAHint(String line, String message) {
        TestConsole.Result result = heed(line.split(" ", -1));
        assertThat(result.err().replace(root.toString(), "ROOT")).isEqualTo(message + System.lineSeparator());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void reportsThatCannotBeWrittenAreToldBeforeTheScan() throws IOException {
        Files.createDirectory(root.resolve("dir"));
        Parts parts = FakeParts.parts((input, listener) -> {
            throw new AssertionError("it scans");
        });
        for (String target : new String[] {"dir", "nosuch/x.sarif"}) {
            TestConsole.Result result = new TestConsole(root).run(parts, "scan", "--report", "sarif:" + target, ".");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err().lines()).singleElement().asString().startsWith("heed: Cannot write the report");
        }
    }

    @Test
    void aFailedRunLeavesAnOldReportAlone() throws IOException {
        file("old.json", "old");
        file("Crash.java", "CRASH");
        TestConsole.Result result = heed("scan", "-f", "json", "-o", "old.json", "Crash.java");
        assertThat(result.code()).isEqualTo(2);
        assertThat(root.resolve("old.json")).hasContent("old");
        try (var files = Files.list(root)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void aCrashIsOneLineWithoutDebug() throws IOException {
        file("Crash.java", "CRASH");
        TestConsole.Result plain = heed("scan", "Crash.java");
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err().lines())
                .singleElement()
                .asString()
                .contains("Heed itself failed")
                .contains("--debug");
        assertThat(heed("scan", "--debug", "Crash.java").err()).contains("\tat dev.heed.cli.FakeParts.scan");
    }

    @Test
    void anInterruptedScanShowsWhatItHas() throws IOException {
        file("Z.java", "// FIND warning\nINTERRUPT\n// FIND warning\n");
        TestConsole.Result result = heed("scan", "Z.java", "--report", "sarif:x.sarif");
        assertThat(result.code()).isEqualTo(130);
        assertThat(result.out())
                .contains("warning[lost-thing]")
                .contains("The scan was interrupted; only what was found until then is shown.");
        assertThat(root.resolve("x.sarif")).content().contains("lost-thing").contains("interrupted");
    }

    @Test
    void aScanThatRunsOutOfMemoryShowsWhatItHas() throws IOException {
        Parts parts = FakeParts.parts((input, listener) -> {
            FakeParts.scan(input, listener);
            throw new OutOfMemoryError("test");
        });
        TestConsole.Result result =
                new TestConsole(root).run(parts, "scan", "Warning.java", "--report", "sarif:x.sarif");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("warning[lost-thing]").contains("needs more memory");
        assertThat(root.resolve("x.sarif")).content().contains("lost-thing").contains("needs more memory");
    }

    @Test
    void theBoundOnTimeIsAnOption() {
        Parts telling = FakeParts.parts((input, listener) -> {
            throw new IllegalStateException(String.valueOf(input.fileTimeout()));
        });
        TestConsole console = new TestConsole(root);
        assertThat(console.run(telling, "scan", ".").err()).contains("PT1M");
        assertThat(console.run(telling, "scan", ".", "--file-timeout", "7").err())
                .contains("PT7S");
        assertThat(console.run(telling, "scan", ".", "--file-timeout", "-1").err())
                .contains("--file-timeout must be 0 or more seconds.");
    }

    @Test
    void readsStandardInput() {
        TestConsole.Result result = new TestConsole(root)
                .input("// FIND warning\n")
                .run(FakeParts.parts(), "scan", "-", "--stdin-filename", "src/X.java", "--format", "concise");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).startsWith("src/X.java:1:1");
    }

    @Test
    void scansTheWorkingDirectoryByDefault() {
        assertThat(heed("scan", "-f", "concise", "--exclude", "Er*", "--include", "*r*.java")
                        .out()
                        .lines())
                .filteredOn(line -> line.contains("lost-thing"))
                .hasSize(1);
    }

    @Test
    void selectsRulesAndFamilies() {
        Parts counting = FakeParts.parts((input, listener) -> {
            throw new IllegalStateException(String.valueOf(input.rules()));
        });
        TestConsole console = new TestConsole(root);
        assertThat(console.run(counting, "scan", ".", "--select", "swallowed", "--ignore", "lost-thing")
                        .err())
                .contains("[NoRule[name=other-thing]]");
        assertThat(console.run(counting, "scan", ".", "--select", "late-thing,lost-thing")
                        .err())
                .contains("[NoRule[name=lost-thing], NoRule[name=late-thing]]");
    }

    @Test
    void runsARuleThatIsOffOnlyIfItIsNamed() {
        Parts counting = FakeParts.parts((input, listener) -> {
            throw new IllegalStateException(String.valueOf(input.rules()));
        });
        TestConsole console = new TestConsole(root);
        assertThat(console.run(counting, "scan", ".").err())
                .contains("late-thing")
                .doesNotContain("slow-thing");
        assertThat(console.run(counting, "scan", ".", "--select", "cleanup").err())
                .contains("[NoRule[name=late-thing]]");
        assertThat(console.run(counting, "scan", ".", "--select", "cleanup,slow-thing")
                        .err())
                .contains("[NoRule[name=late-thing], NoRule[name=slow-thing]]");
    }

    @Test
    void statisticsCountByRule() {
        TestConsole.Result result = heed("scan", ".", "--statistics", "-f", "concise");
        assertThat(result.err().lines()).contains("       3  lost-thing", "       3  findings", "       4  files");
    }

    @Test
    void coloursByOptionAndEnvironment() {
        TestConsole console = new TestConsole(root);
        assertThat(console.run(FakeParts.parts(), "scan", "Error.java").out()).doesNotContain("\033[");
        assertThat(console.run(FakeParts.parts(), "scan", "Error.java", "--color=always")
                        .out())
                .contains("\033[");
        console.terminal();
        assertThat(console.run(FakeParts.parts(), "scan", "Error.java").out()).contains("\033[");
        assertThat(console.run(FakeParts.parts(), "scan", "Error.java", "--color=never")
                        .out())
                .doesNotContain("\033[");
        console.environment(Map.of("NO_COLOR", "1"));
        assertThat(console.run(FakeParts.parts(), "scan", "Error.java").out()).doesNotContain("\033[");
    }

    @Test
    void fullDiskIsAnError() {
        Console console = new Console(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                new PrintStream(OutputStream.nullOutputStream()),
                java.io.InputStream.nullInputStream(),
                root,
                Map.of(),
                false,
                false);
        assertThat(new Commands(FakeParts.parts(), console).run(new String[] {"scan", "Warning.java"}))
                .isEqualTo(2);
    }

    @Test
    void warnsOfClassPathEntriesThatDoNotExist() {
        TestConsole.Result result = heed("scan", "Clean.java", "-cp", "nosuch.jar");
        assertThat(result.code()).isZero();
        assertThat(result.err().lines())
                .containsExactly("heed: warning: The class path entry nosuch.jar does not exist or cannot be read.");
    }

    @Test
    void modelFilesAreCheckedBeforeTheScan() throws IOException {
        file("bad.yaml", "types: [");
        TestConsole.Result result = heed("scan", ".", "--models", "bad.yaml");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("bad.yaml:");
        assertThat(heed("models", "check", "bad.yaml").code()).isEqualTo(2);
        assertThat(heed("models", "check", "nosuch.yaml").err()).contains("There is no such file.");
    }
}
