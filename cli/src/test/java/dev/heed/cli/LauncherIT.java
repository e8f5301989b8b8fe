package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Maven that only puts the jar in its place and says that it was called. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path temp;

    private Path checkout;
    private Path bin;

    @BeforeEach
    void prepare() throws IOException {
        checkout = Files.createDirectories(temp.resolve("a checkout"));
        bin = Files.createDirectories(temp.resolve("bin"));
        Files.copy(ROOT.resolve("heed"), checkout.resolve("heed"));
        executable(checkout.resolve("heed"));
        Files.createDirectories(checkout.resolve("cli/src/main/java"));
        Files.writeString(checkout.resolve("cli/src/main/java/A.java"), "class A {}");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        old(checkout.resolve("pom.xml"));
        old(checkout.resolve("cli/src/main/java/A.java"));
        old(checkout.resolve("cli/src/main/java"));
        old(checkout.resolve("cli/src/main"));
        maven("mkdir -p cli/target && cp '" + ROOT.resolve("cli/target/heed.jar") + "' cli/target/heed.jar");
    }

    private void maven(String action) throws IOException {
        Files.writeString(
                bin.resolve("mvn"),
                "#!/bin/sh\necho called >> '" + temp.resolve("calls") + "'\ncd '" + checkout + "'\n" + action + "\n");
        executable(bin.resolve("mvn"));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    private int calls() throws IOException {
        Path calls = temp.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    private record Result(int code, String out, String err) {}

    private Process start(Path command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command.toString(), "version")).directory(temp.toFile());
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("HEED_NO_BUILD");
        builder.environment().put("XDG_CACHE_HOME", temp.resolve("cache").toString());
        // What works in the background would still write while the directory is deleted.
        builder.environment().put("HEED_NO_ARCHIVE", "1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result end(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    private Result run() throws IOException, InterruptedException {
        return end(start(checkout.resolve("heed"), Map.of()));
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        Result first = run();
        assertThat(first.err()).isEqualTo("heed: building Heed on first use; this takes a minute or two ...\n");
        assertThat(first.out()).startsWith("heed ");
        assertThat(first.code()).isZero();
        Result second = run();
        assertThat(second.err()).isEmpty();
        assertThat(calls()).isEqualTo(1);
        Files.setLastModifiedTime(
                checkout.resolve("cli/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run().err()).isEqualTo("heed: its sources have changed; building it again ...\n");
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void runsThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("bin/heed"));
        Files.createSymbolicLink(bin.resolve("heed"), Path.of("../a checkout/heed"));
        assertThat(end(start(link, Map.of())).out()).startsWith("heed ");
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        maven("sleep 2 && mkdir -p cli/target && cp '" + ROOT.resolve("cli/target/heed.jar") + "' cli/target/heed.jar");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(checkout.resolve("heed"), Map.of()));
        }
        for (Process process : processes) {
            Result result = end(process);
            assertThat(result.out()).startsWith("heed ");
            assertThat(result.code()).isZero();
        }
        assertThat(calls()).isEqualTo(1);
        assertThat(checkout.resolve(".heed/build.lock")).doesNotExist();
    }

    @Test
    void takesOverTheLockOfADeadProcess() throws Exception {
        Path lock = Files.createDirectories(checkout.resolve(".heed/build.lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        assertThat(run().out()).startsWith("heed ");
        assertThat(lock).doesNotExist();
    }

    @Test
    void showsWhyABuildFails() throws Exception {
        maven("echo '[INFO] noise'; echo '[ERROR] A.java is wrong'; exit 1");
        Result result = run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().skip(1))
                .containsExactly(
                        "[ERROR] A.java is wrong",
                        "heed: the build failed; the whole log is in " + checkout + "/.heed/build.log.");
        assertThat(checkout.resolve(".heed/build.lock")).doesNotExist();
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Path jdk = Files.createDirectories(temp.resolve("jdk8/bin")).getParent();
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        executable(jdk.resolve("bin/java"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_392\"\n");
        Result result = end(start(checkout.resolve("heed"), Map.of("JAVA_HOME", jdk.toString())));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("is Java 8; Heed needs a JDK, version 17 or later.");
        assertThat(calls()).isZero();
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Path tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : new String[] {
            "sh", "sed", "find", "head", "mkdir", "rm", "dirname", "readlink", "cat", "printf", "grep", "awk", "sleep"
        }) {
            Path found = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
        }
        Result result = end(start(checkout.resolve("heed"), Map.of("PATH", tools.toString())));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Maven is needed to build Heed; install it");
        assertThat(checkout.resolve(".heed/build.lock")).doesNotExist();
    }

    private static final Map<String, String> ARCHIVE =
            Map.of("HEED_NO_ARCHIVE", "", "HEED_JAVA_OPTS", "-Xlog:class+load:stderr");

    private static long shared(Result result) {
        assertThat(result.out()).startsWith("heed ").hasLineCount(1);
        assertThat(result.code()).isZero();
        return result.err()
                .lines()
                .filter(line -> line.contains("dev.heed.cli.Main source: shared objects file (top)"))
                .count();
    }

    private boolean isMappedWhereItWasMadeFor() throws IOException, InterruptedException {
        Result result = end(start(
                checkout.resolve("heed"),
                Map.of("HEED_NO_ARCHIVE", "", "HEED_JAVA_OPTS", "-XX:+PrintFlagsFinal -Xlog:disable")));
        return result.out().lines().anyMatch(line -> line.matches("\\s*intx? ArchiveRelocationMode\\s+= 0 .*"));
    }

    private Path awaitArchive() throws IOException, InterruptedException {
        Path cache = temp.resolve("cache/heed");
        while (true) {
            try (var files = Files.exists(cache) ? Files.list(cache) : java.util.stream.Stream.<Path>empty()) {
                List<Path> all = files.toList();
                if (all.size() == 1 && all.get(0).toString().endsWith(".jsa")) {
                    return all.get(0);
                }
            }
            Thread.sleep(50);
        }
    }

    @Test
    void startsFromAnArchiveThatIsMadeOnce() throws Exception {
        run();
        // The JVM archives no class from a path with a space in it; Heed starts without, then.
        checkout = Files.move(checkout, temp.resolve("checkout"));
        List<Process> several = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            several.add(start(checkout.resolve("heed"), ARCHIVE));
        }
        for (Process process : several) {
            assertThat(shared(end(process))).isZero();
        }
        Path archive = awaitArchive();
        Object made = Files.readAttributes(archive, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        assertThat(shared(end(start(checkout.resolve("heed"), ARCHIVE)))).isEqualTo(1);
        assertThat(isMappedWhereItWasMadeFor()).isTrue();
        assertThat(Files.readAttributes(archive, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(made);
        // Another jar, as far as times say: the archive is not taken, and nobody hears of it; then it is made again.
        Files.setLastModifiedTime(
                checkout.resolve("cli/target/heed.jar"),
                FileTime.from(Instant.now().minusSeconds(100)));
        Result result = end(start(checkout.resolve("heed"), Map.of("HEED_NO_ARCHIVE", "")));
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("heed ").hasLineCount(1);
        Files.write(archive.resolveSibling("damaged"), new byte[5000]);
        Files.move(archive.resolveSibling("damaged"), archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        result = end(start(checkout.resolve("heed"), Map.of("HEED_NO_ARCHIVE", "")));
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("heed ").hasLineCount(1);
        Files.delete(archive);
        assertThat(shared(end(start(checkout.resolve("heed"), ARCHIVE)))).isZero();
        awaitArchive();
    }

    @Test
    void doesWithoutAnArchiveWhereNoneCanBeMade() throws Exception {
        run();
        Files.writeString(temp.resolve("cache"), "a file where the directory should be");
        Result result = end(start(checkout.resolve("heed"), Map.of("HEED_NO_ARCHIVE", "")));
        assertThat(result.out()).startsWith("heed ");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
    }

    private String optionsOf(String version, boolean hasArchiveOfSmallObjects) throws Exception {
        return optionsOf(version, hasArchiveOfSmallObjects, "");
    }

    /** The options that a JDK is given, which only says them. */
    private String optionsOf(String version, boolean hasArchiveOfSmallObjects, String given) throws Exception {
        Path jdk = Files.createDirectories(temp.resolve("jdk-" + version + hasArchiveOfSmallObjects));
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        executable(java);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        if (hasArchiveOfSmallObjects) {
            Files.createFile(Files.createDirectories(jdk.resolve("lib/server")).resolve("classes_coh.jsa"));
        }
        return end(start(checkout.resolve("heed"), Map.of("JAVA_HOME", jdk.toString(), "HEED_JAVA_OPTS", given)))
                .out();
    }

    @Test
    void asksForSmallObjectsWhereTheJdkStartsWithThemAsFast() throws Exception {
        run();
        String option = "-XX:+UseCompactObjectHeaders";
        assertThat(optionsOf("25.0.3", true)).contains("-XX:+UseSerialGC").contains(option);
        assertThat(optionsOf("25", true)).contains(option);
        assertThat(optionsOf("25.0.3", false)).contains("-XX:+UseSerialGC").doesNotContain(option);
        assertThat(optionsOf("24.0.1", true)).doesNotContain(option);
    }

    @Test
    void leavesTheSizeOfTheHeapToWhoGivesOne() throws Exception {
        run();
        assertThat(optionsOf("17", false)).contains("-Xms96m", "-XX:MaxNewSize=48m");
        assertThat(optionsOf("17", false, "-Dx=1 -Xmx4g"))
                .contains("-XX:MaxNewSize=48m", "-Xmx4g")
                .doesNotContain("-Xms");
        for (String small : new String[] {"-Xmx96m", "-Xmx9M", "-Dx=1 -Xmx149m"}) {
            assertThat(optionsOf("17", false, small)).contains(small).doesNotContain("-Xms", "MaxNewSize");
        }
        assertThat(optionsOf("17", false, "-XX:MaxHeapSize=512m"))
                .contains("MaxNewSize")
                .doesNotContain("-Xms");
        Result result = end(start(checkout.resolve("heed"), Map.of("HEED_JAVA_OPTS", "-Xmx32m")));
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("heed ");
    }

    @Test
    void passesItsOptionsToJava() throws Exception {
        run();
        Result result =
                end(start(checkout.resolve("heed"), Map.of("HEED_JAVA_OPTS", "-Dx=1 -XshowSettings:properties")));
        assertThat(result.err()).contains("x = 1").contains("heed.terminal.out = false");
    }
}
