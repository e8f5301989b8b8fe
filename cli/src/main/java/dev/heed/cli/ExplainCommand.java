package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Parts;
import dev.heed.RuleSelection;
import dev.heed.UserException;
import dev.heed.engine.rule.RuleDescriptor;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heed explain}. */
@Command(
        name = "explain",
        header = "Tell what a rule finds, why it matters, and what to do.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class ExplainCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "RULE", description = "The name of a rule; \"heed rules\" lists them.")
    private String rule = "";

    @Option(names = "--markdown", description = "Show the page as it is written, in Markdown.")
    private boolean isMarkdown;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ExplainCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws UserException, IOException {
        RuleDescriptor found = RuleSelection.one(parts.rules(), rule);
        boolean isColoured = common.color().colours(console.isOutTerminal(), console.environment());
        String page = found.page();
        Output.print(
                console,
                isMarkdown
                        ? page.endsWith("\n") ? page : page + "\n"
                        : MarkdownText.render(page, Math.min(console.width(), 100), isColoured));
        return ExitCode.CLEAN;
    }
}
