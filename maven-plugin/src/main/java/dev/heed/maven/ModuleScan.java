package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.Heed;
import dev.heed.ScanOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
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
    private static final int MAX_THREADS = 1024;

    private final Log log;
    private final Module module;
    private final What what;
    private final How how;
    private final boolean isVerbose;

    ModuleScan(Log log, Module module, What what, How how, boolean isVerbose) {
        this.log = log;
        this.module = module;
        this.what = what;
        this.how = how;
        this.isVerbose = isVerbose;
    }

    /** Which sources are read, as the parameters of the same names say. */
    record What(
            List<String> includes,
            List<String> excludes,
            boolean includeTests,
            boolean includeGenerated,
            String encoding,
            String maxFileSize) {}

    /** How they are scanned. */
    record How(
            List<String> select,
            List<String> ignore,
            String confidence,
            List<Path> models,
            int threads,
            int fileTimeout,
            boolean cache,
            @Nullable Path cacheDirectory) {}

    Module module() {
        return module;
    }

    /** Whether there is anything to scan. */
    boolean hasSources() {
        return !sources().isEmpty();
    }

    private List<Path> sources() {
        return module.sources(what.includeTests(), what.includeGenerated());
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
                request().failOn(failOn).baseline(baseline).listener(listener).recorder(recorder);
        reports.forEach(request::report);
        if (isVerbose) {
            request.verbosity(Verbosity.QUIET).report(ReportFormat.TEXT, new LogStream(log), StandardCharsets.UTF_8);
        }
        try {
            ScanOutcome outcome = Heed.load().scan(request.build());
            outcome.warnings().forEach(warning -> log.warn(ParameterNames.in(warning)));
            return outcome;
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
                .inputOptions(new InputOptions(
                        filter(),
                        false, // what Maven compiles is scanned
                        encoding(),
                        "stdin.java",
                        maxFileSize()))
                .classPath(module.classPath(what.includeTests()))
                .models(how.models())
                .select(how.select())
                .ignore(how.ignore())
                .confidence(Choices.confidence(how.confidence()))
                .threads(threads())
                .fileTimeout(Duration.ofSeconds(how.fileTimeout()))
                .cache(how.cache())
                .cacheDirectory(how.cacheDirectory())
                .width(110)
                .notes(note -> log.debug(note));
        sources().forEach(source -> request.input(source.toString()));
        return request;
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

    private Charset encoding() throws MojoExecutionException {
        try {
            return Charset.forName(what.encoding());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("heed.encoding: there is no charset \"" + what.encoding() + "\".", e);
        }
    }

    private FileSize maxFileSize() throws MojoExecutionException {
        try {
            return FileSize.parse(what.maxFileSize());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("heed.maxFileSize: " + e.getMessage() + ".", e);
        }
    }

    private int threads() throws MojoExecutionException {
        if (how.threads() < 0 || how.threads() > MAX_THREADS) {
            throw new MojoExecutionException("heed.threads must be from 0 to " + MAX_THREADS + ".");
        }
        return how.threads() == 0 ? module.fairThreads() : how.threads();
    }
}
