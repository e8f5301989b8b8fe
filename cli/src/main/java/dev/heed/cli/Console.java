package dev.heed.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of the command has around it; a test hands in its own.
 *
 * @param out standard output
 * @param err standard error, for what is not the result
 * @param in standard input
 * @param workingDirectory absolute; what relative paths are relative to
 * @param environment the environment variables
 * @param isOutTerminal whether standard output is a terminal
 * @param isErrTerminal whether standard error is a terminal
 */
public record Console(
        OutputStream out,
        PrintStream err,
        InputStream in,
        Path workingDirectory,
        Map<String, String> environment,
        boolean isOutTerminal,
        boolean isErrTerminal) {
    private static final int MAX_WIDTH = 160;

    /** Columns to write in; a narrow terminal says so in {@code COLUMNS}. */
    int width() {
        try {
            int columns =
                    Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
            return Math.max(40, Math.min(columns, MAX_WIDTH));
        } catch (NumberFormatException e) {
            return 100;
        }
    }

    /** The file that a user means by a path; named as the user did where that is possible. */
    Path resolve(String path) {
        Path given = Path.of(path);
        boolean isHere = workingDirectory.equals(Path.of("").toAbsolutePath());
        return isHere ? given : workingDirectory.resolve(given).normalize();
    }
}
