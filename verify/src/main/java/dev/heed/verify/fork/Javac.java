package dev.heed.verify.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The compiler of a Java installation, in a process of its own: its annotation processors are code of others, too. */
public final class Javac {
    private static final int LARGEST_LOG = 100_000;
    private static final int FIRST_RELEASE = 8;
    /** From here on processors on the class path run only if they are asked for. */
    private static final int SILENT_PROCESSORS = 23;

    private static final String CRASH = "An annotation processor threw an uncaught exception.";
    /** The class of an exception, at the head of its trace. */
    private static final Pattern THROWN = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)+");

    private static final String PROCESSOR_FAILS = "an annotation processor fails on this javac";

    private final Bounds bounds;
    private final Path home;
    private final Path command;

    /** That beside the {@code java} command of the bounds. */
    public Javac(Bounds bounds) {
        this.bounds = bounds;
        Path bin = Optional.ofNullable(bounds.java().toAbsolutePath().getParent())
                .orElseThrow(() -> new IllegalArgumentException("no directory"));
        this.home = Optional.ofNullable(bin.getParent()).orElse(bin);
        this.command =
                bin.resolve(String.valueOf(bounds.java().getFileName()).endsWith(".exe") ? "javac.exe" : "javac");
    }

    /** Whether the installation has a compiler. */
    public boolean isThere() {
        return Files.isExecutable(command);
    }

    /**
     * Compiles.
     *
     * @param sources files in UTF-8 below {@code root}
     * @param release for which Java, such as 17
     * @param out the directory of the class files
     * @return why it does not compile, as a clause; empty if it does
     * @throws InterruptedException if the calling thread is interrupted; the compiler has been killed then
     */
    public Optional<String> compile(Path root, List<Path> sources, List<Path> classPath, int release, Path out)
            throws IOException, InterruptedException {
        Optional<String> problem = run(root, sources, classPath, release, out, true);
        if (problem.isEmpty()) {
            return problem;
        }
        // Processors that do not fit this compiler may well not be needed.
        Optional<String> without = run(root, sources, classPath, release, out, false);
        // Where they are needed, what is missing without them is not what is wrong.
        boolean isTheirs = problem.get().startsWith(PROCESSOR_FAILS);
        return without.map(why -> isTheirs ? problem.get() + "; and without it: " + why : problem.get());
    }

    private Optional<String> run(
            Path root, List<Path> sources, List<Path> classPath, int release, Path out, boolean processes)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
        int feature = feature();
        if (release < feature) {
            String level = Integer.toString(Math.max(FIRST_RELEASE, release));
            arguments.addAll(List.of("-source", level, "-target", level));
        }
        if (!processes) {
            arguments.add("-proc:none");
        } else if (feature >= SILENT_PROCESSORS) {
            arguments.add("-proc:full");
        }
        arguments.addAll(List.of("-d", Files.createDirectories(out).toString(), "-cp"));
        arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)));
        sources.forEach(source -> arguments.add(source.toString()));
        Path list = Files.createTempFile(root, "javac", ".args");
        Path log = Files.createTempFile(root, "javac", ".log");
        Files.write(list, arguments.stream().map(Javac::quoted).toList());
        Process process = new ProcessBuilder(
                        command.toString(),
                        "-J-Xmx512m",
                        "-J-Duser.language=en",
                        "-J-XX:TieredStopAtLevel=1",
                        "@" + list)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            long millis = bounds.time().plus(Bounds.GRACE).toMillis();
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                return Optional.of("the compiler does not end");
            }
        } finally {
            Leftovers.kill(process.toHandle());
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of(problem(root, log));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The first error, with the file as it was given below the root. */
    private static String problem(Path root, Path log) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(log)) {
            text = new String(in.readNBytes(LARGEST_LOG), StandardCharsets.UTF_8);
        }
        int crash = text.indexOf(CRASH);
        if (crash >= 0) {
            return text.substring(crash)
                    .lines()
                    .skip(1)
                    .filter(line -> THROWN.matcher(line).lookingAt())
                    .findFirst()
                    .map(line -> PROCESSOR_FAILS + ": " + line.strip())
                    .orElse(PROCESSOR_FAILS);
        }
        return text.lines()
                .filter(line -> line.contains("error: "))
                .findFirst()
                .map(line -> line.replace(root + java.io.File.separator, "").strip())
                .orElse("the compiler fails");
    }

    private int feature() {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
            String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            // Installations need not have that file; the Java that runs here is the best guess.
            return Runtime.version().feature();
        }
    }
}
