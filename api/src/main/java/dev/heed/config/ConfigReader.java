package dev.heed.config;

import dev.heed.UserException;
import dev.heed.engine.rule.Level;
import dev.heed.engine.text.Nearest;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a {@code heed.toml}. What is wrong is said with its line; nothing is overlooked. */
final class ConfigReader {
    /** Nobody writes more than that by hand. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String RULES = "rules";
    private static final String PATHS = "paths";
    private static final String TESTS = "tests";
    private static final List<String> TEST_FILES =
            List.of("/src/test/", "**/src/test/", "*Test.java", "*Tests.java", "*IT.java");

    private final Path file;
    private final Map<ConfigKey, Config.Setting> settings = new EnumMap<>(ConfigKey.class);
    private final Map<String, Config.RuleLevel> levels = new TreeMap<>();
    private final List<Config.PathSection> sections = new ArrayList<>();

    ConfigReader(Path file) {
        this.file = file;
    }

    Config read() throws UserException {
        TomlParseResult toml = parse(text());
        List<String> allowed = new ArrayList<>(ConfigKey.ids());
        allowed.addAll(List.of(RULES, PATHS, TESTS));
        for (String key : toml.keySet()) {
            TomlPosition place = position(toml, key);
            switch (key) {
                case RULES -> rules(table(toml, key, place));
                case PATHS -> paths(toml, place);
                case TESTS -> sections.add(0, section(TESTS, table(toml, key, place), place, TEST_FILES));
                default -> {
                    ConfigKey known = ConfigKey.of(key).orElse(null);
                    if (known == null) {
                        throw unknown(place, "key", key, allowed);
                    }
                    settings.put(known, new Config.Setting(value(toml, key, known, place), place.line()));
                }
            }
        }
        return new Config(file, settings, levels, sections);
    }

    private String text() throws UserException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UserException(file + " is too large for a configuration.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UserException("There is no configuration " + file + ". Check its spelling.", e);
        } catch (MalformedInputException e) {
            throw new UserException(file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new UserException("The configuration " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private TomlParseResult parse(String text) throws UserException {
        TomlParseResult toml;
        try {
            toml = Toml.parse(text);
        } catch (StackOverflowError e) {
            throw new UserException(file + " is nested too deeply.", e);
        }
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            throw wrong(first.position(), String.valueOf(first.getMessage()));
        }
        return toml;
    }

    private static TomlPosition position(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? TomlPosition.positionAt(1, 1) : position;
    }

    private Object value(TomlTable table, String key, ConfigKey known, TomlPosition place) throws UserException {
        Object value = table.get(List.of(key));
        Object converted = switch (known.type()) {
            case STRING -> value instanceof String ? value : null;
            case INTEGER -> value instanceof Long ? value : null;
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case STRINGS -> value instanceof TomlArray ? strings(table, key, place) : null;
        };
        if (converted == null) {
            throw wrong(place, "\"" + key + "\" must be " + known.type());
        }
        String problem = known.problem(converted);
        if (problem != null) {
            throw wrong(place, "\"" + key + "\": " + problem);
        }
        return converted;
    }

    private List<String> strings(TomlTable table, String key, TomlPosition place) throws UserException {
        Object value = table.get(List.of(key));
        if (!(value instanceof TomlArray array)) {
            throw wrong(place, "\"" + key + "\" must be " + ConfigKey.Type.STRINGS);
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof String string)) {
                throw wrong(array.inputPositionOf(i), "\"" + key + "\" must be " + ConfigKey.Type.STRINGS);
            }
            strings.add(string);
        }
        return strings;
    }

    private TomlTable table(TomlTable parent, String key, TomlPosition place) throws UserException {
        if (parent.get(List.of(key)) instanceof TomlTable table) {
            return table;
        }
        throw wrong(place, "\"" + key + "\" must be a table: [" + key + "]");
    }

    private void rules(TomlTable rules) throws UserException {
        for (String rule : rules.keySet()) {
            TomlPosition place = position(rules, rule);
            TomlTable table = table(rules, rule, place);
            only(table, List.of("level"));
            TomlPosition at = position(table, "level");
            if (!(table.get(List.of("level")) instanceof String level)) {
                throw wrong(place, "[rules." + rule + "] must have a \"level\": error, warning, note or off");
            }
            levels.put(rule, new Config.RuleLevel(level.equals("off") ? null : level(level, at, ", off"), at.line()));
        }
    }

    private void paths(TomlTable toml, TomlPosition place) throws UserException {
        if (!(toml.get(List.of(PATHS)) instanceof TomlArray array)) {
            throw wrong(place, "\"paths\" must be written as [[paths]], once for each set of files");
        }
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof TomlTable table)) {
                throw wrong(array.inputPositionOf(i), "\"paths\" must be written as [[paths]]");
            }
            sections.add(section(PATHS + " " + (i + 1), table, array.inputPositionOf(i), null));
        }
    }

    /** @param usual the files that are meant if none are named; null if some must be */
    private Config.PathSection section(String name, TomlTable table, TomlPosition place, @Nullable List<String> usual)
            throws UserException {
        only(table, List.of("files", "ignore", "level"));
        List<String> files =
                table.contains(List.of("files")) ? strings(table, "files", position(table, "files")) : usual;
        if (files == null || files.isEmpty()) {
            throw wrong(place, "[[paths]] must name its \"files\"");
        }
        List<String> ignored =
                table.contains(List.of("ignore")) ? strings(table, "ignore", position(table, "ignore")) : List.of();
        Object level = table.get(List.of("level"));
        if (level != null && !(level instanceof String)) {
            throw wrong(position(table, "level"), "\"level\" must be a string");
        }
        return new Config.PathSection(
                name,
                files,
                ignored,
                level == null ? null : level(level.toString(), position(table, "level"), ""),
                place.line());
    }

    private Level level(String written, TomlPosition place, String more) throws UserException {
        for (Level level : Level.values()) {
            if (level.id().equals(written)) {
                return level;
            }
        }
        throw wrong(
                place,
                "there is no level \"" + written + "\"; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Level.values()).map(Level::id).toList()) + more);
    }

    private void only(TomlTable table, List<String> allowed) throws UserException {
        for (String key : table.keySet()) {
            if (!allowed.contains(key)) {
                throw unknown(position(table, key), "key", key, allowed);
            }
        }
    }

    private UserException unknown(@Nullable TomlPosition place, String what, String name, Collection<String> allowed) {
        return wrong(
                place,
                "unknown " + what + " \"" + name + "\"; "
                        + Nearest.hint(name, allowed).replaceFirst("\\.$", ""));
    }

    private UserException wrong(@Nullable TomlPosition place, String what) {
        String at = place == null ? "" : ":" + place.line() + ":" + place.column();
        String end = what.endsWith(".") || what.endsWith("?") ? "" : ".";
        return new UserException(file + at + ": " + what.strip() + end);
    }
}
