package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * More findings than a JVM of 32 MB could hold: thirty thousand are 75 MB of SARIF. By hand, a hundred thousand have been
 * written in the same JVM, 250 MB in 8 s of CPU, with {@link ManyFindings}.
 */
class FlatMemoryTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "SARIF, 30000, {\"ruleId\":, 30000",
        "TEXT, 10000, warning[, 10000",
        "HTML, 25000, <details id=\"f, 5000",
        "JUNIT, 10000, '    <testcase name=\"swallowed', 10000"
    })
    void needsNoMoreMemoryForMoreFindings(ReportFormat format, int findings, String start, int expected)
            throws IOException, InterruptedException {
        Path report = directory.resolve("report");
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), ManyFindings.class.getName()));
        command.addAll(List.of(format.id(), report.toString(), Integer.toString(findings)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        try (Stream<String> lines = Files.lines(report)) {
            assertThat(lines.filter(line -> line.startsWith(start)).count()).isEqualTo(expected);
        }
    }
}
