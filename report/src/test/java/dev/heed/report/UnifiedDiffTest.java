package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {

    @TempDir
    Path directory;

    @Test
    void equalTextsDoNotDiffer() {
        assertThat(UnifiedDiff.of("A.java", "a\n", "a\n")).isEmpty();
    }

    @Test
    void changesThatAreNearShareAHunk() {
        String before = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> String.format("line %02d%n", i))
                .collect(Collectors.joining())
                .replace("\r", "");
        String after = before.replace("line 03", "new\nline 03")
                .replace("line 08\n", "")
                .replace("line 20", "line twenty");
        assertThat(UnifiedDiff.of("src/A.java", before, after))
                .startsWith(
                        "--- a/src/A.java\n+++ b/src/A.java\n@@ -1,11 +1,11 @@\n line 01\n line 02\n+new\n line 03\n")
                .contains(" line 07\n-line 08\n line 09\n")
                .endsWith("@@ -17,4 +17,4 @@\n line 17\n line 18\n line 19\n-line 20\n+line twenty\n");
    }

    @Test
    void aMissingLineEndIsTold() {
        assertThat(UnifiedDiff.of("A.java", "a\nb", "a\nc"))
                .endsWith(" a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
    }

    @Test
    void namesThatWouldBeMisreadAreQuoted() {
        assertThat(UnifiedDiff.of("a b.java", "", "x\n"))
                .startsWith("--- a/a b.java\t\n+++ b/a b.java\t\n@@ -0,0 +1 @@\n+x\n");
        assertThat(UnifiedDiff.of("a\n\"b.java", "", "x\n")).startsWith("--- \"a/a\\012\\\"b.java\"\n");
    }

    @Test
    void largeChangesAreTold() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            before.append("old ").append(i).append('\n');
            after.append("new ").append(i).append('\n');
        }
        assertThat(UnifiedDiff.of("A.java", before.toString(), after.toString()))
                .startsWith("--- a/A.java\n+++ b/A.java\n@@ -1,5000 +1,5000 @@\n-old 0\n");
    }

    /** Some thousand random changes, applied by git all at once. */
    @Test
    void gitAppliesThem() throws IOException, InterruptedException {
        Random random = new Random(20261122);
        StringBuilder patch = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String before = text(random, random.nextInt(30));
            String after = changed(random, before);
            expected.add(after);
            Files.writeString(directory.resolve("f" + i + ".txt"), before);
            patch.append(UnifiedDiff.of("f" + i + ".txt", before, after));
        }
        Files.writeString(directory.resolve("all.patch"), patch);
        assertThat(git("init", "-q", ".")).isZero();
        assertThat(git("apply", "--unidiff-zero", "--whitespace=nowarn", "all.patch"))
                .isZero();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Files.readString(directory.resolve("f" + i + ".txt"))).isEqualTo(expected.get(i));
        }
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no git here");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return process.exitValue();
    }

    private static String text(Random random, int lines) {
        StringBuilder text = new StringBuilder("first\n");
        for (int i = 0; i < lines; i++) {
            text.append("line ").append(random.nextInt(6)).append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        return random.nextInt(4) == 0 ? text + "no end" : text.toString();
    }

    private static String changed(Random random, String before) {
        List<String> lines = new ArrayList<>(before.lines().toList());
        boolean isEnded = before.endsWith("\n");
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.add(at, "added " + random.nextInt(100));
                case 1 -> lines.set(at, "changed " + random.nextInt(100));
                default -> {
                    if (lines.size() > 1) {
                        lines.remove(at);
                    }
                }
            }
        }
        lines.add(random.nextInt(lines.size() + 1), "at least this");
        return String.join("\n", lines) + (isEnded || random.nextBoolean() ? "\n" : "");
    }
}
