package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.StandardParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heed scan --since}, with real repositories. */
class SinceTest {
    private static final String TWO = """
            class Two {
                void first() {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        System.out.println("first");
                    }
                }

                void second() {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        System.out.println("second");
                    }
                }
            }
            """;

    private static final String NOTHING = "Found nothing in 1 file.\n";

    @TempDir
    private Path root;

    @BeforeEach
    void prepare() throws Exception {
        git("init", "-q", "-b", "main");
        write("src/Two.java", TWO);
        git("add", ".");
        commit("first");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void commit(String message) throws Exception {
        git("-c", "user.name=N", "-c", "user.email=n@example.org", "commit", "-q", "-m", message);
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private TestConsole.Result heed(String... arguments) {
        return new TestConsole(root).environment(System.getenv()).run(StandardParts.load(), arguments);
    }

    private TestConsole.Result since(String revision) {
        return heed("scan", "src", "--no-cache", "-f", "concise", "--since", revision);
    }

    /** The lines that findings are told at. */
    private static List<String> places(TestConsole.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.contains("[swallowed-interrupt]"))
                .map(line -> line.replaceFirst("^(.*?:\\d+):.*", "$1"))
                .toList();
    }

    @Test
    void whatHasNotChangedIsNotTold() {
        TestConsole.Result result = since("HEAD");

        assertThat(result.code()).isZero();
        assertThat(result.out()).endsWith(NOTHING);
        assertThat(result.err()).contains("2 findings are not told: nothing has changed there since HEAD.");
    }

    @Test
    void aChangedLineOnThePathIsEnough() throws IOException {
        write("src/Two.java", TWO.replace("println(\"second\")", "println(\"changed\")"));

        TestConsole.Result result = since("HEAD");

        assertThat(result.code()).isEqualTo(1);
        assertThat(places(result)).containsExactly("src/Two.java:13");
        assertThat(result.err()).contains("1 finding is not told");
    }

    @Test
    void movedLinesAreNotChanged() throws IOException {
        write("src/Two.java", "// one\n// two\n// three\n" + TWO);

        assertThat(since("HEAD").code()).isZero();
    }

    @Test
    void whatATakenOutLineUncoversIsNew() throws Exception {
        String restored = TWO.replace(
                "println(\"second\");", "println(\"second\");\n            Thread.currentThread().interrupt();");
        write("src/Two.java", restored);
        git("add", ".");
        commit("restore");
        assertThat(places(since("HEAD~1"))).isEmpty();
        write("src/Two.java", TWO);

        assertThat(places(since("HEAD"))).containsExactly("src/Two.java:13");
    }

    @Test
    void committedChangesCountAndThoseOfTheOtherBranchDoNot() throws Exception {
        git("checkout", "-q", "-b", "mine");
        write("src/Two.java", TWO.replace("println(\"second\")", "println(\"mine\")"));
        git("add", ".");
        commit("mine");
        git("checkout", "-q", "main");
        write("src/Two.java", TWO.replace("println(\"first\")", "println(\"theirs\")"));
        git("add", ".");
        commit("theirs");
        git("checkout", "-q", "mine");

        assertThat(places(since("main"))).containsExactly("src/Two.java:13");
    }

    @Test
    void untrackedFilesAreNewAndRenamedOnesAreNot() throws Exception {
        git("mv", "src/Two.java", "src/Zwei \u00e4.java");
        write("src/Three.java", TWO.replace("Two", "Three"));

        assertThat(places(since("HEAD"))).containsExactly("src/Three.java:5", "src/Three.java:13");
        write("src/Zwei \u00e4.java", TWO.replace("println(\"first\")", "println(\"changed\")"));
        assertThat(places(since("HEAD")))
                .containsExactly("src/Three.java:5", "src/Three.java:13", "src/Zwei \u00e4.java:5");
    }

    @Test
    void itWorksFromADirectoryBelowTheRoot() throws IOException {
        write("src/Two.java", TWO.replace("println(\"second\")", "println(\"changed\")"));

        TestConsole.Result result = new TestConsole(root.resolve("src"))
                .environment(System.getenv())
                .run(StandardParts.load(), "scan", "--no-cache", "-f", "concise", "--since", "HEAD");

        assertThat(places(result)).containsExactly("Two.java:13");
    }

    @Test
    void theBaselineStillSeesAll() throws IOException {
        heed("baseline", "create", "src");
        write("src/Two.java", TWO.replace("println(\"second\")", "println(\"changed\")"));

        TestConsole.Result result = heed("scan", "src", "--since", "HEAD", "--baseline", "heed-baseline.json");

        assertThat(result.code()).isZero();
        assertThat(result.err()).doesNotContain("no longer there");
    }

    @Test
    void onlyWhatHasChangedIsFixed() throws IOException {
        write("src/Two.java", TWO.replace("println(\"second\")", "println(\"changed\")"));

        TestConsole.Result result = heed("fix", "src", "--unsafe", "--write", "--since", "HEAD");

        assertThat(result.code()).as(result.err()).isZero();
        String fixed = Files.readString(root.resolve("src/Two.java"));
        assertThat(fixed).startsWith(TWO.substring(0, TWO.indexOf("void second")));
        assertThat(fixed.substring(fixed.indexOf("void second"))).contains("interrupt()");
    }

    @Test
    void nothingOfTheProjectIsRun() throws Exception {
        Path witness = root.resolve("witness");
        String touch = "touch '" + witness + "'; cat";
        write(".gitattributes", "*.java filter=evil diff=evil\n");
        git("add", ".");
        commit("attributes");
        for (String key : List.of(
                "filter.evil.clean",
                "filter.evil.smudge",
                "diff.evil.command",
                "diff.evil.textconv",
                "diff.external",
                "core.fsmonitor",
                "core.pager",
                "core.sshCommand")) {
            git("config", key, touch);
        }
        Files.createDirectories(root.resolve(".git/hooks"));
        Path hook = root.resolve(".git/hooks/post-index-change");
        Files.writeString(hook, "#!/bin/sh\n" + touch + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        write("src/Two.java", TWO.replace("println(\"second\")", "println(\"changed\")"));

        TestConsole.Result result = since("HEAD");

        assertThat(places(result)).containsExactly("src/Two.java:13");
        assertThat(witness).doesNotExist();
        git("diff", "--stat");
        assertThat(witness).as("git itself would have run it").exists();
    }

    @Test
    void whatCannotBeAskedIsSaid() throws Exception {
        assertThat(since("nonsense").err())
                .contains("There is no revision \"nonsense\" in the git repository")
                .contains("a shallow clone has to fetch it first.");
        assertThat(since("-x").err()).contains("--since takes a revision of git, such as origin/main or HEAD~3.");
        assertThat(since("--output=stolen").code()).isEqualTo(2);
        assertThat(root.resolve("stolen")).doesNotExist();
        assertThat(since("HEAD:src/Two.java").code()).isEqualTo(2);
        assertThat(new TestConsole(root)
                        .environment(Map.of())
                        .run(StandardParts.load(), "scan", "src", "--no-cache", "--since", "HEAD")
                        .err())
                .contains("--since needs git, and there is none on the PATH.");
        git("checkout", "-q", "--orphan", "other");
        commit("other");
        assertThat(since("main").err()).contains("have no commit in common");
    }

    @Test
    void filesInNoRepositoryAreRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("Two.java"), TWO);

        TestConsole.Result result = new TestConsole(elsewhere)
                .environment(System.getenv())
                .run(StandardParts.load(), "scan", ".", "--no-cache", "--since", "HEAD");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--since needs a git repository; Two.java is in none.");
        assertThat(heed("scan", "maven:a:b:1", "src", "--no-cache", "--since", "HEAD")
                        .code())
                .isEqualTo(3);
    }
}
