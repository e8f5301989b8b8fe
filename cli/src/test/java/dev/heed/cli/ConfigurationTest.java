package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    private Path root;

    @BeforeEach
    void prepare() throws IOException {
        file("src/Warning.java", "// FIND warning\n");
        file("src/test/WarningTest.java", "// FIND warning\n");
        file("gen/Note.java", "// FIND note\n");
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private String scan(Path directory, String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"scan", "-q", "-f", "concise"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        TestConsole.Result result = new TestConsole(directory).run(FakeParts.parts(), arguments);
        assertThat(result.err()).isEmpty();
        return result.code() + "\n" + result.out();
    }

    @Test
    void valuesCountUnlessTheCommandLineSaysOther() throws IOException {
        assertThat(scan(root)).contains("gen/Note.java").contains("src/Warning.java");
        file("heed.toml", "exclude = ['gen/', '/src/test/']\nfail-on = 'error'\nselect = ['other-thing']\n");

        assertThat(scan(root)).isEqualTo("0\nsrc/Warning.java:1:1: warning[other-thing] A thing is lost here.\n");
        assertThat(scan(root, "--fail-on", "note", "--select", "late-thing"))
                .isEqualTo("1\nsrc/Warning.java:1:1: warning[late-thing] A thing is lost here.\n");
        assertThat(scan(root, "--isolated")).contains("gen/Note.java");
        file("other.toml", "include = ['gen/']");
        assertThat(scan(root, "--config", "other.toml"))
                .isEqualTo("1\ngen/Note.java:1:1: note[lost-thing] A thing is lost here.\n");
        assertThat(scan(root.resolve("src"))).startsWith("0\nWarning.java:1:1:").doesNotContain("Test");
    }

    @Test
    void theBaselineThatItNamesCanBeCreated() throws IOException {
        file("heed.toml", "baseline = 'known.json'\n");
        TestConsole console = new TestConsole(root);
        assertThat(console.run(FakeParts.parts(), "scan", ".").err()).contains("There is no baseline");
        assertThat(console.run(FakeParts.parts(), "baseline", "create", "-o", "known.json", ".")
                        .code())
                .isZero();
        assertThat(console.run(FakeParts.parts(), "scan", ".").code()).isZero();
    }

    @Test
    void levelsAndSectionsChangeFindings() throws IOException {
        file("heed.toml", """
                [rules.lost-thing]
                level = "error"
                [tests]
                level = "note"
                [[paths]]
                files = ["/gen/"]
                ignore = ["swallowed"]
                """);

        assertThat(scan(root))
                .isEqualTo("1\nsrc/Warning.java:1:1: error[lost-thing] A thing is lost here.\n"
                        + "src/test/WarningTest.java:1:1: note[lost-thing] A thing is lost here.\n");
        assertThat(scan(root.resolve("gen"))).isEqualTo("0\n");
        file("heed.toml", "[rules.swallowed]\nlevel = 'off'\n");
        assertThat(scan(root)).isEqualTo("0\n");
    }

    @Test
    void wrongOnesEndTheRunWithTheirLine() throws IOException {
        file("heed.toml", "\nignore = ['lost-thin']\n");
        TestConsole.Result result = new TestConsole(root).run(FakeParts.parts(), "scan");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("heed.toml:2: there is no rule or family \"lost-thin\"; did you mean lost-thing?");
        assertThat(new TestConsole(root)
                        .run(FakeParts.parts(), "scan", "--isolated", "--config", "a")
                        .err())
                .contains("contradict");
        assertThat(new TestConsole(root)
                        .run(FakeParts.parts(), "baseline", "create")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void showTellsWhereEachValueComesFrom() throws IOException {
        file("heed.toml", "# ours\nselect = ['swallowed']\n[rules.lost-thing]\nlevel = 'off'\n[tests]\nlevel='note'\n");

        TestConsole.Result result = new TestConsole(root.resolve("src")).run(FakeParts.parts(), "config", "show");

        assertThat(result.code()).isZero();
        assertThat(result.out().replaceAll(" +", " ").lines())
                .contains("select = [\"swallowed\"] # " + root.resolve("heed.toml") + ":2")
                .contains("threads = (one for each processor) # default")
                .anyMatch(line -> line.startsWith("rules.lost-thing.level = \"off\"") && line.endsWith("heed.toml:4"))
                .anyMatch(line -> line.startsWith("tests: files = ") && line.contains("level = \"note\""));
        Files.delete(root.resolve("heed.toml"));
        assertThat(new TestConsole(root)
                        .run(FakeParts.parts(), "config", "show")
                        .out())
                .contains("There is no heed.toml here or above.");
    }
}
