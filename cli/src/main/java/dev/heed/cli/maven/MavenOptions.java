package dev.heed.cli.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Maven's settings come from.
 *
 * @param userHome for {@code .m2}
 * @param environment for {@code MAVEN_HOME}, {@code M2_HOME}, {@code PATH}, {@code MAVEN_OPTS}
 * @param settingsFile in place of {@code ~/.m2/settings.xml}
 * @param localRepository in place of that of the settings; the value of {@code maven.repo.local}
 * @param isOffline whether nothing may be downloaded
 */
public record MavenOptions(
        Path userHome,
        Map<String, String> environment,
        @Nullable Path settingsFile,
        @Nullable Path localRepository,
        boolean isOffline) {
    private static final Pattern LOCAL_REPOSITORY = Pattern.compile("(?:^|\\s)-Dmaven\\.repo\\.local=(\\S+)");

    Path userSettings() {
        return settingsFile != null ? settingsFile : userHome.resolve(".m2").resolve("settings.xml");
    }

    /** The settings of the Maven installation, if there is one. */
    @Nullable
    Path globalSettings() {
        for (String variable : new String[] {"MAVEN_HOME", "M2_HOME"}) {
            String home = environment.get(variable);
            if (home != null && !home.isBlank()) {
                return existing(Path.of(home).resolve("conf").resolve("settings.xml"));
            }
        }
        for (String directory : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            Path settings = directory.isEmpty()
                    ? null
                    : besideCommand(Path.of(directory).resolve("mvn"));
            if (settings != null) {
                return settings;
            }
        }
        return null;
    }

    /** Follows the links from a command in the PATH to the installation. */
    private static @Nullable Path besideCommand(Path command) {
        try {
            Path bin = Files.isExecutable(command) ? command.toRealPath().getParent() : null;
            return bin == null ? null : existing(bin.resolveSibling("conf").resolve("settings.xml"));
        } catch (java.io.IOException e) {
            return null;
        }
    }

    private static @Nullable Path existing(Path file) {
        return Files.isRegularFile(file) ? file : null;
    }

    /** The local repository that was asked for by option, system property, or Maven's own variables. */
    @Nullable
    Path requestedLocalRepository() {
        if (localRepository != null) {
            return localRepository;
        }
        for (String variable : new String[] {"MAVEN_ARGS", "MAVEN_OPTS"}) {
            Matcher matcher = LOCAL_REPOSITORY.matcher(environment.getOrDefault(variable, ""));
            if (matcher.find()) {
                return Path.of(matcher.group(1));
            }
        }
        return null;
    }
}
