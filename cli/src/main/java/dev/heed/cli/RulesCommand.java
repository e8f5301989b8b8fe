package dev.heed.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.ExitCode;
import dev.heed.Parts;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.RuleDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heed rules}. */
@Command(name = "rules", header = "List the rules.", optionListHeading = "%nOptions:%n")
final class RulesCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to write them: ${COMPLETION-CANDIDATES}. [text]")
    private Format format = Format.TEXT;

    @Mixin
    private CommonOptions common = new CommonOptions();

    RulesCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** How the list is written. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws IOException {
        List<RuleDescriptor> rules =
                parts.rules().stream().map(Parts.Known::descriptor).toList();
        boolean isColoured = common.color().colours(console.isOutTerminal(), console.environment());
        Output.print(console, format == Format.JSON ? json(rules) : text(rules, isColoured));
        return ExitCode.CLEAN;
    }

    private static String text(List<RuleDescriptor> rules, boolean isColoured) {
        Ansi ansi = isColoured ? Ansi.ON : Ansi.OFF;
        int width = rules.stream().mapToInt(rule -> rule.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        @Nullable Family family = null;
        for (RuleDescriptor rule : rules) {
            if (rule.family() != family) {
                text.append(family == null ? "" : "\n");
                family = rule.family();
                text.append(ansi.string("@|bold " + family.id() + "|@: " + family.summary()))
                        .append('\n');
            }
            String name = rule.name() + " ".repeat(width - rule.name().length());
            text.append("  ")
                    .append(ansi.string("@|cyan " + name + "|@"))
                    .append(String.format(Locale.ROOT, "  %-7s  ", rule.level().id()))
                    .append(rule.summary())
                    .append(rule.enabled() ? "" : " (off; --select " + rule.name() + ")")
                    .append('\n');
        }
        return text.append("\n\"heed explain RULE\" tells all about one.\n").toString();
    }

    private static String json(List<RuleDescriptor> rules) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = mapper.createArrayNode();
        for (RuleDescriptor rule : rules) {
            ObjectNode node = array.addObject();
            node.put("name", rule.name());
            node.put("summary", rule.summary());
            node.put("family", rule.family().id());
            node.put("level", rule.level().id());
            node.put("precision", rule.precision().id());
            node.put("enabled", rule.enabled());
            node.put("since", rule.since());
            ArrayNode cwe = node.putArray("cwe");
            rule.cwe().forEach(cwe::add);
            ArrayNode languages = node.putArray("languages");
            rule.languages().forEach(language -> languages.add(language.name().toLowerCase(Locale.ROOT)));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    }
}
