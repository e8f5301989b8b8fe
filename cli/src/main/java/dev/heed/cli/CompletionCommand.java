package dev.heed.cli;

import dev.heed.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heed generate-completion}. */
@Command(
        name = "generate-completion",
        header = "Write a completion script for bash or zsh.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Add this to ~/.bashrc:  source <(heed generate-completion)"})
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before it calls.
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine root = spec.root().commandLine();
        Output.print(console, AutoComplete.bash("heed", root));
        return ExitCode.CLEAN;
    }
}
