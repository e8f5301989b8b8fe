package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heed version}. */
@Command(
        name = "version",
        header = "Show the version, and the Java that it runs on.",
        optionListHeading = "%nOptions:%n")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Output.print(console, Version.line() + "\n");
        return ExitCode.CLEAN;
    }
}
