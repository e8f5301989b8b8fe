package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Parts;
import dev.heed.StandardParts;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path root;

    private final AtomicInteger scans = new AtomicInteger();

    private Parts counted(Parts parts, String identity) {
        Scan scan = (Scan.Input input, ScanListener listener) -> {
            scans.incrementAndGet();
            return parts.scan().run(input, listener);
        };
        return new Parts(scan, parts.frontEnds(), parts.rules(), identity);
    }

    private TestConsole.Result fake(String... arguments) {
        return fake(Map.of("HEED_CACHE_DIR", root.resolve("cache").toString()), arguments);
    }

    private TestConsole.Result fake(Map<String, String> environment, String... arguments) {
        return new TestConsole(root).environment(environment).run(counted(FakeParts.parts(), "fake 1"), arguments);
    }

    private void file(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }

    private boolean isHit(String... arguments) {
        int before = scans.get();
        TestConsole.Result result = fake(arguments);
        assertThat(result.code()).as(result.err()).isBetween(0, 1);
        return scans.get() == before;
    }

    private List<Path> kept(String directory) throws IOException {
        Path results = root.resolve(directory);
        if (!Files.exists(results)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "concise", "json", "sarif"})
    void warmIsColdByteForByte(String format) throws IOException {
        Parts parts = counted(StandardParts.load(), "test");
        String[] command = {
            "scan", "--cache-dir", root.resolve("cache").toString(), "-f", format, "testdata", "--report", null
        };
        TestConsole.Result[] results = new TestConsole.Result[2];
        for (int i = 0; i < 2; i++) {
            command[7] = format + ":" + root.resolve("report" + i);
            results[i] = new TestConsole(ROOT).run(parts, command);
        }
        assertThat(scans).hasValue(1);
        assertThat(results[0].code()).isEqualTo(1);
        assertThat(results[0].out()).hasSizeGreaterThan(10_000);
        assertThat(withoutTimes(results[1].out())).isEqualTo(withoutTimes(results[0].out()));
        assertThat(results[1].err()).isEqualTo(results[0].err());
        assertThat(results[1].code()).isEqualTo(results[0].code());
        assertThat(withoutTimes(Files.readString(root.resolve("report1"))))
                .isEqualTo(withoutTimes(Files.readString(root.resolve("report0"))));
    }

    private static String withoutTimes(String report) {
        return report.replaceAll("\"(start|end)TimeUtc\" ?: ?\"[^\"]*\"", "");
    }

    @Test
    void afterAnEditOnlyWhatRestsOnItIsLookedAtAgain() throws IOException {
        file("Waiting.java", """
                class Waiting {
                    void await() throws InterruptedException {
                        wait();
                    }
                }
                """);
        file("User.java", """
                class User {
                    void use(Waiting waiting) {
                        try {
                            waiting.await();
                        } catch (Exception e) {
                        }
                    }
                }
                """);
        file("Other.java", """
                class Other {
                    void nap() {
                        try {
                            Thread.sleep(1);
                        } catch (InterruptedException e) {
                        }
                    }
                }
                """);
        assertThat(afterEdit()).contains("       2  findings").contains("       2  files looked at by the rules");
        edit("Other.java", "Thread.sleep(1);", "int a = 1;\n        Thread.sleep(2);");
        assertThat(afterEdit())
                .contains("       2  findings")
                .contains("       1  files looked at by the rules")
                .contains("what the edited files do not touch is that of an earlier scan")
                .contains(" s reuse");
        edit("Waiting.java", "wait();", "System.gc();");
        assertThat(afterEdit()).contains("       1  findings").contains("       1  files looked at by the rules");
        edit("Waiting.java", "void await()", "void await(int... times)");
        assertThat(afterEdit()).contains("       1  findings").contains("earlier scan");
        edit("Waiting.java", "class Waiting", "final class Waiting");
        assertThat(afterEdit()).doesNotContain("earlier scan");
    }

    private void edit(String path, String before, String after) throws IOException {
        String text = Files.readString(root.resolve(path));
        assertThat(text).contains(before);
        file(path, text.replace(before, after));
    }

    /** The statistics of a scan with the cache; what it finds is what one without finds. */
    private String afterEdit() {
        Parts parts = StandardParts.load();
        Parts known = new Parts(parts.scan(), parts.frontEnds(), parts.rules(), "test");
        TestConsole.Result cold = new TestConsole(root).run(known, "scan", ".", "--no-cache", "-f", "json");
        TestConsole.Result edited =
                new TestConsole(root).run(known, "scan", ".", "--cache-dir", "c", "-f", "json", "--statistics");
        assertThat(edited.out()).isEqualTo(cold.out());
        return edited.err();
    }

    @Test
    void whatCannotBeParsedIsKeptAsWell() throws IOException {
        file("Broken.java", "class Broken { void m() { int = ; } }");
        file("Binary.java", "class\0Binary");
        Parts parts = counted(StandardParts.load(), "test");
        TestConsole.Result cold = new TestConsole(root).run(parts, "scan", ".", "--cache-dir", "c");
        TestConsole.Result warm = new TestConsole(root).run(parts, "scan", ".", "--cache-dir", "c");
        assertThat(cold.code()).isEqualTo(3);
        assertThat(cold.out()).contains("binary").contains("parsed");
        assertThat(warm).isEqualTo(cold);
        assertThat(scans).hasValue(1);
    }

    @Test
    void optionsThatChangeFindingsAreOtherScans() throws IOException {
        file("A.java", "// FIND warning\n");
        file("B.java", "// FIND note\n");
        file("m.yaml", "heed-models: 1\ntypes: {}\n");
        assertThat(isHit("scan", ".")).isFalse();
        assertThat(isHit("scan", ".")).isTrue();
        assertThat(isHit("scan", ".", "--threads", "1", "-f", "json", "--exit-zero"))
                .isTrue();
        assertThat(isHit("scan", "B.java", "A.java")).isTrue();
        for (String[] other : new String[][] {
            {"--select", "lost-thing"},
            {"--ignore", "late-thing"},
            {"--file-timeout", "7"},
            {"--max-file-size", "1K"},
            {"--encoding", "ISO-8859-1"},
            {"--models", "m.yaml"},
            {"--exclude", "B.java"},
            {"-cp", "."},
        }) {
            assertThat(isHit("scan", ".", other[0], other[1])).as(other[0]).isFalse();
            assertThat(isHit("scan", ".", other[0], other[1])).as(other[0]).isTrue();
        }
        file("m.yaml", "heed-models: 1\ntypes: {}\n# other\n");
        assertThat(isHit("scan", ".", "--models", "m.yaml")).isFalse();
        file("A.java", "// FIND error\n");
        assertThat(isHit("scan", ".")).isFalse();
        file("A.java", "// FIND warning\n");
        assertThat(isHit("scan", ".")).isTrue();
        new TestConsole(root).run(counted(FakeParts.parts(), "fake 2"), "scan", ".", "--cache-dir", "cache");
        assertThat(scans.get()).isEqualTo(12);
    }

    @Test
    void archivesAreRecognizedAsAWhole() throws IOException {
        for (String text : new String[] {"// FIND warning\n", "// FIND error \n"}) {
            Path jar = root.resolve("x.jar");
            Files.deleteIfExists(jar);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
                zip.putNextEntry(new ZipEntry("A.java"));
                zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(isHit("scan", "x.jar")).isFalse();
            assertThat(isHit("scan", "x.jar")).isTrue();
            assertThat(isHit("scan", "x.jar", "--encoding", "ISO-8859-1")).isFalse();
        }
    }

    @Test
    void canBeTurnedOff() throws IOException {
        file("A.java", "// FIND warning\n");
        assertThat(isHit("scan", ".", "--no-cache")).isFalse();
        assertThat(kept("cache")).isEmpty();
        assertThat(isHit("scan", ".")).isFalse();
        assertThat(isHit("scan", ".", "--no-cache")).isFalse();
        assertThat(isHit("scan", ".")).isTrue();
    }

    @Test
    void standardInputIsNotKept() throws IOException {
        assertThat(fake("scan", "-").code()).isZero();
        assertThat(kept("cache")).isEmpty();
    }

    @Test
    void partsThatCannotBeRecognizedAreNotKept() throws IOException {
        file("A.java", "// FIND warning\n");
        TestConsole.Result result =
                new TestConsole(root).run(FakeParts.parts(), "scan", ".", "--cache-dir", "cache", "-v");
        assertThat(result.err()).contains("There is no cache");
        assertThat(kept("cache")).isEmpty();
        // Not in the jar: these are the build's class files.
        assertThat(StandardParts.load().identity()).isNull();
    }

    @Test
    void anInterruptedScanIsNotKept() throws IOException {
        file("Z.java", "// FIND warning\nINTERRUPT\n");
        assertThat(fake("scan", ".").code()).isEqualTo(130);
        assertThat(kept("cache")).isEmpty();
    }

    @Test
    void statisticsSayWhereTheResultComesFrom() throws IOException {
        file("A.java", "// FIND warning\n");
        assertThat(fake("scan", ".", "--statistics").err()).doesNotContain("earlier scan");
        assertThat(fake("scan", ".", "--statistics").err())
                .contains("earlier scan")
                .contains("s cache");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDirectoryThatCannotBeWrittenIsANote() throws IOException {
        file("A.java", "// FIND warning\n");
        file("plain", "no directory");
        Map<String, String> none = Map.of();
        TestConsole.Result quiet = fake(none, "scan", "A.java", "--cache-dir", "plain");
        assertThat(quiet.code()).isEqualTo(1);
        assertThat(quiet.err()).isEmpty();
        TestConsole.Result verbose = fake(none, "scan", "A.java", "--cache-dir", "plain", "-v");
        assertThat(verbose.err().lines()).singleElement().asString().contains("The cache in");
        assertThat(verbose.code()).isEqualTo(1);
    }

    @Test
    void tellsAboutItselfAndCleansUp() throws IOException {
        file("A.java", "// FIND warning\n");
        Path results = root.resolve("cache").resolve("results");
        assertThat(fake("cache", "info").out())
                .isEqualTo("directory  " + results + "\nscans      0\nstates     0\nlibraries  0\n"
                        + "size       0 KiB of at most 256.0 MiB\noldest     -\n");
        assertThat(isHit("scan", ".")).isFalse();
        assertThat(isHit("scan", "A.java", "--file-timeout", "3")).isFalse();
        assertThat(fake("cache", "info").out())
                .contains("scans      2\n")
                .contains("size       1 KiB")
                .contains("last used 0 minutes ago");
        assertThat(fake("cache", "info", "--cache-dir", "other").out()).contains("scans      0\n");
        assertThat(fake("cache", "clean", "--cache-dir", "other").out()).startsWith("Removed 0 files (0 KiB)");
        TestConsole.Result clean = fake("cache", "clean");
        assertThat(clean.out()).isEqualTo("Removed 2 files (1 KiB) from " + results + ".\n");
        assertThat(clean.code()).isZero();
        assertThat(isHit("scan", ".")).isFalse();
    }
}
