package dev.heed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What README.md and docs/maven.md say of the plugin is what the plugin is. With {@code -Dheed.docs.update=true} the tables
 * are written anew.
 */
class DocsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/maven.md");
    private static final List<String> SCANNING = List.of("check", "report", "aggregate", "baseline", "fix", "verify");
    private static final List<String> RUNNING = List.of("fix", "verify");

    private static Map<String, PluginXml.Goal> goals() throws IOException {
        return PluginXml.read(Path.of("target/classes/META-INF/maven/plugin.xml"))
                .goals();
    }

    @Test
    void theTablesAreThoseOfThePlugin() throws IOException {
        Map<String, PluginXml.Goal> goals = goals();
        Map<String, PluginXml.Parameter> common =
                new TreeMap<>(goals.get("check").parameters());
        SCANNING.forEach(
                goal -> common.keySet().retainAll(goals.get(goal).parameters().keySet()));
        String text = Files.readString(PAGE);
        String fresh = replaced(text, "goals", goalTable(goals.values()));
        fresh = replaced(fresh, "all", table(common.values()));
        Map<String, PluginXml.Parameter> code =
                new TreeMap<>(goals.get("verify").parameters());
        code.keySet().retainAll(goals.get("fix").parameters().keySet());
        code.keySet().removeAll(common.keySet());
        fresh = replaced(fresh, "code", table(code.values()));
        for (String goal : List.of("check", "report", "aggregate", "fix", "verify", "prepare")) {
            Map<String, PluginXml.Parameter> own = new TreeMap<>(goals.get(goal).parameters());
            if (SCANNING.contains(goal)) {
                own.keySet().removeAll(common.keySet());
            }
            if (RUNNING.contains(goal)) {
                own.keySet().removeAll(code.keySet());
            }
            fresh = replaced(fresh, goal, table(own.values()));
        }
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(PAGE, fresh);
        } else {
            assertThat(text).isEqualTo(fresh);
        }
    }

    private static String goalTable(Collection<PluginXml.Goal> goals) {
        StringBuilder table = new StringBuilder("| goal | phase | |\n|---|---|---|\n");
        for (PluginXml.Goal goal : goals) {
            if (!goal.name().equals("help")) {
                table.append(
                        "| `heed:" + goal.name() + "` | " + goal.phase() + " | " + line(goal.description()) + " |\n");
            }
        }
        return table.toString();
    }

    private static String table(Collection<PluginXml.Parameter> parameters) {
        StringBuilder table = new StringBuilder("| parameter | property | default | |\n|---|---|---|---|\n");
        for (PluginXml.Parameter parameter : parameters) {
            table.append("| `" + parameter.name() + "` | `" + parameter.property() + "` | "
                    + (parameter.preset().isEmpty() ? "" : "`" + parameter.preset() + "`") + " | "
                    + line(parameter.description()) + " |\n");
        }
        return table.toString();
    }

    private static String line(String description) {
        return description.replaceAll("\\s+", " ").replace("|", "\\|").replace("*", "\\*");
    }

    private static String replaced(String text, String name, String table) {
        String mark = "<!-- table: " + name + " -->\n";
        assertThat(text).contains(mark);
        int start = text.indexOf(mark) + mark.length();
        int end = start;
        while (end < text.length() && text.charAt(end) == '|') {
            end = text.indexOf('\n', end) + 1;
        }
        return text.substring(0, start) + table + text.substring(end);
    }

    @Test
    void allGoalsMayRunInParallel() throws IOException {
        assertThat(goals().values())
                .filteredOn(goal -> !goal.name().equals("help"))
                .allMatch(PluginXml.Goal::threadSafe);
    }

    @Test
    void everyParameterHasAPropertyAndADescription() throws IOException {
        for (PluginXml.Goal goal : goals().values()) {
            if (!goal.name().equals("help")) {
                assertThat(goal.parameters().values())
                        .allMatch(parameter -> parameter.property().equals("heed." + parameter.name()))
                        .allMatch(parameter -> parameter.description().endsWith("."));
            }
        }
    }

    @Test
    void theReadmeShowsWhatTheTestRuns() throws IOException {
        Matcher block =
                Pattern.compile("(?s)```xml\n(<plugin>.*?)```").matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).isTrue();
        String pom = Files.readString(Path.of("src/it/fresh/pom.xml")).replace("@project.version@", Version.number());
        assertThat(plain(pom)).contains(plain(block.group(1)));
    }

    private static String plain(String xml) {
        return xml.replaceAll("\\s+", " ").strip();
    }

    /** But the one that builds Heed itself. */
    @Test
    void anIntegrationTestRunsEachCommand() throws IOException {
        TreeSet<String> run = new TreeSet<>();
        try (DirectoryStream<Path> projects = Files.newDirectoryStream(Path.of("src/it"), Files::isDirectory)) {
            for (Path project : projects) {
                Matcher goals = Pattern.compile("(?m)^invoker\\.goals(?:\\.\\d+)? = (.*)$")
                        .matcher(Files.readString(project.resolve("invoker.properties")));
                while (goals.find()) {
                    run.add(goals.group(1));
                }
            }
        }
        Matcher command = Pattern.compile("(?:`|run: )mvn (?:-B )?([^`\n]*)").matcher(Files.readString(PAGE));
        int commands = 0;
        while (command.find()) {
            if (!command.group(1).equals("-P quick install")) {
                assertThat(run).contains(command.group(1));
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(5);
    }

    @Test
    void thePageNamesParametersThatThereAre() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        goals().values()
                .forEach(goal -> goal.parameters().values().forEach(parameter -> known.add(parameter.property())));
        Matcher named = Pattern.compile("-D(heed\\.\\w+)")
                .matcher(Files.readString(PAGE) + Files.readString(ROOT.resolve("README.md")));
        while (named.find()) {
            if (!named.group(1).equals("heed.docs")) {
                assertThat(known).contains(named.group(1));
            }
        }
    }
}
