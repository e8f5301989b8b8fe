package dev.heed.cli;

import dev.heed.UserException;
import dev.heed.cli.maven.MavenArtifacts;
import dev.heed.input.ArtifactSource;
import dev.heed.input.ClassPath;
import dev.heed.input.Coordinate;
import dev.heed.input.MavenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code heed verify} runs, and what it scans for it.
 *
 * @param inputs what to scan
 * @param classes directories and jars of the classes to look into
 * @param libraries what else they need
 * @param warnings what is missing, one sentence each
 */
record VerifyClasses(List<String> inputs, List<Path> classes, List<Path> libraries, List<String> warnings) {

    /**
     * As the options say; where they name no classes, as Maven lays them out.
     *
     * @throws UserException if there are none
     */
    static VerifyClasses of(ScanOptions options, CodeArguments arguments, Console console, LazyMaven maven)
            throws UserException {
        Collected collected = new Collected();
        boolean hasClasses = !arguments.classes().isEmpty();
        for (String given : arguments.classes()) {
            collected.classes.add(existing(given, console));
        }
        for (String input : options.inputs()) {
            try {
                add(input, hasClasses, console, maven, collected);
            } catch (MavenException e) {
                throw new UserException(String.valueOf(e.getMessage()), e);
            }
        }
        ClassPath given = new ScanSetup(console, options).classPath();
        collected.libraries.addAll(given.entries());
        collected.warnings.addAll(given.warnings());
        if (collected.classes.isEmpty()) {
            for (String input : collected.inputs) {
                Path path = path(input, console);
                if (path != null && Files.notExists(path)) {
                    throw new UserException(input
                            + ": There is no such file or directory. Check its spelling and the working directory.");
                }
            }
            throw new UserException(
                    "There are no compiled classes to run: compile the project first (mvn compile), or name"
                            + " them with --classes.");
        }
        return new VerifyClasses(
                List.copyOf(collected.inputs),
                List.copyOf(collected.classes),
                List.copyOf(collected.libraries),
                List.copyOf(collected.warnings));
    }

    /** What the scan takes types from. */
    ClassPath types(Console console) {
        ClassPath types = new ClassPath(console.workingDirectory());
        libraries.forEach(library -> types.add(library.toString()));
        return types;
    }

    private static final class Collected {
        private final Set<String> inputs = new LinkedHashSet<>();
        private final Set<Path> classes = new LinkedHashSet<>();
        private final Set<Path> libraries = new LinkedHashSet<>();
        private final List<String> warnings = new ArrayList<>();
    }

    private static Path existing(String given, Console console) throws UserException {
        try {
            Path path = console.resolve(given);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UserException("\"" + given + "\" is no file name: " + e.getReason() + ".", e);
        }
        throw new UserException("--classes: " + given + " does not exist.");
    }

    private static void add(String input, boolean hasClasses, Console console, LazyMaven maven, Collected collected)
            throws MavenException, UserException {
        if (input.startsWith(Coordinate.PREFIX)) {
            collected.inputs.add(input);
            ArtifactSource.Resolved resolved = maven.resolve(Coordinate.parse(input));
            List<Path> classPath = new ArrayList<>(resolved.classPath());
            if (!hasClasses && !classPath.isEmpty()) {
                // The artifact's own class files come first.
                collected.classes.add(classPath.remove(0));
            }
            collected.libraries.addAll(classPath);
            collected.warnings.addAll(resolved.missing());
            return;
        }
        Path path = path(input, console);
        if (hasClasses || path == null || !Files.isRegularFile(path.resolve("pom.xml"))) {
            collected.inputs.add(input);
            return;
        }
        List<MavenArtifacts.Module> modules = maven.modules(path);
        for (MavenArtifacts.Module module : modules) {
            collected.classes.add(module.classes());
            if (Files.isDirectory(module.sources())) {
                collected.inputs.add(shown(module.sources(), console));
            }
        }
        for (MavenArtifacts.Module module : modules) {
            collected.libraries.addAll(module.libraries());
            collected.warnings.addAll(module.missing());
        }
        collected.libraries.removeAll(collected.classes);
    }

    private static @Nullable Path path(String input, Console console) throws UserException {
        try {
            return input.equals("-") ? null : console.resolve(input);
        } catch (InvalidPathException e) {
            throw new UserException("\"" + input + "\" is no file name: " + e.getReason() + ".", e);
        }
    }

    /** As a user would have named it. */
    private static String shown(Path sources, Console console) {
        Path here = console.workingDirectory();
        try {
            here = here.toRealPath();
        } catch (IOException e) {
            return sources.toString();
        }
        return sources.startsWith(here) ? here.relativize(sources).toString() : sources.toString();
    }
}
