package dev.heed.cli;

import dev.heed.FailOn;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.cli.maven.MavenOptions;
import dev.heed.config.Config;
import dev.heed.config.ConfigKey;
import dev.heed.input.ClassPath;
import dev.heed.input.InputOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the options of a command that scans into what they mean. */
final class ScanSetup {
    private final Console console;
    private final ScanOptions options;
    private final Config config;

    /**
     * Finds the configuration.
     *
     * @throws UserException if it is wrong
     */
    ScanSetup(Console console, ScanOptions options) throws UserException {
        this.console = console;
        this.options = options;
        this.config = options.runArguments().config(console);
    }

    /**
     * A request for a scan that tells nobody.
     *
     * @throws UserException if the options cannot be carried out
     */
    ScanRequest.Builder request(ClassPath classPath, LazyMaven maven, Progress progress) throws UserException {
        ScanRequest.Builder request = ScanRequest.builder()
                .inputs(options.inputs())
                .workingDirectory(console.workingDirectory())
                .config(config)
                .inputOptions(inputOptions())
                .standardInput(console.in())
                .artifacts(maven)
                .cache(!options.cache().isOff())
                .cacheDirectory(options.cache().directory(console))
                .environment(console.environment())
                .progress(progress);
        // What the user says now counts more than what the configuration says.
        given(
                options.types().models(),
                models -> request.models(models.stream().map(console::resolve).toList()));
        given(options.rules().selected(), request::select);
        given(options.rules().ignored(), request::ignore);
        given(options.rules().confidence(), request::confidence);
        given(options.rules().failOn(), request::failOn);
        given(options.runArguments().fileTimeout(), seconds -> request.fileTimeout(Duration.ofSeconds(seconds)));
        if (options.runArguments().threads() != 0) {
            request.threads(options.runArguments().threads());
        }
        if (!options.types().classPath().isEmpty()
                || !options.types().classPathFiles().isEmpty()) {
            request.classPath(classPath);
        }
        return request;
    }

    private static <T> void given(@Nullable T value, Consumer<T> use) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            use.accept(value);
        }
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
        return options.input().over(config.inputOptions(console.workingDirectory()));
    }

    /** The least level that counts: by the command line, else by the configuration. */
    FailOn failOn() {
        FailOn given = options.rules().failOn();
        return given != null
                ? given
                : config.string(ConfigKey.FAIL_ON)
                        .map(level -> FailOn.valueOf(level.toUpperCase(Locale.ROOT)))
                        .orElse(FailOn.NOTE);
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
