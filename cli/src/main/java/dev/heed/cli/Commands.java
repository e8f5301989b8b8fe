package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Parts;
import dev.heed.UserException;
import dev.heed.Version;
import dev.heed.engine.text.Nearest;
import dev.heed.input.FileSize;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, runs one, and turns failures into a line and an exit code. */
final class Commands {
    /** How picocli tells of a constant that an enum does not have, and of an argument's place. */
    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*)\\] \\(case-(?:in)?sensitive\\) but was '(.*)'");

    private static final Pattern ARGUMENT =
            Pattern.compile("^Invalid value for positional parameter at index \\S+ \\(<?(\\w+)>?\\): ");

    /** Its script tells of all others. */
    private static final String COMPLETION = "generate-completion";

    private final Parts parts;
    private final Console console;

    Commands(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    int run(String[] args) {
        CommandLine line = commandLine(args);
        boolean isDebug = List.of(args).contains("--debug");
        Messages messages = new Messages(console, isDebug, false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(helpColours(args)));
        line.setParameterExceptionHandler((e, arguments) -> usageError(e, messages));
        line.setExecutionExceptionHandler((e, commandLine, parsed) -> failure(e, messages));
        try {
            return line.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            messages.error("Out of memory: " + e + "; run it with less at a time, or with a larger -Xmx.", e);
            return ExitCode.ERROR;
        }
    }

    /**
     * Reads arguments and runs nothing.
     *
     * @throws ParameterException if they are wrong
     */
    void parse(String[] args) {
        commandLine(args).parseArgs(args);
    }

    /** In the order of the help. Picocli looks at all options of a command that it is given, so only the one asked for is made. */
    private Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("scan", () -> new ScanCommand(parts, console));
        commands.put("verify", () -> new VerifyCommand(parts, console));
        commands.put("fix", () -> new FixCommand(parts, console));
        commands.put("explain", () -> new ExplainCommand(parts, console));
        commands.put("rules", () -> new RulesCommand(parts, console));
        commands.put("lsp", () -> new LspCommand(parts, console));
        commands.put("baseline", this::baseline);
        commands.put("config", () -> new ConfigCommand(parts, console));
        commands.put("models", () -> new ModelsCommand(console));
        commands.put("cache", () -> new CacheCommand(console));
        commands.put("demo", () -> new DemoCommand(console));
        commands.put("version", () -> new VersionCommand(console));
        commands.put(COMPLETION, () -> new CompletionCommand(console));
        return commands;
    }

    private CommandLine baseline() {
        CommandLine baseline = new CommandLine(new BaselineCommand(console));
        baseline.addSubcommand(new BaselineScan.Create(parts, console));
        baseline.addSubcommand(new BaselineScan.Update(parts, console));
        return baseline;
    }

    private CommandLine commandLine(String[] arguments) {
        CommandLine line = new CommandLine(new HeedCommand());
        Map<String, Supplier<Object>> commands = commands();
        Supplier<Object> asked = arguments.length == 0 ? null : commands.get(arguments[0]);
        if (asked == null || arguments[0].equals(COMPLETION)) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(arguments[0], asked.get());
        }
        line.registerConverter(Charset.class, Commands::charset);
        line.registerConverter(DemoCommand.Name.class, Commands::demo);
        line.registerConverter(FileSize.class, Commands::fileSize);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(Math.min(console.width(), 110));
        line.setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(console.err(), StandardCharsets.UTF_8), true));
        line.setExecutionStrategy(this::execute);
        return line;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException("there is no charset \"" + name + "\"");
        }
    }

    private static DemoCommand.Name demo(String name) {
        for (DemoCommand.Name one : DemoCommand.Name.values()) {
            if (one.toString().equals(name)) {
                return one;
            }
        }
        List<String> names = Arrays.stream(DemoCommand.Name.values())
                .map(DemoCommand.Name::toString)
                .toList();
        throw new CommandLine.TypeConversionException(
                "there is no demo \"" + name + "\"; there are " + String.join(", ", names));
    }

    private static FileSize fileSize(String text) {
        try {
            return FileSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private int execute(ParseResult parsed) {
        boolean hasCommand = parsed.hasSubcommand();
        Object root = parsed.commandSpec().userObject();
        if (!hasCommand && root instanceof HeedCommand heed && heed.isVersion()) {
            parsed.commandSpec().commandLine().getOut().println(Version.line());
            return ExitCode.CLEAN;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandSpec spec = last.commandSpec();
        if (!last.isUsageHelpRequested() && !spec.subcommands().isEmpty()) {
            // "heed" alone asks what there is.
            spec.commandLine().usage(spec.commandLine().getErr());
            return ExitCode.ERROR;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private Ansi helpColours(String[] args) {
        ColorMode mode = ColorMode.AUTO;
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith("--color=")
                    ? args[i].substring("--color=".length())
                    : args[i].equals("--color") && i + 1 < args.length ? args[i + 1] : "";
            for (ColorMode one : ColorMode.values()) {
                mode = one.toString().equals(value) ? one : mode;
            }
        }
        return mode.colours(console.isOutTerminal(), console.environment()) ? Ansi.ON : Ansi.OFF;
    }

    private static int usageError(ParameterException e, Messages messages) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("Wrong usage");
        if (e instanceof UnmatchedArgumentException unmatched) {
            text = unmatched(unmatched, spec);
        } else {
            text = plain(text);
        }
        String end = text.endsWith(".") || text.endsWith("?") ? "" : ".";
        messages.error(text + end + " See \"" + spec.qualifiedName() + " --help\".", null);
        return ExitCode.ERROR;
    }

    /** In the words of the help: an enum's constants are written small there, and arguments have names, not indexes. */
    private static String plain(String text) {
        Matcher choice = CHOICE.matcher(text);
        String said = choice.find()
                ? text.substring(0, choice.start()) + "there is no \"" + choice.group(2) + "\"; there are "
                        + choice.group(1).toLowerCase(Locale.ROOT)
                : text;
        return ARGUMENT.matcher(said).replaceFirst("$1: ");
    }

    private static String unmatched(UnmatchedArgumentException e, CommandSpec spec) {
        String word = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
        String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        if (option.startsWith("-")) {
            List<String> names = spec.optionsMap().keySet().stream().sorted().toList();
            return "There is no option \"" + option + "\""
                    + Nearest.to(option, names)
                            .map(name -> "; did you mean " + name + "?")
                            .orElse("");
        }
        List<String> commands = spec.subcommands().keySet().stream().sorted().toList();
        if (commands.isEmpty()) {
            return "There is one argument too many: \"" + word + "\"";
        }
        return "There is no command \"" + word + "\"; " + Nearest.hint(word, commands);
    }

    private static int failure(Exception e, Messages messages) {
        if (e instanceof InterruptedException) {
            // The command was all that this thread had to do; the exit code passes the interrupt on.
            messages.error("Interrupted.", null);
            return ExitCode.INTERRUPTED;
        }
        if (e instanceof UserException) {
            messages.error(String.valueOf(e.getMessage()), e);
        } else if (e instanceof IOException || e instanceof UncheckedIOException) {
            messages.error("Reading or writing failed: " + e.getMessage() + ".", e);
        } else {
            messages.error(
                    "Heed itself failed: " + e + ". Please report this, with the stack trace that --debug shows.", e);
        }
        return ExitCode.ERROR;
    }
}
