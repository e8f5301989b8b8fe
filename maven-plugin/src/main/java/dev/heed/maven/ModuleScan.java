package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.FixOutcome;
import dev.heed.Heed;
import dev.heed.ScanOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.config.Config;
import dev.heed.config.ConfigKey;
import dev.heed.engine.fix.Fixer;
import dev.heed.engine.fix.Proof;
import dev.heed.engine.scan.ScanListener;
import dev.heed.input.FileFilter;
import dev.heed.input.FileSize;
import dev.heed.input.InputOptions;
import dev.heed.report.Baseline;
import dev.heed.report.ReportContext.Verbosity;
import dev.heed.report.ReportFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Scans one module, and tells it in Maven's log. */
final class ModuleScan {
    private final Log log;
    private final Module module;
    private final Config config;
    private final What what;
    private final How how;
    private final boolean isVerbose;

    ModuleScan(Log log, Module module, Config config, What what, How how, boolean isVerbose) {
        this.log = log;
        this.module = module;
        this.config = config;
        this.what = what;
        this.how = how;
        this.isVerbose = isVerbose;
    }

    /** Which sources are read, as the parameters of the same names say; null for what the configuration says. */
    record What(
            List<String> includes,
            List<String> excludes,
            boolean includeTests,
            boolean includeGenerated,
            @Nullable String encoding,
            @Nullable String maxFileSize) {}

    /** How they are scanned; null or empty for what the configuration says. */
    record How(
            List<String> select,
            List<String> ignore,
            @Nullable String since,
            @Nullable String confidence,
            List<Path> models,
            @Nullable Integer threads,
            @Nullable Integer fileTimeout,
            boolean cache,
            @Nullable Path cacheDirectory) {}

    Module module() {
        return module;
    }

    /** Whether tests are looked at, too. */
    boolean includesTests() {
        return what.includeTests();
    }

    /** Whether there is anything to scan. */
    boolean hasSources() {
        return !sources().isEmpty();
    }

    private List<Path> sources() {
        FileFilter configured = config.files(module.root());
        return module.sources(what.includeTests(), what.includeGenerated()).stream()
                .filter(source -> !configured.excludesTree(module.shown(source)))
                .toList();
    }

    /** The least level of a finding that counts: that of the parameter, or of the configuration. */
    FailOn failOn(@Nullable String parameter) throws MojoExecutionException {
        return Choices.failOn(
                parameter != null ? parameter : config.string(ConfigKey.FAIL_ON).orElse("note"));
    }

    /** The baseline that the configuration names, or null. */
    @Nullable
    Path configuredBaseline() {
        return config.string(ConfigKey.BASELINE)
                .map(config.directory()::resolve)
                .orElse(null);
    }

    /**
     * Scans.
     *
     * @param failOn the least level that counts
     * @param reports files by format
     * @param baseline findings that are known; may be null
     * @param listener is told what is found
     * @param recorder is told that, and what is suppressed or known
     * @throws MojoExecutionException if a parameter is wrong, or something breaks
     */
    ScanOutcome run(
            FailOn failOn,
            Map<ReportFormat, Path> reports,
            @Nullable Baseline baseline,
            ScanListener listener,
            ScanListener recorder)
            throws MojoExecutionException {
        ScanRequest.Builder request =
                request().failOn(failOn).listener(listener).recorder(recorder);
        if (baseline != null) {
            request.baseline(baseline);
        }
        reports.forEach(request::report);
        if (isVerbose) {
            request.verbosity(Verbosity.QUIET).report(ReportFormat.TEXT, new LogStream(log), StandardCharsets.UTF_8);
        }
        ScanOutcome outcome = call(heed -> heed.scan(request.build()));
        outcome.warnings().forEach(warning -> log.warn(ParameterNames.in(warning)));
        return outcome;
    }

    /**
     * Finds what can be fixed, and fixes it in memory.
     *
     * @param unsafe whether fixes are tried that may change more than what becomes of a cancellation
     * @param baseline findings that are known, and stay; may be null
     * @param proof what a fix must pass beside the scans
     * @throws MojoExecutionException if a parameter is wrong, or something breaks
     */
    FixOutcome fix(boolean unsafe, @Nullable Baseline baseline, Proof proof) throws MojoExecutionException {
        ScanRequest.Builder request = request().cache(false);
        if (baseline != null) {
            request.baseline(baseline);
        }
        FixOutcome outcome = call(heed ->
                heed.fix(request.build(), new Fixer.Settings(unsafe, proof, doing -> log.debug("Heed: " + doing))));
        outcome.warnings().forEach(warning -> log.warn(ParameterNames.in(warning)));
        return outcome;
    }

    @FunctionalInterface
    private interface Work<T> {
        T of(Heed heed) throws UserException, IOException, InterruptedException;
    }

    private <T> T call(Work<T> work) throws MojoExecutionException {
        try {
            return work.of(Heed.load());
        } catch (UserException e) {
            throw new MojoExecutionException(ParameterNames.in(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The scan of " + module.name() + " failed: " + e.getMessage(), e);
        } catch (IllegalStateException | ServiceConfigurationError e) {
            throw new MojoExecutionException("Heed itself failed on " + module.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            // The build is being stopped, and Maven has no exception for that.
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The scan of " + module.name() + " was interrupted.", e);
        }
    }

    private ScanRequest.Builder request() throws MojoExecutionException {
        ScanRequest.Builder request = ScanRequest.builder()
                .workingDirectory(module.root())
                .threads(module.fairThreads())
                .config(config)
                .inputOptions(inputOptions())
                .classPath(module.classPath(what.includeTests()))
                .since(how.since())
                .cache(how.cache())
                .cacheDirectory(how.cacheDirectory())
                .width(110)
                .notes(note -> log.debug(note));
        if (!how.models().isEmpty()) {
            request.models(how.models());
        }
        if (!how.select().isEmpty()) {
            request.select(how.select());
        }
        if (!how.ignore().isEmpty()) {
            request.ignore(how.ignore());
        }
        if (how.confidence() != null) {
            request.confidence(Choices.confidence(how.confidence()));
        }
        if (how.fileTimeout() != null) {
            request.fileTimeout(Duration.ofSeconds(how.fileTimeout()));
        }
        if (how.threads() != null) {
            request.threads(how.threads());
        }
        sources().forEach(source -> request.input(source.toString()));
        return request;
    }

    private InputOptions inputOptions() throws MojoExecutionException {
        InputOptions configured = config.inputOptions(module.root());
        String encoding = what.encoding();
        String maxFileSize = what.maxFileSize();
        return new InputOptions(
                configured.filter().and(filter()),
                false, // what Maven compiles is scanned
                encoding == null ? configured.encoding() : charset(encoding),
                configured.standardInputName(),
                maxFileSize == null ? configured.maxFileSize() : size(maxFileSize));
    }

    /** Patterns are relative to the source directories here, and to the whole project there. */
    private FileFilter filter() {
        return FileFilter.of(anchored(what.includes()), anchored(what.excludes()));
    }

    private List<String> anchored(List<String> patterns) {
        return sources().stream()
                .map(module::shown)
                .flatMap(source -> patterns.stream().map(pattern -> SourcePattern.below(source, pattern)))
                .toList();
    }

    private static Charset charset(String name) throws MojoExecutionException {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("heed.encoding: there is no charset \"" + name + "\".", e);
        }
    }

    private static FileSize size(String text) throws MojoExecutionException {
        try {
            return FileSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("heed.maxFileSize: " + e.getMessage() + ".", e);
        }
    }
}
