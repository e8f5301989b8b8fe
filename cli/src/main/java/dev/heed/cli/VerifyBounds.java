package dev.heed.cli;

import dev.heed.UserException;
import dev.heed.verify.fork.Bounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Reads the options that bound what running code may cost. */
final class VerifyBounds {
    private static final int DAY = 86_400;
    private static final int MOST = 1 << 20;

    private VerifyBounds() {}

    static Bounds of(CodeArguments arguments, Console console) throws UserException {
        within("--timeout", arguments.timeout(), DAY);
        within("--heap", arguments.heap(), MOST);
        within("--max-threads", arguments.maxThreads(), MOST);
        within("--forks", arguments.forks(), 256);
        return new Bounds(
                java(arguments, console),
                Duration.ofSeconds(arguments.timeout()),
                arguments.heap(),
                arguments.maxThreads());
    }

    private static void within(String option, int value, int most) throws UserException {
        if (value < 1 || value > most) {
            throw new UserException(option + " must be from 1 to " + most + ".");
        }
    }

    private static Path java(CodeArguments arguments, Console console) throws UserException {
        String given = arguments.java();
        Path home = given == null ? Path.of(System.getProperty("java.home")) : console.resolve(given);
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path command = home.resolve("bin").resolve(isWindows ? "java.exe" : "java");
        if (!Files.isExecutable(command)) {
            throw new UserException("There is no java command at " + command
                    + "; name a Java installation, version 17 or later, with --java.");
        }
        return command.toAbsolutePath();
    }
}
