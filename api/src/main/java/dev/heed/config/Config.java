package dev.heed.config;

import dev.heed.UserException;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.text.Nearest;
import dev.heed.input.FileFilter;
import dev.heed.input.FileSize;
import dev.heed.input.InputOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a {@code heed.toml} says; or nothing at all. Immutable. */
public final class Config {
    /** The name of the file. */
    public static final String FILE_NAME = "heed.toml";

    /** No file. */
    public static final Config NONE = new Config(null, Map.of(), Map.of(), List.of());

    private final @Nullable Path file;
    private final Map<ConfigKey, Setting> settings;
    private final Map<String, RuleLevel> levels;
    private final List<PathSection> sections;

    Config(
            @Nullable Path file,
            Map<ConfigKey, Setting> settings,
            Map<String, RuleLevel> levels,
            List<PathSection> sections) {
        this.file = file;
        this.settings = settings.isEmpty() ? Map.of() : new EnumMap<>(settings);
        this.levels = new TreeMap<>(levels);
        this.sections = List.copyOf(sections);
    }

    /**
     * A value, and where it stands.
     *
     * @param value a string, a list of strings, a {@link Long} or a {@link Boolean}, as the key's type says
     * @param line from 1
     */
    public record Setting(Object value, int line) {}

    /**
     * The level that a rule's findings get.
     *
     * @param level null if the rule is off
     */
    public record RuleLevel(@Nullable Level level, int line) {}

    /**
     * What holds for some files.
     *
     * @param files written as in {@code .gitignore}
     * @param ignored rules and families whose findings are not told there
     * @param level that all findings there get; null if they keep theirs
     */
    public record PathSection(
            String name,
            List<String> files,
            List<String> ignored,
            @Nullable Level level,
            int line) {
        public PathSection {
            files = List.copyOf(files);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UserException if it cannot be read or is wrong; the message names the line
     */
    public static Config read(Path file) throws UserException {
        return new ConfigReader(file).read();
    }

    /**
     * The nearest one: that of a directory, or of the nearest directory above that has one. Not beyond the root of a
     * repository: what lies above is not the project's.
     *
     * @throws UserException if it cannot be read or is wrong
     */
    public static Config nearest(Path directory) throws UserException {
        for (Path place = directory.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
            Path candidate = place.resolve(FILE_NAME);
            if (Files.isRegularFile(candidate)) {
                return read(candidate);
            }
            if (Files.exists(place.resolve(".git"))) {
                break;
            }
        }
        return NONE;
    }

    /** The file; null if there is none. */
    public @Nullable Path file() {
        return file;
    }

    public Optional<Setting> setting(ConfigKey key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** By rule or family. */
    public Map<String, RuleLevel> levels() {
        return levels;
    }

    public List<PathSection> sections() {
        return sections;
    }

    public Optional<String> string(ConfigKey key) {
        return setting(key).map(setting -> setting.value().toString());
    }

    /** Empty if nothing is said, too. */
    public List<String> strings(ConfigKey key) {
        return setting(key)
                .map(setting -> ((List<?>) setting.value())
                        .stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    public Optional<Integer> integer(ConfigKey key) {
        return setting(key).map(setting -> Math.toIntExact((Long) setting.value()));
    }

    public Optional<Boolean> bool(ConfigKey key) {
        return setting(key).map(setting -> (Boolean) setting.value());
    }

    /** Where the file lies; relative paths in it are relative to this. */
    public Path directory() {
        Path parent = file == null ? null : file.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("").toAbsolutePath() : parent;
    }

    /** Which files are read. */
    public FileFilter files(Path workingDirectory) {
        return FileFilter.of(strings(ConfigKey.INCLUDE), strings(ConfigKey.EXCLUDE))
                .from(place(workingDirectory));
    }

    /** How inputs are read. */
    public InputOptions inputOptions(Path workingDirectory) {
        return new InputOptions(
                files(workingDirectory),
                bool(ConfigKey.GITIGNORE).orElse(true),
                string(ConfigKey.ENCODING).map(Charset::forName).orElse(StandardCharsets.UTF_8),
                InputOptions.STANDARD_INPUT,
                string(ConfigKey.MAX_FILE_SIZE).map(FileSize::parse).orElse(FileSize.DEFAULT));
    }

    /** Files that are named relative to this one. */
    public List<Path> files(ConfigKey key) {
        return strings(key).stream().map(directory()::resolve).toList();
    }

    /**
     * Holds the names of rules against those that there are.
     *
     * @param known rules and families
     * @throws UserException if one is none; the message names the line
     */
    public void check(Collection<String> known) throws UserException {
        for (Map.Entry<String, RuleLevel> level : levels.entrySet()) {
            check(level.getKey(), level.getValue().line(), known);
        }
        for (PathSection section : sections) {
            for (String name : section.ignored()) {
                check(name, section.line(), known);
            }
        }
        for (ConfigKey key : List.of(ConfigKey.SELECT, ConfigKey.IGNORE)) {
            for (String name : strings(key)) {
                check(name, setting(key).map(Setting::line).orElse(1), known);
            }
        }
    }

    private void check(String name, int line, Collection<String> known) throws UserException {
        if (!known.contains(name)) {
            String hint = Nearest.to(name, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("\"heed rules\" lists them.");
            throw new UserException(file + ":" + line + ": there is no rule or family \"" + name + "\"; " + hint);
        }
    }

    /** The place of the working directory in that of the file: empty, or ending with a slash. */
    String place(Path workingDirectory) {
        Path directory = directory();
        Path inside = workingDirectory.toAbsolutePath().normalize();
        if (!inside.startsWith(directory) || inside.equals(directory)) {
            return "";
        }
        return directory.relativize(inside).toString().replace('\\', '/') + "/";
    }

    /** What is to become of findings by what the sections say of their files. */
    public FindingSettings findingSettings(Path workingDirectory, Map<String, String> familyOfRule) {
        return new FindingSettings(this, place(workingDirectory), familyOfRule);
    }

    /** Whether anything is said of levels, or of some files only. */
    public boolean hasFindingSettings() {
        return !levels.isEmpty() || !sections.isEmpty();
    }

    /** Applies levels and sections to findings. Immutable. */
    public static final class FindingSettings {
        private final Config config;
        private final Map<String, String> familyOfRule;
        private final List<FileFilter> filters;

        private FindingSettings(Config config, String place, Map<String, String> familyOfRule) {
            this.config = config;
            this.familyOfRule = Map.copyOf(familyOfRule);
            this.filters = config.sections.stream()
                    .map(section -> FileFilter.of(section.files(), List.of()).from(place))
                    .toList();
        }

        /** The finding as it is to be told, or nothing if it is not. */
        public Optional<Finding> apply(Finding finding) {
            String family = familyOfRule.getOrDefault(finding.rule(), "");
            RuleLevel own = config.levels.get(finding.rule());
            RuleLevel ofRule = own != null ? own : config.levels.get(family);
            if (ofRule != null && ofRule.level() == null) {
                return Optional.empty();
            }
            Finding result = ofRule == null || ofRule.level() == null ? finding : finding.at(ofRule.level());
            for (int i = 0; i < filters.size(); i++) {
                PathSection section = config.sections.get(i);
                if (filters.get(i).accepts(finding.file().path())) {
                    if (section.ignored().contains(finding.rule())
                            || section.ignored().contains(family)) {
                        return Optional.empty();
                    }
                    result = section.level() == null ? result : result.at(section.level());
                }
            }
            return Optional.of(result);
        }
    }
}
