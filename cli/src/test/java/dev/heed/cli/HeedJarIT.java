package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users run it: as a process of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HeedJarIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path JAR = ROOT.resolve("cli/target/heed.jar");
    private static final String TESTDATA = "testdata/swallowed-interrupt/java";

    /** Not the user's. */
    @TempDir
    static Path cache;

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().put("HEED_CACHE_DIR", cache.toString());
        return builder.start();
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void tellsItsVersionBeforeAllElse() throws Exception {
        Process process = start("--version");
        assertThat(read(process.getInputStream())).matches("heed \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
        assertThat(read(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void findsBugs() throws Exception {
        Process process = start("scan", "-f", "concise", TESTDATA);
        assertThat(read(process.getInputStream()))
                .contains("[swallowed-interrupt]")
                .doesNotContain("\033[");
        assertThat(read(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void explainsItsRules() throws Exception {
        Process process = start("explain", "swallowed-interrupt");
        assertThat(read(process.getInputStream())).contains("Why is this bad");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws Exception {
        Process process = start("scan", TESTDATA);
        process.getInputStream().close();
        assertThat(read(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void endsAtOnceWhenToldToWhileItWaitsForInput() throws Exception {
        Process process = start("scan", "-");
        // Only what has begun to read can be stopped while it reads; a line on its way in says nothing, so give it a
        // file.
        process.getOutputStream().write("class A {}\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        // Unlike the method of Process this leaves the streams open.
        process.toHandle().destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(read(process.getErrorStream())).doesNotContain("\tat ");
    }

    private static Process inTheMiddleOfAScan(Path directory) throws IOException {
        StringBuilder text =
                new StringBuilder("class A { void ok() { try { Thread.sleep(1); } catch (InterruptedException"
                        + " e) { } } void m(boolean a) {\n");
        for (int i = 0; i < 3000; i++) {
            text.append("if (a) { try { Thread.sleep(1); } catch (InterruptedException e) { a = !a; } }\n");
        }
        Files.writeString(directory.resolve("A.java"), text.append("} }\n"));
        Files.writeString(directory.resolve("B.java"), text.toString().replace("class A", "class B"));
        Files.writeString(
                directory.resolve("0.java"),
                "class C { void m() { while (true) { try { Thread.sleep(1); } catch (InterruptedException e) { } } } }");
        return start("scan", "--threads", "1", "--file-timeout", "0", "-f", "concise", directory.toString());
    }

    private static List<String> names(Path directory) throws IOException {
        Path results = directory.resolve("results");
        if (!Files.exists(results)) {
            return List.of();
        }
        try (var files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void severalAtOnceShareACache(@TempDir Path own) throws Exception {
        String[] scan = {"scan", "-f", "sarif", "--statistics", "--cache-dir", own.toString(), "testdata"};
        List<Process> processes = List.of(start(scan), start(scan));
        List<String> reports = new ArrayList<>();
        for (Process process : processes) {
            reports.add(withoutTimes(read(process.getInputStream())));
            assertThat(process.waitFor()).isEqualTo(1);
        }
        assertThat(names(own))
                .satisfiesExactlyInAnyOrder(
                        name -> assertThat(name).endsWith(".scan"),
                        name -> assertThat(name).endsWith(".state"));
        Process warm = start(scan);
        assertThat(withoutTimes(read(warm.getInputStream())))
                .isEqualTo(reports.get(0))
                .isEqualTo(reports.get(1))
                .contains("swallowed-interrupt");
        assertThat(read(warm.getErrorStream())).contains("earlier scan");
        assertThat(warm.waitFor()).isEqualTo(1);
    }

    private static String withoutTimes(String report) {
        return report.replaceAll("\"(start|end)TimeUtc\" ?: ?\"[^\"]*\"", "");
    }

    @Test
    void killedInTheMiddleItLeavesNoEntry(@TempDir Path directory) throws Exception {
        Process process = inTheMiddleOfAScan(directory);
        while (names(cache).stream().noneMatch(name -> name.endsWith(".tmp"))) {
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        assertThat(names(cache)).anyMatch(name -> name.endsWith(".tmp"));
        Path file = directory.resolve("0.java");
        for (int i = 0; i < 2; i++) {
            Process next = start("scan", "-f", "concise", file.toString());
            assertThat(read(next.getInputStream())).contains("interrupt");
            assertThat(next.waitFor()).isEqualTo(1);
        }
        Process clean = start("cache", "clean");
        assertThat(read(clean.getInputStream())).startsWith("Removed ");
        assertThat(clean.waitFor()).isZero();
        assertThat(names(cache)).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void theJarKnowsWhatIsInIt() throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        String identity = "";
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : java.util.Collections.list(jar.entries())) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("META-INF/heed/identity")) {
                    identity = new String(bytes, StandardCharsets.US_ASCII);
                } else {
                    digest.update((entry.getName() + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            }
        }
        assertThat(identity).isEqualTo(java.util.HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void toldToStopInTheMiddleItShowsWhatItHas(@TempDir Path directory) throws Exception {
        Process process = inTheMiddleOfAScan(directory);
        // Long enough to be in the middle, however slow the machine is: the whole takes minutes.
        Thread.sleep(12_000);
        process.toHandle().destroy();
        assertThat(read(process.getInputStream()))
                .contains("The scan was interrupted; only what was found until then is shown.");
        assertThat(read(process.getErrorStream()))
                .contains("heed: Interrupted.")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void aReportThatDoesNotFitOnTheDiskIsAnError() throws Exception {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        Process process = start("scan", "-f", "sarif", "-o", full.toString(), TESTDATA);
        assertThat(read(process.getErrorStream()))
                .contains("No space left on device")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aLineOfFiftyMegabytesIsToldOfOrRead(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("A.java");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "class A { void m() { while (true) { try { Thread.sleep(1); } catch (InterruptedException e) { } } } /*");
            for (int i = 0; i < 50; i++) {
                out.write("x".repeat(1 << 20));
            }
            out.write("*/ }");
        }
        Process process = start("scan", "-f", "concise", file.toString());
        assertThat(read(process.getInputStream())).contains("larger than 10 MiB");
        assertThat(process.waitFor()).isEqualTo(3);
        process = start("scan", "-f", "concise", "--max-file-size", "64M", file.toString());
        // The parser gives up on a token of that size; it is told of, too.
        assertThat(read(process.getInputStream())).contains("A.java").hasSizeLessThan(10_000);
        assertThat(read(process.getErrorStream())).doesNotContain("\tat ");
        assertThat(process.waitFor()).isIn(1, 3);
    }

    @Test
    void holdsNoClassFileThatAnArchiveRefuses() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> old = new ArrayList<>();
            for (var entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (var in = new java.io.DataInputStream(jar.getInputStream(entry))) {
                    in.readInt();
                    in.readUnsignedShort();
                    if (in.readUnsignedShort() < 50) {
                        old.add(entry.getName());
                    }
                }
            }
            assertThat(old).isEmpty();
            assertThat(jar.getEntry("picocli/CommandLine.class")).isNotNull();
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.startsWith("dev/heed/cli/build/"));
        }
    }

    /** The old class files were not verified by their stack maps; now they are. */
    @Test
    void everyUpgradedClassIsVerified() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            List<String> names = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches("(picocli|org/objectweb/asm)/.*\\.class"))
                    .toList();
            assertThat(names).hasSizeGreaterThan(200);
            for (String name : names) {
                // Linking verifies; initializing links.
                Class.forName(name.replace('/', '.').replaceAll("\\.class$", ""), true, loader);
            }
        }
    }

    @Test
    void keepsLicencesAndLeavesOutWhatOnlySingleJarsNeed() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(entry -> entry.getName()).toList();
            assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE");
            assertThat(names).noneMatch(name -> name.endsWith("module-info.class"));
            assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"));
            String libraries = read(jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")));
            assertThat(names.stream()
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.startsWith("META-INF/") && !name.startsWith("dev/heed/"))
                            .map(name -> name.startsWith("picocli/")
                                    ? "picocli"
                                    : name.split("/", 3)[0] + "." + name.split("/", 3)[1])
                            .distinct())
                    .allMatch(name -> libraries.contains("\n" + name));
            String rules = read(jar.getInputStream(jar.getEntry("META-INF/services/dev.heed.engine.rule.Rule")));
            assertThat(rules.lines()).hasSizeGreaterThan(5);
        }
    }
}
