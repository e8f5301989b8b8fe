package dev.heed;

import dev.heed.config.Config;
import dev.heed.config.ConfigKey;
import dev.heed.engine.rule.Finding;
import dev.heed.input.ClassPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Puts what a {@code heed.toml} says into a request. */
final class ConfiguredRequest {

    private ConfiguredRequest() {}

    /**
     * Sets what the configuration has a say in; what it does not name becomes its default.
     *
     * @param workingDirectory what the paths in reports are relative to
     */
    static void apply(Config config, Path workingDirectory, ScanRequest.Builder request) {
        request.select(config.strings(ConfigKey.SELECT))
                .ignore(config.strings(ConfigKey.IGNORE))
                .inputOptions(config.inputOptions(workingDirectory))
                .models(config.files(ConfigKey.MODELS));
        config.string(ConfigKey.FAIL_ON)
                .map(level -> FailOn.valueOf(level.toUpperCase(Locale.ROOT)))
                .ifPresent(request::failOn);
        config.string(ConfigKey.CONFIDENCE)
                .map(name -> Finding.Confidence.valueOf(name.toUpperCase(Locale.ROOT)))
                .ifPresent(request::confidence);
        config.integer(ConfigKey.THREADS).ifPresent(request::threads);
        config.integer(ConfigKey.FILE_TIMEOUT).map(Duration::ofSeconds).ifPresent(request::fileTimeout);
        if (!config.strings(ConfigKey.CLASSPATH).isEmpty()) {
            ClassPath entries = new ClassPath(config.directory());
            config.strings(ConfigKey.CLASSPATH).forEach(entries::add);
            request.classPath(entries);
        }
    }
}
