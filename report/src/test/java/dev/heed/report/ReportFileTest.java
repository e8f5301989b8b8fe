package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    private Path directory;

    @Test
    void isThereOnlyWhenCommitted() throws IOException {
        Path path = directory.resolve("a.sarif");
        try (ReportFile file = ReportFile.open(path)) {
            file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
            file.stream().flush();
            assertThat(path).doesNotExist();
            file.commit();
        }
        assertThat(path).hasContent("whole");
        assertThat(names()).containsExactly("a.sarif");
    }

    @Test
    void leavesTheOldFileWhenGivenUp() throws IOException {
        Path path = Files.writeString(directory.resolve("a.sarif"), "old");
        try (ReportFile file = ReportFile.open(path)) {
            file.stream().write("half".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(path).hasContent("old");
        assertThat(names()).containsExactly("a.sarif");
    }

    @Test
    void isCommittedByAnInterruptedThread() throws IOException {
        Path path = directory.resolve("a.sarif");
        Thread.currentThread().interrupt();
        try (ReportFile file = ReportFile.open(path)) {
            file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
            file.commit();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(path).hasContent("whole");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replacesWhatALinkLeadsTo() throws IOException {
        Path real = Files.writeString(directory.resolve("real"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        try (ReportFile file = ReportFile.open(link)) {
            file.stream().write("new".getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesADeviceInPlace() throws IOException {
        try (ReportFile file = ReportFile.open(Path.of("/dev/null"))) {
            file.stream().write(1);
            file.commit();
        }
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void saysWhyItCannotBeWritten() throws IOException {
        assertThatThrownBy(() -> ReportFile.open(directory))
                .isInstanceOf(ReportException.class)
                .hasMessage("Cannot write the report '" + directory + "': it is a directory. Name a file in it.");
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> ReportFile.open(missing.resolve("a.json")))
                .isInstanceOf(ReportException.class)
                .hasMessage("Cannot write the report '" + missing.resolve("a.json") + "': the directory '" + missing
                        + "' does not exist. Create it first.");
        Path notADirectory = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> ReportFile.open(notADirectory.resolve("a.json")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("does not exist");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(p -> p.getFileName().toString()).toList().stream();
        }
    }
}
