package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heed scan --add-ignore}. */
class AddIgnoreTest {
    private static final String SLEEPER = """
            class Sleeper {
                void pause() {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        System.out.println("woken");
                    }
                }
            }
            """;

    @TempDir
    private Path root;

    private TestConsole.Result heed(String... arguments) {
        return new TestConsole(root).run(StandardParts.load(), arguments);
    }

    /** What becomes of a source. */
    private String added(String text, String... more) throws IOException {
        Path file = root.resolve("A.java");
        Files.writeString(file, text);
        List<String> arguments = new ArrayList<>(List.of("scan", "A.java", "--no-cache", "--add-ignore"));
        arguments.addAll(List.of(more));
        TestConsole.Result result = heed(arguments.toArray(String[]::new));
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("suppressed in the sources");
        return Files.readString(file);
    }

    @Test
    void theCommentStandsBehindTheLine() throws IOException {
        assertThat(added(SLEEPER)).isEqualTo(SLEEPER.replace("e) {", "e) { // heed: ignore[swallowed-interrupt] TODO"));
        assertThat(heed("scan", ".", "--no-cache").code()).isZero();
    }

    @Test
    void itDoesNotMatterWhetherTheCacheKnowsTheFile() throws IOException {
        for (int time = 1; time <= 2; time++) {
            Path file = Files.writeString(root.resolve("A.java"), SLEEPER);
            TestConsole.Result result = new TestConsole(root)
                    .environment(Map.of("HEED_CACHE_DIR", root.resolve("cache").toString()))
                    .run(StandardParts.load(), "scan", "A.java", "--add-ignore");
            assertThat(result.code()).as(result.out() + result.err()).isZero();
            assertThat(Files.readString(file)).contains("// heed: ignore[swallowed-interrupt] TODO\n");
        }
    }

    @Test
    void theReasonIsTheirs() throws IOException {
        assertThat(added(SLEEPER, "--reason", "never interrupted"))
                .contains("// heed: ignore[swallowed-interrupt] never interrupted\n");
    }

    @Test
    void lineEndsStay() throws IOException {
        String windows = SLEEPER.replace("\n", "\r\n");

        assertThat(added(windows)).isEqualTo(windows.replace("e) {", "e) { // heed: ignore[swallowed-interrupt] TODO"));
    }

    @Test
    void aCommentThatIsThereStays() throws IOException {
        assertThat(added(SLEEPER.replace("e) {", "e) { // as usual ")))
                .contains("e) { // as usual // heed: ignore[swallowed-interrupt] TODO\n");
        assertThat(added(SLEEPER.replace("e) {", "e) { /* as usual */")))
                .contains("e) { /* as usual */ // heed: ignore[swallowed-interrupt] TODO\n");
    }

    @Test
    void aDirectiveThatIsThereTakesTheName() throws IOException {
        String two = """
                import java.util.concurrent.Semaphore;

                class Two {
                    static void calm(Semaphore permits) throws InterruptedException {
                        Thread.interrupted(); permits.acquire(); work(); permits.release();%s
                    }

                    private static void work() throws InterruptedException {
                        Thread.sleep(10);
                    }
                }
                """;

        assertThat(added(two.formatted(" // heed: ignore[cleared-interrupt] a sample")))
                .contains("release(); // heed: ignore[cleared-interrupt, release-after-await] a sample\n");
        assertThat(added(two.formatted(" /* heed: ignore[cleared-interrupt] a sample */")))
                .contains("release(); /* heed: ignore[cleared-interrupt, release-after-await] a sample */\n");
        assertThat(added(two.formatted(" // heed: ignore why")))
                .contains("release(); // heed: ignore[cleared-interrupt, release-after-await] why\n");
        assertThat(added(two.formatted("")))
                .contains("release(); // heed: ignore[cleared-interrupt, release-after-await] TODO\n");
    }

    @Test
    void whereNothingCanStandBehindTheLineItStandsAbove() throws IOException {
        String block = """
                class Block {
                    static void calm() {
                        say(Thread.interrupted() + \"""
                            said\""");
                    }

                    static void say(String what) {}
                }
                """;

        assertThat(added(block))
                .isEqualTo(block.replace(
                        "        say(Thread", "        // heed: ignore[cleared-interrupt] TODO\n        say(Thread"));
    }

    @Test
    void whatAnAddedCommentCannotBeAboutIsSaid() throws IOException {
        Files.writeString(root.resolve("A.java"), "class A {} // heed: ignore[swallowed-interrupt]\n");

        TestConsole.Result result = heed("scan", "A.java", "--no-cache", "--add-ignore");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("There is no place for a comment about this finding of unused-suppression.")
                .contains("Wrote comments into 0 files, for 0 findings.");
    }

    @Test
    void onlyWhatIsToldIsIgnored() throws IOException {
        Files.writeString(root.resolve("A.java"), SLEEPER);
        heed("baseline", "create", "A.java", "--no-cache");

        TestConsole.Result result =
                heed("scan", "A.java", "--no-cache", "--add-ignore", "--baseline", "heed-baseline.json");

        assertThat(result.code()).isZero();
        assertThat(root.resolve("A.java")).hasContent(SLEEPER);
    }

    @Test
    void whatCannotBeWrittenIsRefused() throws IOException {
        Path jar = root.resolve("a-sources.jar");
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("Sleeper.java"));
            zip.write(SLEEPER.getBytes());
        }
        assertThat(heed("scan", "a-sources.jar", "--no-cache", "--add-ignore").err())
                .contains("--add-ignore writes into files on disk; a-sources.jar!/Sleeper.java is none.");
        assertThat(heed("scan", "-", "--add-ignore").code()).isEqualTo(2);
        assertThat(heed("scan", ".", "--add-ignore", "--since", "HEAD").code()).isEqualTo(2);
        assertThat(heed("scan", ".", "--reason", "x").code()).isEqualTo(2);
        assertThat(heed("scan", ".", "--add-ignore", "--reason", "a\nb").code()).isEqualTo(2);
        assertThat(heed("scan", ".", "--add-ignore", "--reason", "a\\u000ab").code())
                .isEqualTo(2);
        Path file = root.resolve("A.java");
        Files.writeString(file, SLEEPER);
        assertThat(file.toFile().setReadOnly()).isTrue();
        TestConsole.Result result = heed("scan", "A.java", "--no-cache", "--add-ignore");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("The file is read-only, and was left as it is.");
    }

    /** All findings of all programs, of every rule: one run suppresses them, and a second has nothing to do. */
    @Test
    void itIsAFixedPointOnAllPrograms() throws IOException {
        Path testdata = Path.of("..", "testdata").toAbsolutePath().normalize();
        List<Path> programs;
        try (Stream<Path> files = Files.walk(testdata)) {
            programs = files.filter(file -> file.getFileName().toString().matches("bad_\\w+\\.java"))
                    .filter(file -> !file.toString().contains("unused-suppression"))
                    .sorted()
                    .toList();
        }
        assertThat(programs).hasSizeGreaterThan(100);
        for (Path program : programs) {
            Path copy = root.resolve("programs").resolve(testdata.relativize(program));
            Files.createDirectories(copy.getParent());
            Files.copy(program, copy);
        }
        TestConsole.Result before = heed("scan", "programs", "--no-cache", "-f", "concise");
        Matcher found = Pattern.compile("Found (\\d+) findings").matcher(before.out());
        assertThat(found.find()).isTrue();

        TestConsole.Result first = heed("scan", "programs", "--no-cache", "--add-ignore", "--exit-zero");

        assertThat(first.out())
                .contains("Found nothing in " + programs.size() + " files. " + found.group(1)
                        + " findings are suppressed in the sources.");
        List<String> texts = new ArrayList<>();
        for (Path program : programs) {
            String text = Files.readString(root.resolve("programs").resolve(testdata.relativize(program)));
            texts.add(text);
            assertThat(text.replaceAll("(?m) ?// heed: ignore\\[[\\w, -]+\\] TODO$", ""))
                    .as(program.toString())
                    .isEqualToNormalizingWhitespace(Files.readString(program));
        }
        TestConsole.Result second = heed("scan", "programs", "--no-cache", "--add-ignore");
        assertThat(second.code()).isZero();
        assertThat(second.err()).contains("Wrote comments into 0 files, for 0 findings.");
        for (int i = 0; i < texts.size(); i++) {
            assertThat(root.resolve("programs").resolve(testdata.relativize(programs.get(i))))
                    .hasContent(texts.get(i));
        }
    }
}
