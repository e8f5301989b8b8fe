package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Parts;
import dev.heed.StandardParts;
import dev.heed.report.StandardOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The process around a command: its streams, its end, and Ctrl-C. */
final class Application {
    /** How long an interrupted scan may take to show what it has. */
    private static final long GRACE_SECONDS = 5;

    private Application() {}

    /** Runs the command and ends the process with its exit code. */
    static void run(String[] args) {
        WatchedInput input = new WatchedInput(System.in);
        Console console = new Console(
                new StandardOutput(),
                System.err,
                input,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Terminals.isOut(),
                Terminals.isErr());
        CountDownLatch ended = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        // On Ctrl-C the scan is interrupted, shows what it has found, and the process ends with the signal's exit code.
        Thread hook = new Thread(() -> awaitEnd(main, ended, input), "heed-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        int exitCode = ExitCode.ERROR;
        try {
            exitCode = run(args, console);
        } finally {
            ended.countDown();
        }
        System.exit(exitCode);
    }

    private static void awaitEnd(Thread main, CountDownLatch ended, WatchedInput input) {
        if (ended.getCount() == 0 || input.isReading()) {
            return;
        }
        main.interrupt();
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("heed: The scan did not stop in time; nothing is shown.");
            }
        } catch (InterruptedException e) {
            // The JVM is on its way out and this thread with it.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs the command in this process.
     *
     * @param console what it reads and writes
     * @return the exit code
     */
    static int run(String[] args, Console console) {
        Parts parts;
        try {
            parts = StandardParts.load();
        } catch (IllegalStateException | ServiceConfigurationError e) {
            Messages messages = new Messages(console, List.of(args).contains("--debug"), false);
            messages.error("This copy of Heed is broken, build or fetch it again. " + e.getMessage(), e);
            return ExitCode.ERROR;
        }
        return new Commands(parts, console).run(args);
    }
}
