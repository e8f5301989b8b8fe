package dev.heed.input;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code git} of the machine, asked about one directory. Nothing that a project brings along is run by it: hooks, filters,
 * external diffs and file system monitors are off, and nothing is fetched.
 */
final class GitProgram {
    /** What decides on other repositories or commands, such as a hook's caller sets. */
    private static final List<String> FOREIGN = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_COMMON_DIR",
            "GIT_NAMESPACE",
            "GIT_EXTERNAL_DIFF",
            "GIT_DIFF_OPTS",
            "GIT_LITERAL_PATHSPECS",
            "GIT_GLOB_PATHSPECS",
            "GIT_NOGLOB_PATHSPECS",
            "GIT_ICASE_PATHSPECS");

    private static final List<String> SAFE = List.of(
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
            "-c",
            "core.quotePath=true");

    private final Path program;
    private final Path directory;

    private GitProgram(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /**
     * What a run printed.
     *
     * @param out to be deleted by who asked
     * @param problem the first line that it wrote to standard error, without a prefix; may be empty
     */
    record Answer(int exitCode, Path out, String problem) {

        /** All that was printed. */
        String text() throws IOException {
            return all().strip();
        }

        /** The same, with the blanks at its ends. */
        String all() throws IOException {
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        }
    }

    /** The first program of this name on the search path; never one from the working directory. */
    static Optional<Path> find(Map<String, String> environment) {
        String name = File.separatorChar == '\\' ? "git.exe" : "git";
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        for (String place : path.split(File.pathSeparator, -1)) {
            try {
                Path candidate = Path.of(place).resolve(name);
                if (candidate.isAbsolute() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            } catch (InvalidPathException e) {
                // The next place may be one.
            }
        }
        return Optional.empty();
    }

    /** One that is asked about a directory. */
    static GitProgram in(Path program, Path directory) {
        return new GitProgram(program, directory);
    }

    /**
     * Runs it.
     *
     * @param scratch where what it prints is kept
     * @throws InterruptedException if the thread is interrupted; the program has been ended then
     */
    Answer run(Path scratch, List<String> arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(SAFE);
        command.addAll(arguments);
        // What it prints goes to files: waiting for the end of a process heeds an interrupt, reading from one does not.
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        FOREIGN.forEach(environment::remove);
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try {
            int exitCode = process.waitFor();
            return new Answer(exitCode, out, firstLine(Files.readString(err, StandardCharsets.ISO_8859_1)));
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Options that turn off the filters that the repository's configuration names: git would run them to compare files.
     *
     * @throws IOException if a filter has a name that cannot be told to git
     */
    List<String> withoutFilters(Path scratch) throws IOException, InterruptedException {
        Answer answer = run(
                scratch, List.of("config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\.(clean|process)$"));
        List<String> options = new ArrayList<>();
        for (String key : answer.all().split("\0", -1)) {
            if (key.isBlank()) {
                continue;
            }
            if (key.contains("=")) {
                throw new IOException("its configuration has a filter that cannot be turned off");
            }
            String filter = key.substring(0, key.lastIndexOf('.'));
            options.addAll(List.of("-c", key + "=", "-c", filter + ".required=false"));
        }
        return options;
    }

    private static String firstLine(String text) {
        return text.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^(?:fatal|error): ", "")
                .strip();
    }
}
