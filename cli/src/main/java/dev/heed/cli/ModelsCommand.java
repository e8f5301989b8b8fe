package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.UserException;
import dev.heed.engine.model.ModelException;
import dev.heed.engine.model.ModelFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heed models}. */
@Command(
        name = "models",
        header = "Work with model files: what methods do to a cancellation.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class ModelsCommand {
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "check",
            header = "Check model files, and say what is wrong in which line.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n")
    int check(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "Model files.") List<String> files,
            @Mixin CommonOptions options)
            throws UserException, IOException {
        List<java.nio.file.Path> paths = new ArrayList<>();
        files.forEach(file -> paths.add(console.resolve(file)));
        try {
            ModelFiles.check(paths, null);
        } catch (ModelException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
        Output.print(
                console, files.size() == 1 ? "1 model file is right.\n" : files.size() + " model files are right.\n");
        return ExitCode.CLEAN;
    }
}
