package dev.heed.cli;

import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.cli.maven.MavenOptions;
import dev.heed.input.ClassPath;
import dev.heed.input.FileFilter;
import dev.heed.input.InputOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Turns the options of a command that scans into what they mean. */
final class ScanSetup {
    private final Console console;
    private final ScanOptions options;

    ScanSetup(Console console, ScanOptions options) {
        this.console = console;
        this.options = options;
    }

    /**
     * A request for a scan that tells nobody.
     *
     * @throws UserException if the options cannot be carried out
     */
    ScanRequest.Builder request(ClassPath classPath, LazyMaven maven, Progress progress) throws UserException {
        return ScanRequest.builder()
                .inputs(options.inputs())
                .inputOptions(inputOptions())
                .workingDirectory(console.workingDirectory())
                .standardInput(console.in())
                .artifacts(maven)
                .classPath(classPath)
                .models(options.types().models().stream().map(console::resolve).toList())
                .select(options.rules().selected())
                .ignore(options.rules().ignored())
                .confidence(options.rules().confidence())
                .failOn(options.rules().failOn())
                .threads(options.runArguments().threads())
                .fileTimeout(Duration.ofSeconds(options.runArguments().fileTimeout()))
                .cache(!options.cache().isOff())
                .cacheDirectory(options.cache().directory(console))
                .environment(console.environment())
                .progress(progress);
    }

    ClassPath classPath() throws UserException {
        ClassPath classPath = new ClassPath(console.workingDirectory());
        options.types().classPath().forEach(classPath::add);
        for (String file : options.types().classPathFiles()) {
            try {
                classPath.addFile(console.resolve(file));
            } catch (IOException e) {
                throw new UserException(String.valueOf(e.getMessage()), e);
            }
        }
        return classPath;
    }

    int threads() throws UserException {
        int threads = options.runArguments().threads();
        if (threads < 0 || threads > 1024) {
            throw new UserException("--threads must be from 1 to 1024.");
        }
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    InputOptions inputOptions() {
        InputArguments input = options.input();
        return new InputOptions(
                FileFilter.of(input.includes(), input.excludes()),
                input.usesGitIgnore(),
                input.encoding(),
                input.standardInputName(),
                input.maxFileSize());
    }

    LazyMaven maven(Progress progress) {
        return new LazyMaven(mavenOptions(), progress);
    }

    private MavenOptions mavenOptions() {
        TypeArguments types = options.types();
        String settings = types.mavenSettings();
        String repository = types.mavenRepository();
        if (repository == null) {
            repository = System.getProperty("maven.repo.local");
        }
        return new MavenOptions(
                Path.of(System.getProperty("user.home")),
                console.environment(),
                settings == null ? null : console.resolve(settings),
                repository == null ? null : console.resolve(repository),
                types.isOffline());
    }
}
