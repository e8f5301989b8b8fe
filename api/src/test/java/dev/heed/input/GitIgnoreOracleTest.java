package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with git itself: the files that a walk finds are those that git would list as untracked and not ignored. */
class GitIgnoreOracleTest {
    private static final List<String> NAMES = List.of("a", "b", "lib", "gen", "x.y", "[z]", "#h", "!n", "sp ");
    private static final List<String> FILES = List.of("A.java", "B.java", "gen.java", "a.b.java", "#h.java", "!n.java");
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "lib",
            "gen",
            "*",
            "**",
            "?",
            "[ab]",
            "[!a]",
            "*.java",
            "A.java",
            "gen*",
            "*.?",
            "x.y",
            "\\[z\\]",
            "\\#h",
            "\\!n",
            "sp\\ ",
            "sp ",
            "[[:alpha:]]",
            "**a",
            "a**",
            "*a*");

    @TempDir
    Path root;

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatGitDoesNotIgnore(long seed) throws Exception {
        assumeTrue(git("--version").status() == 0, "git is not installed");
        git("init", "-q");
        Random random = new Random(seed);
        populate(root, random, 0);
        Files.writeString(root.resolve(".git/info/exclude"), "# from git\n" + pattern(random) + "\n");

        Result listed = git("ls-files", "--others", "--exclude-standard", "-z");
        assertThat(listed.status()).isZero();
        TreeSet<String> expected = new TreeSet<>();
        for (String path : listed.out().split("\0", -1)) {
            if (path.endsWith(".java")) {
                expected.add(path);
            }
        }

        DirectoryWalk walk = new DirectoryWalk(
                FileFilter.of(List.of(), List.of()),
                true,
                new SourceText.Form(StandardCharsets.UTF_8, FileSize.DEFAULT),
                notification -> {});
        List<String> found =
                walk.walk(root, ".").stream().map(SourceFile::path).sorted().toList();
        assertThat(found).as("ignore files: %s", ignoreFiles()).containsExactlyElementsOf(expected);
    }

    private void populate(Path directory, Random random, int depth) throws IOException {
        for (String file : FILES) {
            if (random.nextInt(3) > 0) {
                Files.writeString(directory.resolve(file), "");
            }
        }
        if (random.nextInt(depth + 2) == 0) {
            List<String> lines = new ArrayList<>();
            for (int i = random.nextInt(5) + 1; i > 0; i--) {
                lines.add(pattern(random));
            }
            String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
            String text = (random.nextInt(8) == 0 ? "\uFEFF" : "") + String.join(end, lines) + end;
            Files.writeString(directory.resolve(".gitignore"), text);
        }
        if (depth < 3) {
            for (String name : NAMES) {
                if (random.nextInt(depth + 2) == 0) {
                    Path below = Files.createDirectory(directory.resolve(name));
                    populate(below, random, depth + 1);
                }
            }
        }
    }

    private static String pattern(Random random) {
        StringBuilder pattern = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
        pattern.append(random.nextInt(4) == 0 ? "/" : "");
        for (int parts = random.nextInt(3); parts >= 0; parts--) {
            pattern.append(PIECES.get(random.nextInt(PIECES.size()))).append(parts > 0 ? "/" : "");
        }
        return pattern.append(random.nextInt(4) == 0 ? "/" : "")
                .append(random.nextInt(8) == 0 ? "  " : "")
                .toString();
    }

    private String ignoreFiles() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.endsWith(".gitignore") || f.endsWith("exclude"))
                    .toList()) {
                text.append('\n').append(root.relativize(file)).append(": ").append(Files.readAllLines(file));
            }
        }
        return text.toString();
    }

    private record Result(int status, String out) {}

    private Result git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.excludesFile=/dev/null"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Result(-1, "");
        }
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }
}
