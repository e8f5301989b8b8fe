package dev.heed.cli;

import dev.heed.cli.input.ClassPath;
import dev.heed.cli.input.Inputs;
import java.io.IOException;

/** {@code heed scan --dump-ir METHOD}: the control flow of a method as the engine sees it. */
final class IrDump {
    private final Parts parts;
    private final Console console;
    private final ScanCommand command;
    private final Messages messages;

    IrDump(Parts parts, Console console, ScanCommand command, Messages messages) {
        this.parts = parts;
        this.console = console;
        this.command = command;
        this.messages = messages;
    }

    int run(Inputs inputs, ClassPath classPath, int threads, Progress progress) throws UserException, IOException {
        return ExitCode.CLEAN;
    }
}
