package dev.heed;

import dev.heed.config.Config;
import dev.heed.config.ConfigKey;
import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.ScanListener;
import dev.heed.input.ArtifactSource;
import dev.heed.input.ClassPath;
import dev.heed.input.FileFilter;
import dev.heed.input.FileSize;
import dev.heed.input.InputOptions;
import dev.heed.report.Baseline;
import dev.heed.report.ReportContext.Verbosity;
import dev.heed.report.ReportException;
import dev.heed.report.ReportFormat;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to scan, with what, and where to tell it. Immutable. */
public final class ScanRequest {
    private final Builder settings;

    private ScanRequest(Builder settings) {
        this.settings = settings;
    }

    /** Starts a request: no input, all rules, no report. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same without its reports, telling somebody else. It does without the cache, too, which tells of findings in files of
     * its own: here they have to be the files that the inputs name.
     */
    ScanRequest withListener(ScanListener other) {
        Builder copy = settings.copy();
        copy.targets = List.of();
        copy.usesCache = false;
        copy.listener = other;
        return new ScanRequest(copy);
    }

    List<String> inputs() {
        return settings.inputs;
    }

    InputOptions inputOptions() {
        return settings.inputOptions;
    }

    Path workingDirectory() {
        return settings.workingDirectory;
    }

    Map<Path, String> unsaved() {
        return settings.unsaved;
    }

    InputStream standardInput() {
        return settings.standardInput;
    }

    ArtifactSource artifacts() {
        return settings.artifacts;
    }

    List<Path> classPath() {
        return settings.classPath;
    }

    List<String> classPathWarnings() {
        return settings.classPathWarnings;
    }

    List<Path> models() {
        return settings.models;
    }

    List<String> selected() {
        return settings.selected;
    }

    List<String> ignored() {
        return settings.ignored;
    }

    Finding.Confidence confidence() {
        return settings.confidence;
    }

    FailOn failOn() {
        return settings.failOn;
    }

    Config config() {
        return settings.config;
    }

    /**
     * The findings that are known.
     *
     * @throws UserException if the file that the configuration names cannot be read
     */
    @Nullable
    Baseline baseline() throws UserException {
        Path file = settings.baselineFile;
        try {
            return file == null ? settings.baseline : Baseline.read(file);
        } catch (ReportException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Only what is in lines that have changed since; null for all. */
    @Nullable
    String since() {
        return settings.since;
    }

    int threads() {
        return settings.threads;
    }

    Duration fileTimeout() {
        return settings.fileTimeout;
    }

    boolean usesCache() {
        return settings.usesCache;
    }

    @Nullable
    Path cacheDirectory() {
        return settings.cacheDirectory;
    }

    Map<String, String> environment() {
        return settings.environment;
    }

    List<ReportTarget> targets() {
        return settings.targets;
    }

    boolean isColoured() {
        return settings.isColoured;
    }

    int width() {
        return settings.width;
    }

    Verbosity verbosity() {
        return settings.verbosity;
    }

    ScanListener listener() {
        return settings.listener;
    }

    List<ScanListener> recorders() {
        return settings.recorders;
    }

    ScanProgress progress() {
        return settings.progress;
    }

    Consumer<String> notes() {
        return settings.notes;
    }

    /** Collects a request; what is not set has the default of the command line. */
    public static final class Builder implements Cloneable {
        private List<String> inputs = List.of();
        private InputOptions inputOptions = new InputOptions(
                FileFilter.of(List.of(), List.of()),
                true,
                StandardCharsets.UTF_8,
                InputOptions.STANDARD_INPUT,
                FileSize.DEFAULT);
        private Path workingDirectory = Path.of("").toAbsolutePath();
        private InputStream standardInput = InputStream.nullInputStream();
        private ArtifactSource artifacts = ArtifactSource.NONE;
        private List<Path> classPath = List.of();
        private List<String> classPathWarnings = List.of();
        private List<Path> models = List.of();
        private List<String> selected = List.of();
        private List<String> ignored = List.of();
        private Finding.Confidence confidence = Finding.Confidence.LIKELY;
        private FailOn failOn = FailOn.NOTE;
        private @Nullable Baseline baseline;
        private @Nullable Path baselineFile;
        private @Nullable String since;
        private Map<Path, String> unsaved = Map.of();
        private Config config = Config.NONE;
        private int threads = Runtime.getRuntime().availableProcessors();
        private Duration fileTimeout = WorkerThread.DEFAULT_LIMIT;
        private boolean usesCache = true;
        private @Nullable Path cacheDirectory;
        private Map<String, String> environment = System.getenv();
        private List<ReportTarget> targets = List.of();
        private boolean isColoured;
        private int width = 120;
        private Verbosity verbosity = Verbosity.NORMAL;
        private ScanListener listener = ScanListener.NOBODY;
        private List<ScanListener> recorders = List.of();
        private ScanProgress progress = ScanProgress.NONE;
        private Consumer<String> notes = note -> {};

        private Builder() {}

        /** Adds a file, a directory, an archive, {@code maven:GROUP:ARTIFACT:VERSION}, or {@code -} for standard input. */
        public Builder input(String value) {
            inputs = with(inputs, value);
            return this;
        }

        public Builder inputs(List<String> values) {
            values.forEach(this::input);
            return this;
        }

        /** Which files of the inputs are read, and how. */
        public Builder inputOptions(InputOptions value) {
            inputOptions = value;
            return this;
        }

        /** What relative inputs, and the paths in reports, are relative to. */
        public Builder workingDirectory(Path value) {
            workingDirectory = value;
            return this;
        }

        /**
         * Texts in the place of those of files on disk, as an editor has them before they are saved.
         *
         * @param texts by absolute paths; without byte order marks
         */
        public Builder unsaved(Map<Path, String> texts) {
            unsaved = Map.copyOf(texts);
            return this;
        }

        public Builder standardInput(InputStream value) {
            standardInput = value;
            return this;
        }

        /** Where inputs that name an artifact come from; there is no default. */
        public Builder artifacts(ArtifactSource value) {
            artifacts = value;
            return this;
        }

        /** Class files of the libraries that the sources use. */
        public Builder classPath(ClassPath value) {
            classPath = value.entries();
            classPathWarnings = value.warnings();
            return this;
        }

        /** What methods of the user's libraries do to a cancellation. */
        public Builder models(List<Path> files) {
            models = List.copyOf(files);
            return this;
        }

        /** Only these rules or families; empty for all. */
        public Builder select(List<String> names) {
            selected = List.copyOf(names);
            return this;
        }

        /** Not these rules or families. */
        public Builder ignore(List<String> names) {
            ignored = List.copyOf(names);
            return this;
        }

        /** How sure Heed must be of what it tells. */
        public Builder confidence(Finding.Confidence least) {
            confidence = least;
            return this;
        }

        /** The least level of a finding that makes the outcome {@link ExitCode#FINDINGS}. */
        public Builder failOn(FailOn value) {
            failOn = value;
            return this;
        }

        /**
         * Takes what a {@code heed.toml} says in place of the defaults. To be called after {@link #workingDirectory} and
         * before what is to count more.
         */
        public Builder config(Config value) {
            config = value;
            ConfiguredRequest.apply(value, workingDirectory, this);
            String known = value.string(ConfigKey.BASELINE).orElse(null);
            if (known != null) {
                baselineFile = value.directory().resolve(known);
            }
            return this;
        }

        /** The findings that are known: they are not told again, and the outcome says what has become of them. */
        public Builder baseline(@Nullable Baseline value) {
            baseline = value;
            baselineFile = null;
            return this;
        }

        /**
         * Only findings in lines that have changed since a revision of git: the finding's own, or one that its path passes.
         * What counts as changed is told in {@code docs/suppressions.md}; null for all findings.
         */
        public Builder since(@Nullable String revision) {
            since = revision;
            return this;
        }

        /** How many threads work: from 1 to 1024, or 0 for one for each processor. */
        public Builder threads(int value) {
            threads = value == 0 ? Runtime.getRuntime().availableProcessors() : value;
            return this;
        }

        /** How long one file may take to read, and to check; zero for no bound. */
        public Builder fileTimeout(Duration value) {
            fileTimeout = value;
            return this;
        }

        /** Whether results are kept, and those of earlier scans used. */
        public Builder cache(boolean value) {
            usesCache = value;
            return this;
        }

        /** Where they are kept; null for the place that the environment names. */
        public Builder cacheDirectory(@Nullable Path value) {
            cacheDirectory = value;
            return this;
        }

        /** Variables that say where the cache is. */
        public Builder environment(Map<String, String> value) {
            environment = Map.copyOf(value);
            return this;
        }

        /** Adds a report that goes to a file. It is put in its place when the scan has ended. */
        public Builder report(ReportFormat format, Path file) {
            targets = with(targets, new ReportTarget.ToFile(format, file));
            return this;
        }

        /** Adds a report that is written while the scan runs; the stream is flushed but not closed. */
        public Builder report(ReportFormat format, OutputStream out, Charset charset) {
            targets = with(targets, new ReportTarget.ToStream(format, out, charset));
            return this;
        }

        /** Whether a report for people that goes to a stream has colours. */
        public Builder colour(boolean value) {
            isColoured = value;
            return this;
        }

        /** Columns that reports for people are written in. */
        public Builder width(int value) {
            width = value;
            return this;
        }

        /** How much reports for people tell. */
        public Builder verbosity(Verbosity value) {
            verbosity = value;
            return this;
        }

        /** Is told of findings and notifications while the scan runs, before the reports are. */
        public Builder listener(ScanListener value) {
            listener = value;
            return this;
        }

        /** Adds a report of the caller's own: it is told what reports are told, also the findings that are suppressed or known. */
        public Builder recorder(ScanListener value) {
            recorders = with(recorders, value);
            return this;
        }

        public Builder progress(ScanProgress value) {
            progress = value;
            return this;
        }

        /** Takes sentences that are of interest to the curious only, such as why there is no cache. */
        public Builder notes(Consumer<String> value) {
            notes = value;
            return this;
        }

        /** The request; the builder may be changed afterwards without touching it. */
        public ScanRequest build() {
            return new ScanRequest(copy());
        }

        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("a builder is cloneable", e);
            }
        }

        private static <T> List<T> with(List<? extends T> values, T value) {
            List<T> all = new ArrayList<>(values);
            all.add(value);
            return List.copyOf(all);
        }
    }
}
