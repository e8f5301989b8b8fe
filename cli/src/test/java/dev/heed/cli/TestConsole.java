package dev.heed.cli;

import dev.heed.Parts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs the command in this process and keeps what it prints. */
final class TestConsole {
    private final Path directory;
    private Map<String, String> environment = Map.of();
    private String input = "";
    private boolean isTerminal;

    TestConsole(Path directory) {
        this.directory = directory;
    }

    TestConsole input(String text) {
        input = text;
        return this;
    }

    TestConsole environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    TestConsole terminal() {
        isTerminal = true;
        return this;
    }

    /**
     * What a run printed.
     *
     * @param code its exit code
     */
    record Result(int code, String out, String err) {}

    /** A console that prints nowhere. */
    Console console() {
        return console(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Console(
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                directory,
                environment,
                isTerminal,
                isTerminal);
    }

    Result run(Parts parts, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Commands(parts, console(out, err)).run(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
