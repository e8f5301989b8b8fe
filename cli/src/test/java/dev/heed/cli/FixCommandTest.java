package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
    private static final String BAD = """
            import java.util.concurrent.CountDownLatch;

            class Doors {
                static void await(CountDownLatch open) {
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        System.err.println("für nichts gewartet");
                    }
                }
            }
            """;
    private static final String ADDED = "            Thread.currentThread().interrupt();\n";
    private static final String FIXED = BAD.replace("gewartet\");\n", "gewartet\");\n" + ADDED);
    private static final String ENDLESS = """
            import java.util.concurrent.BlockingQueue;

            class Pump {
                static void pump(BlockingQueue<Runnable> work) {
                    while (true) {
                        try {
                            work.take().run();
                        } catch (InterruptedException e) {
                            System.err.println("again");
                        }
                    }
                }
            }
            """;

    @TempDir
    Path root;

    private Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private TestConsole.Result heed(String... arguments) {
        return new TestConsole(root).run(StandardParts.load(), arguments);
    }

    private String read(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    @Test
    void aDiffSaysWhatWouldChangeAndWritesNothing() throws IOException {
        file("src/Doors.java", BAD);
        TestConsole.Result result = heed("fix", "src");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("""
                        --- a/src/Doors.java
                        +++ b/src/Doors.java
                        @@ -6,6 +6,7 @@
                                     open.await();
                                 } catch (InterruptedException e) {
                                     System.err.println("für nichts gewartet");
                        +            Thread.currentThread().interrupt();
                                 }
                             }
                         }
                        """);
        assertThat(result.err()).isEqualTo("heed: 1 of 1 finding can be fixed in 1 file.\n");
        assertThat(read("src/Doors.java")).isEqualTo(BAD);
        assertThat(heed("fix", "src", "--diff", "--exit-zero").code()).isZero();
    }

    @Test
    void nothingToFixIsZero() throws IOException {
        file("Doors.java", FIXED);
        TestConsole.Result result = heed("fix");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("heed: There is nothing to fix.\n");
    }

    @Test
    void whatTheBaselineKnowsStays() throws IOException {
        file("src/Doors.java", BAD);
        heed("baseline", "create", "src");
        TestConsole.Result all = heed("fix", "src", "--baseline", "heed-baseline.json");
        assertThat(all.code()).isZero();
        assertThat(all.out()).isEmpty();
        assertThat(all.err()).isEqualTo("heed: There is nothing to fix. 1 finding is in the baseline.\n");
        file("src/Gates.java", BAD.replace("Doors", "Gates"));
        file("heed.toml", "baseline = \"heed-baseline.json\"\n");
        TestConsole.Result configured = heed("fix", "src", "--write");
        assertThat(configured.err()).isEqualTo("heed: 1 of 1 finding fixed in 1 file. 1 finding is in the baseline.\n");
        assertThat(configured.code()).isZero();
        assertThat(read("src/Doors.java")).isEqualTo(BAD);
        assertThat(read("src/Gates.java")).isEqualTo(FIXED.replace("Doors", "Gates"));
        assertThat(heed("fix", "src", "--isolated").err()).isEqualTo("heed: 1 of 1 finding can be fixed in 1 file.\n");
        assertThat(heed("fix", "src", "--baseline", "nosuch.json").code()).isEqualTo(2);
    }

    @Test
    void gitAppliesTheDiff() throws IOException, InterruptedException {
        file("src/Doors.java", BAD);
        file("src/a b/Umlaut.java", BAD.replace("Doors", "Ümlaut").replace("\n", "\r\n"));
        Files.write(
                root.resolve("src/Latin.java"), BAD.replace("Doors", "Latin").getBytes(StandardCharsets.ISO_8859_1));
        file("src/Mark.java", "\uFEFFclass A{void a(Object o){try{o.wait();}catch(InterruptedException e){}}}\n");
        file("src/NoEnd.java", BAD.replace("Doors", "NoEnd").strip());
        byte[] latin = patch("src/Latin.java", "--encoding", "ISO-8859-1");
        byte[] others = patch("src", "--exclude", "Latin.java");
        Files.write(root.resolve("latin.patch"), latin);
        Files.write(root.resolve("others.patch"), others);
        git("init", "-q", ".");
        git("apply", "latin.patch");
        git("apply", "others.patch");
        assertThat(read("src/Doors.java")).isEqualTo(FIXED);
        assertThat(read("src/a b/Umlaut.java"))
                .isEqualTo(FIXED.replace("Doors", "Ümlaut").replace("\n", "\r\n"));
        assertThat(Files.readString(root.resolve("src/Latin.java"), StandardCharsets.ISO_8859_1))
                .isEqualTo(FIXED.replace("Doors", "Latin"));
        assertThat(read("src/Mark.java")).startsWith("\uFEFFclass A").contains("interrupt();");
        assertThat(read("src/NoEnd.java"))
                .isEqualTo(FIXED.replace("Doors", "NoEnd").strip());
    }

    private byte[] patch(String... arguments) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        Console console = new Console(
                out,
                new java.io.PrintStream(new java.io.ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                java.io.InputStream.nullInputStream(),
                root,
                java.util.Map.of(),
                false,
                false);
        List<String> all = new ArrayList<>(List.of("fix"));
        all.addAll(List.of(arguments));
        assertThat(new Commands(StandardParts.load(), console).run(all.toArray(String[]::new)))
                .isEqualTo(1);
        return out.toByteArray();
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no git here");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void writeFixesTheFilesAndSaysWhatRemains() throws IOException {
        file("Doors.java", BAD);
        file("Pump.java", ENDLESS);
        TestConsole.Result first = heed("fix", "--write", ".");
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).isEmpty();
        assertThat(first.err())
                .isEqualTo(
                        "heed: Pump.java:8: swallowed-interrupt: only with --unsafe: Restore the interrupt status and"
                                + " leave the loop\nheed: 1 of 2 findings fixed in 1 file; 1 more with --unsafe.\n");
        assertThat(read("Doors.java")).isEqualTo(FIXED);
        assertThat(read("Pump.java")).isEqualTo(ENDLESS);
        TestConsole.Result second = heed("fix", "--write", "--unsafe");
        assertThat(second.code()).isZero();
        assertThat(read("Pump.java"))
                .isEqualTo(ENDLESS.replace(
                        "again\");\n",
                        "again\");\n                Thread.currentThread().interrupt();\n                return;\n"));
        assertThat(heed("fix", "--write", "--unsafe").err()).isEqualTo("heed: There is nothing to fix.\n");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Doors.java", "Pump.java");
        }
    }

    @Test
    void lineEndsEncodingAndMarkStay() throws IOException {
        Charset latin = StandardCharsets.ISO_8859_1;
        Files.write(root.resolve("Latin.java"), BAD.replace("\n", "\r\n").getBytes(latin));
        assertThat(heed("fix", "--write", "Latin.java", "--encoding", "ISO-8859-1")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(root.resolve("Latin.java")))
                .isEqualTo(FIXED.replace("\n", "\r\n").getBytes(latin));

        file("Mark.java", "\uFEFF" + BAD.strip());
        Files.write(
                root.resolve("Wide.java"),
                ("\uFEFF" + BAD.replace("Doors", "Wide")).getBytes(StandardCharsets.UTF_16LE));
        assertThat(heed("fix", "--write", "Mark.java", "Wide.java").code()).isZero();
        assertThat(read("Mark.java")).isEqualTo("\uFEFF" + FIXED.strip());
        assertThat(Files.readAllBytes(root.resolve("Wide.java")))
                .isEqualTo(("\uFEFF" + FIXED.replace("Doors", "Wide")).getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void thereIsNoPatchOfWideCharacters() throws IOException {
        Files.write(root.resolve("Wide.java"), ("\uFEFF" + BAD).getBytes(StandardCharsets.UTF_16LE));
        TestConsole.Result result = heed("fix", "Wide.java");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("Wide.java: There are no patches in UTF-16LE; --write fixes the file itself.");
    }

    @Test
    void permissionsAndLinksStayAndReadOnlyFilesAreTold() throws IOException {
        Path doors = file("Doors.java", BAD);
        Path real = file("elsewhere/Linked.java", BAD.replace("Doors", "Linked"));
        Path locked = file("Locked.java", BAD.replace("Doors", "Locked"));
        try {
            Files.setPosixFilePermissions(doors, PosixFilePermissions.fromString("rwxr-x---"));
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r--r--r--"));
            Files.createSymbolicLink(root.resolve("Link.java"), real);
        } catch (UnsupportedOperationException e) {
            Assumptions.abort("no such file system");
        }
        TestConsole.Result result = heed("fix", "--write", "Doors.java", "Link.java", "Locked.java");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .isEqualTo("heed: Locked.java: The file is read-only, and was left as it is.\n"
                        + "heed: 2 of 3 findings fixed in 2 files; 1 file could not be written.\n");
        assertThat(Files.getPosixFilePermissions(doors)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(root.resolve("Link.java")).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo(FIXED.replace("Doors", "Linked"));
        assertThat(Files.readString(locked)).isEqualTo(BAD.replace("Doors", "Locked"));
    }

    @Test
    void standardInputIsPrintedWithItsFixes() {
        TestConsole.Result fixed = new TestConsole(root)
                .input(BAD)
                .run(StandardParts.load(), "fix", "-", "--stdin-filename", "Doors.java");
        assertThat(fixed.code()).isZero();
        assertThat(fixed.out()).isEqualTo(FIXED);
        TestConsole.Result same = new TestConsole(root).input(ENDLESS).run(StandardParts.load(), "fix", "-", "-q");
        assertThat(same.code()).isEqualTo(1);
        assertThat(same.out()).isEqualTo(ENDLESS);
        TestConsole.Result diff = new TestConsole(root).input(BAD).run(StandardParts.load(), "fix", "-", "--diff");
        assertThat(diff.out()).startsWith("--- a/stdin.java\n+++ b/stdin.java\n@@ -6,6 +6,7 @@\n");
    }

    @Test
    void sourcesInAnArchiveGetADiffOnly() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(root.resolve("doors-sources.jar")))) {
            zip.putNextEntry(new ZipEntry("org/doors/Doors.java"));
            zip.write(("package org.doors;\n" + BAD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(heed("fix", "doors-sources.jar").out()).startsWith("--- a/org/doors/Doors.java\n");
        TestConsole.Result write = heed("fix", "--write", "doors-sources.jar");
        assertThat(write.code()).isEqualTo(3);
        assertThat(write.err()).contains("doors-sources.jar!/org/doors/Doors.java: The file is not on disk");
    }

    @Test
    void filesOutsideGetPathsBelowTheirRoot() throws IOException {
        file("here/Here.java", "class Here {}\n");
        file("there/org/Doors.java", BAD);
        TestConsole.Result result = new TestConsole(root.resolve("here")).run(StandardParts.load(), "fix", "../there");
        assertThat(result.out()).startsWith("--- a/org/Doors.java\n");
    }

    @Test
    void selectedRulesOnlyAreFixed() throws IOException {
        file("Doors.java", BAD);
        assertThat(heed("fix", "--ignore", "swallowed").err()).isEqualTo("heed: There is nothing to fix.\n");
        assertThat(heed("fix", "--select", "swallowed-interrupt").code()).isEqualTo(1);
        assertThat(heed("fix", "--select", "nosuch").code()).isEqualTo(2);
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        file("Doors.java", BAD);
        assertThat(heed("fix", "--diff", "--write").err()).contains("--diff writes nothing");
        assertThat(heed("fix", "--diff", "--write").code()).isEqualTo(2);
        assertThat(heed("fix", "-", "--write").code()).isEqualTo(2);
        assertThat(heed("fix", "-", "Doors.java").code()).isEqualTo(2);
        assertThat(heed("fix", "nosuch").code()).isEqualTo(3);
        assertThat(read("Doors.java")).isEqualTo(BAD);
    }

    @Test
    void aDiffForATerminalIsColouredAndHarmless() throws IOException {
        file("Doors.java", BAD.replace("System.err", "/* \u001b[31m */ System.err"));
        TestConsole.Result result =
                new TestConsole(root).terminal().run(StandardParts.load(), "fix", "--color", "always");
        assertThat(result.out())
                .contains("\u001b[32m+            Thread.currentThread().interrupt();\u001b[0m")
                .doesNotContain("\u001b[31m */");
    }

    @Test
    void brokenFilesAreLeftAloneAndTold() throws IOException {
        file("Doors.java", BAD);
        file("Broken.java", BAD.replace("Doors", "Broken") + "class {\n");
        TestConsole.Result result = heed("fix", "--write");
        assertThat(result.code()).isEqualTo(3);
        assertThat(read("Doors.java")).isEqualTo(FIXED);
        assertThat(read("Broken.java")).endsWith("class {\n").doesNotContain("interrupt()");
    }
}
