package dev.heed.cli;

import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.lsp.HeedLsp;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heed lsp}. */
@Command(
        name = "lsp",
        header = "Serve an editor: findings, rule pages and fixes by the Language Server Protocol.",
        description = "An editor starts it, and speaks with it on standard input and output; docs/editors.md says how.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "heed lsp [OPTION]...",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the editor asked for the end", "1:the editor is gone without a word"},
        sortOptions = false)
final class LspCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--stdio", description = "What it does anyhow; some editors say it.")
    @SuppressWarnings("UnusedVariable") // For editors that cannot leave it out.
    private boolean isStdio;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    LspCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        // Whatever a library may print, the editor must not take it for a message.
        PrintStream out = System.out;
        System.setOut(console.err());
        try {
            return HeedLsp.run(new Heed(parts), console.in(), console.out());
        } finally {
            System.setOut(out);
        }
    }
}
