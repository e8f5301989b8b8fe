package dev.heed.report;

import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.source.Span;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a report has to know beside the findings.
 *
 * <p>Reports that run side by side should share one context: it reads each source once for all of them. For use by one
 * thread at a time.
 */
public final class ReportContext {

    /** The most results of one run that GitHub's code scanning takes. */
    public static final int GITHUB_RESULT_LIMIT = 25_000;

    private final Builder settings;
    private final SourceTexts sources;

    private ReportContext(Builder settings, SourceTexts sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /**
     * Starts a context.
     *
     * @param toolVersion Heed's own version, as in {@code 0.1.0}
     * @param rules those that ran, with findings or without
     */
    public static Builder builder(String toolVersion, List<RuleDescriptor> rules) {
        return new Builder(toolVersion, rules);
    }

    /** This context for a report that goes to a file: without colours. */
    public ReportContext forFile() {
        return new ReportContext(settings.copy().colour(false), sources);
    }

    public String toolVersion() {
        return settings.toolVersion;
    }

    public List<RuleDescriptor> rules() {
        return settings.rules;
    }

    /** The arguments that the user gave, without secrets; may be empty. */
    public List<String> arguments() {
        return settings.arguments;
    }

    /** Absolute; what relative paths in the findings are relative to. */
    public Path workingDirectory() {
        return settings.workingDirectory;
    }

    /** Absolute directories whose files are named by paths inside them where they lie outside the working directory. */
    public List<Path> roots() {
        return settings.roots;
    }

    public boolean colour() {
        return settings.colour;
    }

    /** Columns of the terminal. */
    public int width() {
        return settings.width;
    }

    /** How many lines of code to show around a finding. */
    public int contextLines() {
        return settings.contextLines;
    }

    public Verbosity verbosity() {
        return settings.verbosity;
    }

    /** Asked for the time at the begin and at the end of a report. */
    public Clock clock() {
        return settings.clock;
    }

    /** How many results a SARIF report holds at most; beyond, the least important are left out, and it says so. */
    public int resultLimit() {
        return settings.resultLimit;
    }

    /** The address at which people can look at a place; nothing if there is none. */
    Optional<String> link(String path, Span span) {
        return settings.links.to(settings.workingDirectory, path, span);
    }

    SourceTexts sources() {
        return sources;
    }

    /** How much a report for people says beside the findings. */
    public enum Verbosity {
        /** Findings, and what was not analyzed. */
        QUIET,
        /** The same with a closing line. */
        NORMAL,
        /** The same with everything worth knowing about the scan. */
        VERBOSE
    }

    /** Collects a context; what is not set has a default that suits a pipe. */
    public static final class Builder {
        private final String toolVersion;
        private final List<RuleDescriptor> rules;
        private List<String> arguments = List.of();
        private Path workingDirectory = Path.of("").toAbsolutePath().normalize();
        private List<Path> roots = List.of();
        private boolean colour;
        private int width = 120;
        private int contextLines = 1;
        private Verbosity verbosity = Verbosity.NORMAL;
        private Clock clock = Clock.systemUTC();
        private int resultLimit = GITHUB_RESULT_LIMIT;
        private SourceLinks links = SourceLinks.NONE;

        private Builder(String toolVersion, List<RuleDescriptor> rules) {
            this.toolVersion = toolVersion;
            this.rules = rules.stream().sorted().toList();
        }

        /** The arguments that the user gave; the caller has taken passwords and tokens out. */
        public Builder arguments(List<String> value) {
            arguments = List.copyOf(value);
            return this;
        }

        public Builder workingDirectory(Path value) {
            workingDirectory = value.toAbsolutePath().normalize();
            return this;
        }

        public Builder roots(List<Path> value) {
            List<Path> absolute = new ArrayList<>();
            value.forEach(root -> absolute.add(root.toAbsolutePath().normalize()));
            roots = List.copyOf(absolute);
            return this;
        }

        public Builder colour(boolean value) {
            colour = value;
            return this;
        }

        public Builder width(int value) {
            width = Math.max(40, value);
            return this;
        }

        public Builder contextLines(int value) {
            contextLines = Math.max(0, value);
            return this;
        }

        public Builder verbosity(Verbosity value) {
            verbosity = value;
            return this;
        }

        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        public Builder resultLimit(int value) {
            resultLimit = Math.max(0, value);
            return this;
        }

        public Builder links(SourceLinks value) {
            links = value;
            return this;
        }

        /** The context; the builder may be changed afterwards without touching it. */
        public ReportContext build() {
            return new ReportContext(copy(), new SourceTexts());
        }

        private Builder copy() {
            Builder copy = new Builder(toolVersion, rules);
            copy.arguments = arguments;
            copy.workingDirectory = workingDirectory;
            copy.roots = roots;
            copy.colour = colour;
            copy.width = width;
            copy.contextLines = contextLines;
            copy.verbosity = verbosity;
            copy.clock = clock;
            copy.resultLimit = resultLimit;
            copy.links = links;
            return copy;
        }
    }
}
