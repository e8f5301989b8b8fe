package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Parts;
import dev.heed.RuleSelection;
import dev.heed.UserException;
import dev.heed.config.Config;
import dev.heed.config.ConfigKey;
import dev.heed.engine.rule.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heed config}. */
@Command(
        name = "config",
        header = "Look at what heed.toml says.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class ConfigCommand {
    private final Parts parts;
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    ConfigCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Command(
            name = "show",
            header = "Show the values that count, and where each comes from. Checks the file on the way.",
            optionListHeading = "%nOptions:%n")
    int show(
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "The configuration. [heed.toml in this directory, or the nearest above it]")
                    @Nullable
                    String file,
            @Mixin CommonOptions options)
            throws UserException, IOException {
        Config config = file == null ? Config.nearest(console.workingDirectory()) : Config.read(console.resolve(file));
        config.check(RuleSelection.names(parts.rules()));
        Path path = config.file();
        String name = path == null ? "" : shown(path);
        StringBuilder text = new StringBuilder();
        text.append(path == null ? "# There is no heed.toml here or above.\n" : "# " + name + "\n");
        for (ConfigKey key : ConfigKey.values()) {
            String value =
                    config.setting(key).map(setting -> written(setting.value())).orElse("(" + key.defaultText() + ")");
            String source = config.setting(key)
                    .map(setting -> name + ":" + setting.line())
                    .orElse("default");
            text.append(line(key.id() + " = " + value, source));
        }
        config.levels()
                .forEach((rule, level) -> text.append(
                        line("rules." + rule + ".level = " + quoted(level.level()), name + ":" + level.line())));
        for (Config.PathSection section : config.sections()) {
            String ignored = section.ignored().isEmpty() ? "" : ", ignore = " + written(section.ignored());
            String level = section.level() == null ? "" : ", level = " + quoted(section.level());
            text.append(line(
                    section.name() + ": files = " + written(section.files()) + ignored + level,
                    name + ":" + section.line()));
        }
        Output.print(console, text.toString());
        return ExitCode.CLEAN;
    }

    private String shown(Path path) {
        Path directory = console.workingDirectory();
        return Messages.printable((path.startsWith(directory) ? directory.relativize(path) : path).toString());
    }

    private static String line(String setting, String source) {
        return String.format(Locale.ROOT, "%-44s # %s%n", Messages.printable(setting), source);
    }

    private static String quoted(@Nullable Level level) {
        return "\"" + (level == null ? "off" : level.id()) + "\"";
    }

    private static String written(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(ConfigCommand::written).collect(Collectors.joining(", ", "[", "]"))
                : value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
